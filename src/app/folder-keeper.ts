import { doBackup } from '#exchange/file/backup-job.ts';
import { dayOf } from '#i18n/dates.ts';
import type { FolderBackup, FolderState } from '#screens/keep/folder-backup.ts';
import { type Counted, keepNote, readNotes, withGiven } from '#store/backups.ts';
import {
  chooseFolder,
  type Folder,
  forgetFolder,
  isFolderOpen,
  keepFolder,
  readFolder,
  writeToFolder,
} from '#store/folder.ts';
import { handOutProblem } from '#store/hand-out.ts';
import { addNews, newsKey } from '#store/lock-news.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { fileName } from '#ui/file-name.ts';

type Options = {
  readonly session: Pick<Session, 'store' | 'world'>;
  readonly pages: Pages | null;
  readonly makeWorker: () => Worker;
  readonly isDiscreet: () => boolean;
};

export type FolderKeeper = Omit<FolderBackup, keyof FolderState> & {
  state(): FolderState;
  subscribe(listener: () => void): () => void;
  /** Writes now what waits: for when the page hides. */
  flush(): void;
  close(): void;
};

/**
 * After a change so much quiet first, and so long from one file to the next (milliseconds). Private pages wait less:
 * two minutes after they are left they close, and what is on them cannot be read.
 */
const quiet = 20_000;
const between = 5 * 60_000;
const betweenPages = 60_000;

const off: FolderState = { state: 'off', name: '', at: null, busy: false, problem: null };

/**
 * Keeps sealed backups in a folder the person chose: after changes, seldom, one tab at a time. Each file is opened again
 * before it is written and read back after. Reads what was chosen at once.
 */
