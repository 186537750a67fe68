import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup, openBackup } from '#exchange/file/backup.ts';
import type { BackupRequest } from '#exchange/file/backup-job.ts';
import { merge } from '#passport/change.ts';
import { ageGiven, keepNote, readNotes } from '#store/backups.ts';
import { encodeDownload } from '#store/download.ts';
import type { Folder } from '#store/folder.ts';
import { newsKey, readNews } from '#store/lock-news.ts';
import type { Pages } from '#store/pages.ts';
import { isHomeChange } from '#store/pages-home.ts';
import type { Proof } from '#store/proving.ts';
import { readDownload } from '#store/read-download.ts';
import type { Locking, Store } from '#store/store.ts';
import { sessionWithPages } from '../screens/pages/pages-in-memory.ts';

// the folder and where it is remembered are the browser's; its handle cannot be cloned here
const device = vi.hoisted(() => ({ row: null as Folder | null, forgetful: false }));
vi.mock('#store/folder.ts', async (original) => ({
  ...(await original<typeof import('#store/folder.ts')>()),
  chooseFolder: async () => handle,
  readFolder: async () => device.row,
  keepFolder: async (row: Folder) => {
    if (device.forgetful) throw new DOMException('', 'QuotaExceededError');
    device.row = row;
  },
}));
const { folderKeeper } = await import('#app/folder-keeper.ts');

const phrase = 'maple river stone candle orbit window';
const files = new Map<string, Uint8Array<ArrayBuffer>>();
const handle = {
  name: 'Backups',
  getFileHandle: async (name: string) => ({
    createWritable: async () => ({
      write: async (bytes: Uint8Array<ArrayBuffer>) => void files.set(name, Uint8Array.from(bytes)),
      close: async () => undefined,
    }),
    getFile: async () => new Blob([files.get(name) ?? new Uint8Array()]),
  }),
  removeEntry: async (name: string) => void files.delete(name),
} as unknown as Folder['handle'];

