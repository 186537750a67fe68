import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, gonePart } from '#passport/change.ts';
import { changesSince, keepNote, readNotes } from '#store/backups.ts';
import { encodeDownload } from '#store/download.ts';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { stretchHere } from '#store/lock/stretch.ts';
import { openStore } from '#store/open.ts';
import type { OpenOptions, Store } from '#store/store.ts';
import { undoMergeAll } from '#store/undo-merge.ts';
import { begun, storeOf, title } from './pages-world.ts';
import { medicine, memoryDisk, open, save, testLocks, testStorage, testWorld, wipe } from './world.ts';

const world = testWorld();
const stretch: NonNullable<OpenOptions['stretch']> = (secret, salt) =>
  stretchHere({ secret, salt, cost: { memory: 64, passes: 1 } });
let disk = memoryDisk(world);
const opened: Store[] = [];
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: testLocks() });
  vi.stubGlobal('localStorage', testStorage());
  disk = memoryDisk(world);
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  vi.unstubAllGlobals();
  await wipe();
});

async function start(): Promise<Store> {
  const store = await open({ world, disk, stretch });
  opened.push(store);
  return store;
}

const made = '2026-03-01T10:00:00.000Z';
const change = (id: string, n: number, name: string, more: Partial<Change> = {}): Change => ({
  ...{ id, n, at: made, by: '', lang: 'en-GB', part: 'medicines', record: id, set: { name } },
  ...more,
});
const tombstone = (record: string): Change => ({
  ...{ id: `gone-${record}`, n: 90, at: '', by: '', lang: '', part: gonePart, record },
  removed: true,
});

/** One passport, and a file that changes a medicine of it and brings another. */
async function merged(...more: readonly Change[]) {
  const store = await start();
  const [first] = await save(store, medicine('m1', 'naproxen'), medicine('m2', 'codeine'));
  const before = await store.log();
  const file = await encodeDownload(
    [...before, change('t1', 8, 'theirs', { record: 'm1' }), change('t2', 9, 'new there'), ...more],
    made,
  );
  expect(await store.restore(file)).toMatchObject({ ok: true, added: 2 + more.length });
  return { store, before, file, first };
}
const names = (store: Store) =>
  Object.values(store.passport().parts['medicines'] ?? {}).map(({ entries }) => entries['name']?.value);

