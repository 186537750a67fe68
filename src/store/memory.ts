import { type Change, compareChanges, merge } from '#passport/change.ts';
import { apply, fold } from '#passport/fold.ts';
import { editsToChanges, type World } from '#passport/write.ts';
import { encodeDownload } from './download.ts';
import { comparedWith } from './restoring.ts';
import type { Store } from './store.ts';

/** A passport that lives in this page only, for the example: nothing of it is kept on the device. */
export function memoryStore(changes: readonly Change[], world: World): Store {
  let log = merge(changes, []);
  let passport = fold(log);
  const drafts = new Map<string, string>();
  const listeners = new Set<() => void>();
  const add = (more: readonly Change[]) => {
    log = merge(log, more);
    passport = apply(passport, more);
    for (const listener of [...listeners]) listener();
  };
  return {
    passport: () => passport,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: Promise.resolve(),
    isReady: () => true,
    async append(edits, writer) {
      const fresh = editsToChanges(passport, edits, writer, world);
      add(fresh);
      for (const { part, record, removed } of edits) {
        if (removed) for (const key of [...drafts.keys()]) if (key.startsWith(`${part}/${record}/`)) drafts.delete(key);
      }
      return { ok: true, changes: fresh };
    },
    history: async (part, record) => log.filter((change) => change.part === part && change.record === record),
    log: async () => [...log].sort(compareChanges),
    download: () => encodeDownload(log, world.now().toISOString(), true),
    async preview(bytes) {
      const compared = await comparedWith(log, bytes);
      return compared.ok ? compared.preview : compared;
    },
    async restore(bytes) {
      const compared = await comparedWith(log, bytes);
      if (!compared.ok) return compared;
      add(compared.added);
      return { ok: true, added: compared.added.length };
    },
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
    erase: async () => undefined,
    close: () => undefined,
  };
}