/** Seals as the worker does, at little cost. */
function worker(): Worker {
  return {
    async postMessage({ bytes, phrase: typed, port }: BackupRequest) {
      port.postMessage({ kind: 'result', result: await makeBackup(bytes, typed, undefined, 2) });
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    terminate: () => undefined,
  } as unknown as Worker;
}

type Kept = ReturnType<typeof folderKeeper>;
let keeper: Kept | null = null;

function keep({ store, pages }: { store: Store; pages: Pages }, makeWorker = worker, now = () => new Date()): Kept {
  const world = { now, random: (count: number) => new Uint8Array(count) };
  keeper = folderKeeper({ session: { store, world }, pages, makeWorker, isDiscreet: () => false });
  return keeper;
}

/** How many changes of private pages the last file holds. */
async function pagesInLast(): Promise<number> {
  const last = [...files.values()].at(-1);
  const opened = last && (await openBackup(last, phrase));
  if (!opened?.ok) throw new Error('no file that opens');
  const read = await readDownload(opened.bytes);
  if (!read.ok) throw new Error(read.problem);
  return read.changes.filter(({ part }) => part === 'pages').length;
}

/** One that gives its files out as a person's own, not as the example's. */
function passport() {
  const session = sessionWithPages([]);
  const download: Store['download'] = async (more = []) => {
    const own = (await session.store.log()).filter((change) => !isHomeChange(change));
    return encodeDownload(merge(own, more), '2026-03-03T10:00:00.000Z');
  };
  return { ...session, store: { ...session.store, download } };
}

const writePage = ({ pages }: { pages: Pages }, record: string) =>
  pages.store()?.append([{ part: 'pages', record, set: { title: 'Winter' } }], { by: '', lang: 'en-GB' });

beforeEach(() => {
  vi.stubGlobal('navigator', {});
  files.clear();
  Object.assign(device, { row: null, forgetful: false });
});
afterEach(() => {
  keeper?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a change on open private pages alone is written too, and counted', async () => {
  const session = passport();
  await session.pages.begin(null);
  const kept = keep(session);
  expect(await kept.choose(phrase)).toBe(true);
  expect(await pagesInLast()).toBe(0);
  await writePage(session, 'p');
  kept.flush();
  await vi.waitFor(async () => expect(await pagesInLast()).toBe(1));
  await vi.waitFor(() => expect(kept.state().busy).toBe(false));
  expect(device.row).toMatchObject({ count: session.store.count(), pages: 1 });
  expect((await readNotes(session.store)).last).toMatchObject({ count: session.store.count(), pages: 1 });
  const { size } = files;
  kept.flush();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(files.size).toBe(size);
});

test('pages that a file had to leave out are written once they are open', async () => {
  const session = passport();
  await session.pages.begin('four green chairs');
  await writePage(session, 'p');
  await session.pages.close();
  const kept = keep(session);
  await kept.choose(phrase);
  expect(device.row).toMatchObject({ pages: null });
  expect(kept.state().problem).toBeNull();
  expect(await pagesInLast()).toBe(0);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await session.pages.open('four green chairs');
  // before they close by themselves
  await vi.advanceTimersByTimeAsync(90_000);
  vi.useRealTimers();
  await vi.waitFor(async () => expect(await pagesInLast()).toBe(1));
});

test('pages that cannot be read stay out, and why is said', async () => {
  const session = passport();
  await session.pages.begin(null);
  const pages: Pages = { ...session.pages, changes: async () => ({ ok: false, problem: 'store-damaged' }) };
  const kept = keep({ store: session.store, pages });
  await kept.choose(phrase);
  expect(files.size).toBe(1);
  expect(kept.state()).toMatchObject({ busy: false, problem: 'store-damaged' });
  expect(device.row).toMatchObject({ pages: null });
});

test('where no worker can be had that is said, and it is not busy for ever', async () => {
  const session = passport();
  const kept = keep(session, () => {
    throw new DOMException('', 'SecurityError');
  });
  await kept.choose(phrase);
  expect(kept.state()).toMatchObject({ busy: false, problem: 'backup-failed' });
});

test('a folder that cannot be remembered is not chosen, and a file that cannot be is said to have failed', async () => {
  const session = passport();
  const kept = keep(session);
  device.forgetful = true;
  expect(await kept.choose(phrase)).toBe(false);
  expect(kept.state()).toMatchObject({ state: 'off', busy: false, problem: 'backup-failed' });
  device.forgetful = false;
  await kept.choose(phrase);
  expect(kept.state().problem).toBeNull();
  device.forgetful = true;
  await kept.writeNow();
  expect(kept.state()).toMatchObject({ busy: false, problem: 'backup-failed' });
  expect(await kept.put(new File(['x'], 'backup.age'), { count: 1, pages: 0 })).toBe('backup-failed');
});

test('a file put there by hand is remembered for what is in it, not for what has come since', async () => {
  const session = passport();
  const kept = keep(session);
  await kept.choose(phrase);
  await keepNote(session.store, 'last', null);
  expect(await kept.put(new File(['x'], 'backup.age'), { count: 7, pages: null })).toBeNull();
  expect(device.row).toMatchObject({ count: 7, pages: null });
  expect((await readNotes(session.store)).last).toMatchObject({ count: 7, pages: null });
});

test('behind a lock no folder is chosen without a proof, which is used up, and the next unlocking tells of it', async () => {
  const session = passport();
  const proof = {} as Proof;
  let given: Proof | null = proof;
  const locking = {
    holds: (one) => one !== null && one === given,
    accept(one) {
      const isHeld = one !== null && one === given;
      given = null;
      return isHeld;
    },
  } as Locking;
  const kept = keep({ store: { ...session.store, locking }, pages: session.pages });
  expect(await kept.choose(phrase)).toBe(false);
  expect(kept.state()).toMatchObject({ state: 'off', problem: 'proof-missing' });
  expect(files.size).toBe(0);
  expect(await kept.choose(phrase, proof)).toBe(true);
  expect(await kept.choose(phrase, proof)).toBe(false);
  const drafts = await session.store.drafts.all();
  expect(readNews(drafts.get(newsKey)).map(({ what }) => what)).toEqual(['folder']);
  expect(drafts.get(newsKey)).not.toContain(kept.state().name);
});

test('files in a folder that someone may know stay old until it is chosen again', async () => {
  const session = passport();
  const kept = keep(session);
  await kept.choose(phrase);
  const given = async () => (await readNotes(session.store)).given.map(({ kind, isOld }) => `${kind} ${isOld}`);
  expect(await given()).toEqual(['folder false']);
  const [key, text] = ageGiven(await session.store.drafts.all()) ?? ['', ''];
  await session.store.drafts.keep(key, text);
  await kept.writeNow();
  expect(await given()).toEqual(['folder true']);
  await kept.choose('another phrase of a few words');
  expect(await given()).toEqual(['folder false']);
});