export function folderKeeper({ session: { store, world }, pages, makeWorker, isDiscreet }: Options): FolderKeeper {
  let shown = off;
  /** What the last file holds. */
  let written: Counted = { count: store.count(), pages: pages?.store()?.count() ?? null };
  let tried = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let worker: Worker | null = null;
  let closed = false;
  const listeners = new Set<() => void>();
  const show = (more: Partial<FolderState>) => {
    shown = { ...shown, ...more };
    for (const listener of [...listeners]) listener();
  };

  const isPagesDue = (last: Counted) => {
    const count = pages?.store()?.count();
    return count !== undefined && count !== last.pages;
  };
  const isDue = (last: Counted) => store.count() !== last.count || isPagesDue(last);

  const schedule = () => {
    clearTimeout(timer);
    if (closed || shown.state !== 'on' || !isDue(written)) return;
    const apart = isPagesDue(written) ? betweenPages : between;
    const last = Math.max(tried, shown.at ? Date.parse(shown.at) : 0);
    const wait = Math.max(quiet, last + apart - world.now().getTime());
    timer = setTimeout(() => void write(), Math.min(wait, apart));
  };

  const nameNow = () => {
    const now = world.now();
    const name = fileName(`backup-${dayOf(now)}.age`, { discreet: isDiscreet() });
    const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0'));
    return name.replace(/\.age$/, `-${time.join('')}.age`);
  };

  /** Everything sealed, and what of the private pages is in it, or why nothing. */
  const seal = async (phrase: string) => {
    const count = store.count();
    const apart = pages ? await pages.changes() : ({ ok: true, changes: [], count: 0 } as const);
    const bytes = await store.download(apart.ok ? apart.changes : []).catch(handOutProblem);
    if (typeof bytes === 'string') return { ok: false, problem: bytes } as const;
    try {
      worker = makeWorker();
      const made = await doBackup({ kind: 'make', bytes, phrase }, worker);
      if (!made.ok) {
        const isFull = made.problem === 'backup-too-large';
        return { ok: false, problem: isFull ? 'backup-too-large' : 'backup-failed' } as const;
      }
      const holds: Counted = { count, pages: apart.ok ? apart.count : null };
      // shut pages stay out of every file, and the page about the folder says so
      const leftOut = apart.ok || apart.problem === 'pages-closed' ? null : apart.problem;
      return { ok: true, bytes: made.bytes, holds, leftOut } as const;
    } finally {
      worker?.terminate();
      worker = null;
    }
  };

  /** Puts a file into the folder, and remembers it. */
  const put = async (folder: Folder, name: string, bytes: Uint8Array<ArrayBuffer>, holds: Counted) => {
    const result = await writeToFolder(folder.handle, name, bytes, folder.written);
    if (closed) return 'folder-failed';
    if (!result.ok) {
      show({ problem: result.problem, ...(result.problem === 'folder-lost' ? { state: 'lost' } : {}) });
      return result.problem;
    }
    const at = world.now().toISOString();
    await keepFolder({ handle: folder.handle, written: result.written, at, ...holds });
    const day = dayOf(world.now());
    await keepNote(store, 'last', { ...holds, at: day });
    await keepNote(store, 'given', withGiven((await readNotes(store)).given, 'folder', day, true));
    written = holds;
    show({ at, problem: null });
    return null;
  };

  /** The folder and the phrase, when both are there and may be used. */
  const reach = async () => {
    const [folder, notes] = await Promise.all([readFolder(), readNotes(store)]);
    if (!folder || notes.phrase === null) return null;
    const isOpen = await isFolderOpen(folder.handle);
    if (!closed) show({ state: isOpen ? 'on' : 'lost', name: folder.handle.name, at: folder.at });
    return isOpen ? { folder, phrase: notes.phrase } : null;
  };

  const write = async (isAsked = false) => {
    clearTimeout(timer);
    if (closed || shown.busy) return;
    try {
      await alone(async () => {
        const reached = await reach();
        if (closed || !reached) return;
        // another tab may have written it meanwhile
        if (!isAsked && !isDue(reached.folder)) {
          const { count, pages } = reached.folder;
          written = { count, pages };
          return;
        }
        show({ busy: true });
        tried = world.now().getTime();
        const made = await seal(reached.phrase);
        if (closed) return;
        if (!made.ok) return show({ problem: made.problem });
        const failed = await put(reached.folder, nameNow(), made.bytes, made.holds);
        if (!failed && made.leftOut) show({ problem: made.leftOut });
      });
    } catch {
      // no worker to be had, or nothing to remember the folder in
      if (!closed) show({ problem: 'backup-failed' });
    } finally {
      if (!closed) show({ busy: false });
      schedule();
    }
  };

  const stopListening = [store.subscribe(schedule), pages?.subscribe(schedule)];
  void readFolder().then(async (folder) => {
    if (!folder || closed) return;
    written = { count: folder.count, pages: folder.pages };
    await reach();
    schedule();
  });

  return {
    state: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush() {
      if (shown.state === 'on' && isDue(written)) void write();
    },
    async choose(phrase, proof = null) {
      if (store.locking?.holds(proof) === false) {
        show({ problem: 'proof-missing' });
        return false;
      }
      const handle = await chooseFolder();
      if (!handle) return false;
      try {
        await keepFolder({ handle, written: [], at: null, count: 0, pages: null });
      } catch {
        show({ problem: 'backup-failed' });
        return false;
      }
      store.locking?.accept(proof);
      await keepNote(store, 'phrase', phrase);
      // other folders chosen before, and what is in them, are not written to any more
      const { given } = await readNotes(store);
      await keepNote(
        store,
        'given',
        given.filter(({ kind }) => kind !== 'folder'),
      );
      if (proof) {
        const news = (await store.drafts.all()).get(newsKey);
        await store.drafts.keep(newsKey, addNews(news, 'folder', world.now()));
      }
      show({ state: 'on', name: handle.name, at: null, problem: null });
      await write(true);
      return true;
    },
    async again() {
      const folder = await readFolder();
      if (folder && (await isFolderOpen(folder.handle, true))) {
        show({ state: 'on', problem: null });
        await write(true);
      }
    },
    writeNow: () => write(true),
    async put(file, holds) {
      const reached = await reach();
      if (!reached) return 'folder-lost';
      const bytes = new Uint8Array(await file.arrayBuffer());
      return put(reached.folder, nameNow(), bytes, holds).catch(() => 'backup-failed');
    },
    async stop() {
      await forgetFolder();
      clearTimeout(timer);
      show(off);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      worker?.terminate();
      for (const stop of stopListening) stop?.();
    },
  };
}

/** One tab at a time; a tab that finds another at it leaves it to that one. */
async function alone(task: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return task();
  await locks.request('mf-folder', { ifAvailable: true }, async (lock) => {
    if (lock) await task();
  });
}