describe('a merge', () => {
  it('is undone: exactly what came in is out again, and words written since stay', async () => {
    const { store, before } = await merged();
    expect(names(store)).toEqual(['theirs', 'codeine', 'new there']);
    const since = await save(
      store,
      { part: 'medicines', record: 't2', set: { dose: '5 mg' } },
      medicine('m3', 'since'),
    );
    expect(await store.merged()).toMatchObject({ kind: 'merged', count: 2, made, before: 2 });
    expect(await store.undoMerge()).toEqual({ ok: true, count: 2 });
    expect(await store.log()).toEqual([...before, ...since]);
    expect(names(store)).toEqual(['naproxen', 'codeine', undefined, 'since']);
    expect(store.passport().parts['medicines']?.['t2']?.entries['dose']?.value).toBe('5 mg');
    expect(await store.merged()).toBeNull();
    expect(await store.undoMerge()).toEqual({ ok: true, count: 0 });
    await store.settle();
    await store.close();
    expect(await (await start()).log()).toEqual([...before, ...since]);
  });

  it('is undone after a reload too, and the safe copy holds none of it', async () => {
    const { store, before } = await merged();
    await store.settle();
    await store.close();
    const again = await start();
    expect(await again.undoMerge()).toEqual({ ok: true, count: 2 });
    expect(await again.log()).toEqual(before);
    await again.flush();
    expect(again.safe()).toBe('kept');
    await again.close();
    await wipe();
    const told = await openStore({ world, disk, stretch });
    if (told.ok || !('loss' in told) || !told.loss) throw new Error('no loss was told');
    expect(told.loss.safe?.count).toBe(2);
  });

  it('is undone, and the same file brings it back: no tombstone stands in its way', async () => {
    const { store, file, before } = await merged();
    await store.undoMerge();
    expect(await store.log()).toEqual(before);
    expect(await store.restore(file)).toMatchObject({ ok: true, added: 2 });
    expect(names(store)).toEqual(['theirs', 'codeine', 'new there']);
  });

  it('is undone until the next one: then that one is', async () => {
    const { store } = await merged();
    expect(await store.restore(await encodeDownload([change('u1', 20, 'later file')], made))).toMatchObject({
      added: 1,
    });
    expect(await store.undoMerge()).toEqual({ ok: true, count: 1 });
    expect(names(store)).toEqual(['theirs', 'codeine', 'new there']);
    expect(await store.merged()).toBeNull();
  });

  it('that could not be saved leaves the one before to be undone', async () => {
    const { store } = await merged();
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const file = await encodeDownload([change('u1', 20, 'later file')], made);
    expect((await store.restore(file)).ok).toBe(false);
    full.mockRestore();
    expect(await store.undoMerge()).toEqual({ ok: true, count: 2 });
  });

  it('is undone in every tab', async () => {
    const { store, before } = await merged();
    const other = await start();
    expect(names(other)).toEqual(['theirs', 'codeine', 'new there']);
    await store.undoMerge();
    await vi.waitFor(() => expect(names(other)).toEqual(['naproxen', 'codeine']));
    const [late] = await save(other, medicine('m3', 'since'));
    expect(await other.log()).toEqual([...before, late]);
  });

  it('is undone although a lock was put on since', async () => {
    const { store, before } = await merged();
    const recovery = newRecoveryKey(world.random);
    await store.locking?.turnOn({ passphrase: 'purple kettle', recovery, opens: 'nothing' });
    expect(await store.undoMerge()).toEqual({ ok: true, count: 2 });
    expect(await store.log()).toEqual(before);
    await store.close();
    const door = await openStore({ world, disk, stretch });
    expect(door).toMatchObject({ ok: false, problem: 'store-locked' });
  });

  it('that is undone gives back nothing that it removed for ever, and what it said was removed stays so', async () => {
    const { store, before } = await merged(tombstone('m2'));
    await vi.waitFor(async () => expect(JSON.stringify(await store.log())).not.toContain('codeine'));
    expect(await store.undoMerge()).toEqual({ ok: true, count: 2 });
    expect((await store.log()).map(({ id }) => id)).toEqual([before[0]?.id, 'gone-m2']);
    expect(await store.restore(await encodeDownload(before, made))).toMatchObject({ ok: true, added: 0 });
  });

  it('says before it is made what it would remove for ever, here and elsewhere', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const file = await encodeDownload([change('t1', 3, 'x'), tombstone('m1'), tombstone('nothing-here')], made);
    expect(await store.preview(file)).toMatchObject({ gone: 1, removals: 2, elsewhere: 1 });
  });

  it('is not undone, and nothing is taken out, while the safe copy cannot be overwritten', async () => {
    const { store } = await merged();
    await store.flush();
    const { write } = disk;
    disk.write = async (file, bytes) => !file.includes('-safe-') && write(file, bytes);
    expect(await store.undoMerge()).toEqual({ ok: false, problem: 'forever-safe-copy' });
    expect(names(store)).toEqual(['theirs', 'codeine', 'new there']);
    disk.write = write;
    expect(await store.undoMerge()).toEqual({ ok: true, count: 2 });
  });

  it('that is undone lets nothing written since pass for backed up', async () => {
    const { store } = await merged();
    await keepNote(store, 'last', { count: store.count(), pages: 0, at: '2026-03-02' });
    expect(await undoMergeAll(store, null)).toEqual({ ok: true, pagesLeft: null });
    await save(store, medicine('m3', 'since'));
    const counted = { count: store.count(), pages: null };
    expect(changesSince(await readNotes(store), counted)).toBe(1);
  });
});

describe('private pages that came in with a merge', () => {
  const page = (id: string, n: number) => change(id, n, '', { part: 'pages', set: { title: 'Theirs' } });

  it.each([
    ['none', false],
    ['some', true],
  ])('are taken out with it, where there were %s', async (_, hasOwn) => {
    const { main, pages } = await begun(null);
    opened.push(main);
    if (!hasOwn) await pages.erase();
    const own = hasOwn ? await save(storeOf(pages), title('p', 'Mine')) : [];
    const restored = await main.restore(await encodeDownload([change('t1', 3, 'x'), page('q', 4)], made));
    if (!restored.ok) throw new Error(restored.problem);
    expect(await pages.take(restored.apart)).toEqual({ ok: true });
    expect(await storeOf(pages).log()).toHaveLength(own.length + 1);
    expect(await undoMergeAll(main, pages)).toEqual({ ok: true, pagesLeft: null });
    expect(await storeOf(pages).log()).toEqual(own);
    await pages.close();
    expect(await pages.open()).toEqual({ ok: true });
    expect(await storeOf(pages).log()).toEqual(own);
    await pages.close();
  });

  it('and their own words are in every backup, although the passport was told that they were removed', async () => {
    const { main, pages } = await begun(null);
    opened.push(main);
    await save(storeOf(pages), title('p', 'Mine'));
    await main.restore(await encodeDownload([change('t1', 3, 'x'), tombstone('p')], made));
    const read = await pages.changes();
    const file = await main.download(read.ok ? read.changes : []);
    const fresh = await open({ world, disk: null, fresh: true });
    opened.push(fresh);
    expect(await fresh.restore(file)).toMatchObject({ ok: true, apart: [{ set: { title: 'Mine' } }] });
    await pages.close();
  });
});
