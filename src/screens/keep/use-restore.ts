import { useCallback, useEffect, useRef, useState } from 'react';
import { isAgeFile, largestBackup } from '#exchange/file/age-file.ts';
import { doBackup } from '#exchange/file/backup-job.ts';
import { dayOf } from '#i18n/dates.ts';
import type { Change } from '#passport/change.ts';
import { type Clash, clashesToEdits } from '#passport/clash.ts';
import type { Comparison, Contents } from '#passport/compare.ts';
import { fold, type Passport } from '#passport/fold.ts';
import { editsToChanges } from '#passport/write.ts';
import { keepNote } from '#store/backups.ts';
import { encodeDownload } from '#store/download.ts';
import type { Pages, PagesProblem } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import type { Preview } from '#store/store.ts';
import { undoMergeAll } from '#store/undo-merge.ts';
import { beside } from './beside.ts';

/** A file that was read whole, set beside what is here. */
export type Found = {
  readonly bytes: Uint8Array;
  readonly preview: Extract<Preview, { ok: true }>;
  /** The day it was made, as an ISO date; null when it does not say. */
  readonly made: string | null;
  readonly mine: Passport;
  readonly theirs: Passport;
  readonly contents: Contents;
  readonly comparison: Comparison;
  /** What the file's tombstones would take from here. */
  readonly lost: Contents;
  readonly clashes: readonly Clash[];
};

/** What was done with the file. */
export type Done =
  | { readonly kind: 'merged'; readonly added: number; readonly pages: PagesTaken }
  | { readonly kind: 'replaced'; readonly added: number; readonly pages: PagesTaken }
  /** `removals`: something that was removed for ever came with it, and stays so. `pages`: what is left of those. */
  | {
      readonly kind: 'undone';
      readonly of: 'merged' | 'replaced';
      readonly removals: boolean;
      readonly pages: PagesTaken;
    };
/** What became of private pages in the file: there were none, they were taken in, or why they stayed out. */
export type PagesTaken = { readonly at: 'none' | 'taken' } | { readonly at: 'out'; readonly problem: PagesProblem };

export type RestoreState =
  | { readonly at: 'pick' | 'phrase' | 'opening' | 'working' | 'undoing' }
  /** `count` once it is known how much there is. */
  | { readonly at: 'reading'; readonly count: { readonly read: number; readonly of: number } | null }
  | { readonly at: 'found'; readonly found: Found }
  | { readonly at: 'done'; readonly done: Done };

export type Restore = {
  readonly state: RestoreState;
  readonly problem: string | null;
  readonly pick: (file: File) => Promise<void>;
  readonly open: (phrase: string) => Promise<void>;
  /** One step back, to the file's phrase or to picking another; while something is being written there is none. */
  readonly back: () => void;
  /** How many steps there are to go back. */
  readonly depth: number;
  /** Another file: what was read is dropped. */
  readonly reset: () => void;
  /** `takeTheirs` holds the keys of clashes where the file's word stands. */
  readonly merge: (takeTheirs: ReadonlySet<string>) => Promise<void>;
  readonly replace: () => Promise<void>;
  readonly undo: () => Promise<void>;
};

