import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { recordOf } from '#passport/fold.ts';
import { keepDraft, readDrafts } from '#store/drafts.ts';
import { type Keyring, openKeyring } from '#store/keyring.ts';
import { changesOf, readLog } from '#store/log.ts';
import { passportNames } from '#store/registry.ts';
import { type NewKey, reseal } from '#store/reseal.ts';
import { declareRows, keyRowOf, type Rows } from '#store/rows.ts';
import { makeSealer, newKey, type Sealer } from '#store/seal.ts';
import { medicine, open, save, testWorld, wipe } from './world.ts';

const closing: { close(): unknown }[] = [];
afterEach(async () => {
  for (const open of closing.splice(0)) await open.close();
  await wipe();
});

async function behind(): Promise<{ rows: Rows; keyring: Keyring }> {
  const [name] = (await passportNames()) as [string];
  const rows = declareRows(name);
  await rows.open();
  closing.push(rows);
  const row = await keyRowOf(rows);
  const keyring = row ? await openKeyring(rows, name, null, row, [], null) : null;
  if (!keyring) throw new Error('no key');
  return { rows, keyring };
}

/** A new key that lies in the database. */
function inRows(key: Sealer, keep: NewKey['keep'] = () => true): NewKey {
  return { key, kept: { in: 'rows' }, row: { epoch: key.epoch, key: key.raw }, keep, more: [] };
}

describe('sealing everything anew', () => {
  it('under a new key drops what is not kept, and leaves nothing under the old one', async () => {
    const store = await open();
    for (const id of ['m1', 'm2', 'm1', 'm3']) await save(store, medicine(id, `name of ${id}`));
    await store.settle();
    await store.close();
    const { rows, keyring } = await behind();
    const key = await makeSealer(newKey(), 2);
    const keep = ({ record }: { record: string }) => record !== 'm1';
    expect(await reseal(rows, keyring, testWorld(), inRows(key, keep))).toBe(4);
    expect((await rows.log.toArray()).map((row) => [row.seq, row.epoch])).toEqual([
      [4, 2],
      [5, 2],
    ]);
    expect(await rows.snapshots.count()).toBe(0);
    expect((await rows.keys.toArray()).map((row) => row.epoch)).toEqual([2]);
    rows.close();
    const again = await open();
    closing.push(again);
    expect(again.unreadable()).toBe(0);
    expect((await again.log()).map((change) => change.record)).toEqual(['m2', 'm3']);
    expect(recordOf(again.passport(), 'medicines', 'm1')).toBeUndefined();
    await save(again, medicine('m4', 'x'));
    expect((await again.log()).length).toBe(3);
  });

  it('while someone is writing loses nothing of what they write', async () => {
    const store = await open();
    closing.push(store);
    await save(store, medicine('m0', 'x'));
    const { rows, keyring } = await behind();
    let isDone = false;
    const writing = (async () => {
      let count = 0;
      while (!isDone || count < 5) await save(store, medicine(`w${count++}`, 'x'));
      return count;
    })();
    for (let epoch = 2; epoch < 6; epoch++) {
      const key = await makeSealer(newKey(), epoch);
      await reseal(rows, keyring, testWorld(), inRows(key));
    }
    isDone = true;
    const count = await writing;
    const read = await readLog(rows, keyring);
    expect(read.unreadable).toBe(0);
    expect(changesOf(read.batches).length).toBe(count + 1);
    expect(await store.log()).toEqual(changesOf(read.batches));
  });

  it('a draft from a tab that holds the old key is sealed under the new one', async () => {
    await (await open()).close();
    const [old, one] = [await behind(), await behind()];
    await reseal(one.rows, one.keyring, testWorld(), inRows(await makeSealer(newKey(), 2)));
    await keepDraft(old.rows, old.keyring, testWorld(), 'goals/g1/what', 'walk');
    expect((await old.rows.drafts.toArray()).map((row) => row.epoch)).toEqual([2]);
    expect(await readDrafts(one.rows, one.keyring)).toEqual(new Map([['goals/g1/what', 'walk']]));
  });

  it('a row that was moved or relabelled does not open', async () => {
    const sealer = await makeSealer(newKey(), 1);
    const label = { table: 'log', id: 'a', seq: 1 };
    const box = await sealer.seal(label, ['words']);
    expect(await sealer.open(label, box)).toEqual(['words']);
    for (const wrong of [
      { ...label, seq: 2 },
      { ...label, id: 'b' },
      { ...label, table: 'drafts' },
    ]) {
      expect(await sealer.open(wrong, box)).toBeNull();
    }
    expect(await (await makeSealer(sealer.raw, 2)).open(label, box)).toBeNull();
    expect(await (await makeSealer(newKey(), 1)).open(label, box)).toBeNull();
  });
});
