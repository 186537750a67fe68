import { type Change, compareChanges, merge } from '#passport/change.ts';
import { apply, emptyPassport } from '#passport/fold.ts';
import { editsToChanges, idsToTombstones, type World, withNoneTakenBack } from '#passport/write.ts';
import { makeFiles } from './files.ts';
import { mergeNoteKey, noteToText, textToNote } from './merge-note.ts';
import { readHere } from './reading.ts';
import type { Store } from './store.ts';

/**
 * A passport that lives in this page only, for the example and for what opens beside a lock: nothing of it is kept on
 * the device. It begins with these changes, or with a passport that has none to show.
 */
export function memoryStore(changes: readonly Change[], world: World, standing = emptyPassport): Store {
  let log = merge(changes, []);
  let passport = apply(standing, log);
  const drafts = new Map<string, string>();
  const listeners = new Set<() => void>();
  const add = (more: readonly Change[]) => {
    log = merge(log, more);
    passport = apply(passport, more);
    for (const listener of [...listeners]) listener();
  };
  const files = makeFiles({
    world,
    example: true,
    read: readHere,
    log: async () => log,
    queue: (task) => task(),
    save: async (make) => {
      const changes = make();
      add(changes);
      return { ok: true, changes };
    },
    afterMerge: () => undefined,
    notes: {
      read: async () => textToNote(drafts.get(mergeNoteKey)),
      async keep(note) {
        if (note) drafts.set(mergeNoteKey, noteToText(note));
        else drafts.delete(mergeNoteKey);
        return null;
      },
    },
    async takeOut(ids, more) {
      log = log.filter(({ id }) => !ids.has(id));
      passport = apply(standing, log);
      add(more);
      return { ok: true };
    },
  });
  return {
    passport: () => passport,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: Promise.resolve(),
    isReady: () => true,
    async append(edits, writer) {
      const fresh = editsToChanges(passport, withNoneTakenBack(passport, edits), writer, world);
      add(fresh);
      for (const { part, record, removed } of edits) {
        if (removed) for (const key of [...drafts.keys()]) if (key.startsWith(`${part}/${record}/`)) drafts.delete(key);
      }
      return { ok: true, changes: fresh };
    },
    history: async (part, record) => log.filter((change) => change.part === part && change.record === record),
    log: async () => [...log].sort(compareChanges),
    count: () => log.length,
    ...files,
    async removeForEver(ids) {
      add(idsToTombstones(passport, ids, world));
      return { ok: true };
    },
    locking: null,
    safe: () => 'none',
    drafts: {
      all: async () => new Map(drafts),
      async keep(key, text) {
        drafts.set(key, text);
        return { ok: true };
      },
      async drop(key) {
        drafts.delete(key);
        return { ok: true };
      },
    },
    persistence: async () => 'may-be-cleared',
    onNewer: () => () => undefined,
    unreadable: () => 0,
    settle: async () => undefined,
    flush: async () => undefined,
    erase: async () => undefined,
    close: async () => undefined,
  };
}