/** A file from its picking to its being taken in. Nothing is written before the person has said so. */
export function useRestore(session: Session, pages: Pages | null, makeWorker: () => Worker): Restore {
  const { store, world, writer } = session;
  const [state, setState] = useState<RestoreState>({ at: 'pick' });
  const [problem, setProblem] = useState<string | null>(null);
  const [removals, setRemovals] = useState(false);
  const file = useRef<Uint8Array | null>(null);
  const worker = useRef<Worker | null>(null);
  const reading = useRef<AbortController | null>(null);
  const dismiss = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    reading.current?.abort();
    reading.current = null;
  }, []);
  useEffect(() => dismiss, [dismiss]);

  const fail = (at: 'pick' | 'phrase', id: string) => {
    setProblem(id);
    setState({ at });
  };

  const look = async (bytes: Uint8Array) => {
    dismiss();
    const mine = new AbortController();
    const { signal } = mine;
    reading.current = mine;
    setState({ at: 'reading', count: null });
    const onCount = (read: number, of: number) => setState({ at: 'reading', count: { read, of } });
    try {
      const preview = await store.preview(bytes, { onCount, signal });
      if (signal.aborted) return;
      if (!preview.ok) return fail('pick', preview.problem);
      const found = beside(await store.log(), preview, bytes);
      if (!signal.aborted) setState({ at: 'found', found });
    } catch {
      if (!signal.aborted) fail('pick', 'save-gone');
    }
  };

  const pick = async (picked: File) => {
    setProblem(null);
    setState({ at: 'reading', count: null });
    // a little more than the cap, for a file in armour; what is larger is not even read
    if (picked.size > 1.4 * largestBackup) return fail('pick', 'backup-too-large');
    const bytes = await picked.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
    if (!bytes) return fail('pick', 'file-unread');
    file.current = bytes;
    if (isAgeFile(bytes)) setState({ at: 'phrase' });
    else await look(bytes);
  };

  const open = async (phrase: string) => {
    const bytes = file.current;
    if (!bytes) return;
    setProblem(null);
    setState({ at: 'opening' });
    dismiss();
    try {
      worker.current = makeWorker();
    } catch {
      return fail('phrase', 'backup-failed');
    }
    const mine = worker.current;
    const opened = await doBackup({ kind: 'open', bytes, phrase }, mine);
    if (worker.current !== mine) return;
    dismiss();
    if (opened.ok) await look(opened.bytes);
    else
      fail(
        opened.problem === 'backup-wrong-phrase' || opened.problem === 'backup-failed' ? 'phrase' : 'pick',
        opened.problem,
      );
  };

  const takePages = async (apart: readonly Change[]): Promise<PagesTaken> => {
    if (apart.length === 0 || !pages) return { at: 'none' };
    const taken = await pages.take(apart);
    return taken.ok ? { at: 'taken' } : { at: 'out', problem: taken.problem };
  };

  const take = async (found: Found, work: () => Promise<Done | string>) => {
    setProblem(null);
    setState({ at: 'working' });
    const done = await work().catch(() => 'save-gone');
    if (typeof done === 'string') {
      setProblem(done);
      setState({ at: 'found', found });
    } else setState({ at: 'done', done });
  };

  const merge = async (takeTheirs: ReadonlySet<string>) => {
    if (state.at !== 'found') return;
    const { found } = state;
    await take(found, async () => {
      const isFirst = store.count() === 0;
      const settled = await withDecisions(session, found, takeTheirs);
      const result = await store.restore(settled);
      if (!result.ok) return result.problem;
      const taken = await takePages(result.apart);
      // on a new phone all there is lies in this file too
      if (isFirst) {
        const held = taken.at === 'taken' ? (pages?.store()?.count() ?? null) : taken.at === 'none' ? 0 : null;
        await keepNote(store, 'last', { count: store.count(), pages: held, at: found.made ?? dayOf(world.now()) });
      }
      setRemovals(found.preview.removals > 0);
      return { kind: 'merged', added: result.added, pages: taken };
    });
  };
  const replace = async () => {
    if (state.at !== 'found') return;
    const { found } = state;
    await take(found, async () => {
      const result = await store.replace(found.bytes, writer);
      if (!result.ok) return result.problem;
      setRemovals(found.preview.removals > 0);
      return { kind: 'replaced', added: result.added, pages: await takePages(result.apart) };
    });
  };
  const undo = async () => {
    if (state.at !== 'done' || state.done.kind === 'undone') return;
    const { done } = state;
    setProblem(null);
    setState({ at: 'undoing' });
    const result = await undoMergeAll(store, pages).catch(() => ({ ok: false, problem: 'save-gone' }) as const);
    if (!result.ok) {
      setProblem(result.problem);
      return setState({ at: 'done', done });
    }
    const left: PagesTaken = result.pagesLeft === null ? { at: 'none' } : { at: 'taken' };
    setState({ at: 'done', done: { kind: 'undone', of: done.kind, removals, pages: left } });
  };
  const reset = () => {
    dismiss();
    file.current = null;
    setProblem(null);
    setState({ at: 'pick' });
  };
  const isSealed = file.current !== null && isAgeFile(file.current);
  const back = () => {
    if (state.at === 'working' || state.at === 'undoing') return;
    if (state.at === 'phrase' || !isSealed) return reset();
    dismiss();
    setProblem(null);
    setState({ at: 'phrase' });
  };
  const depth = state.at === 'pick' || state.at === 'done' ? 0 : state.at !== 'phrase' && isSealed ? 2 : 1;
  return { state, problem, pick, open, back, depth, reset, merge, replace, undo };
}

/** The file, with what the person decided as changes of theirs that come after all others: one file, one transaction. */
async function withDecisions(
  { store, world, writer }: Session,
  { bytes, clashes: found }: Found,
  takeTheirs: ReadonlySet<string>,
): Promise<Uint8Array> {
  if (found.length === 0) return bytes;
  const read = await store.read(bytes);
  if (!read.ok) return bytes;
  const merged = fold([...(await store.log()), ...read.changes]);
  const edits = clashesToEdits(merged, found, takeTheirs);
  if (edits.length === 0) return bytes;
  return encodeDownload([...read.changes, ...editsToChanges(merged, edits, writer, world)], read.made);
}
