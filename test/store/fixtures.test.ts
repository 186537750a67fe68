import 'fake-indexeddb/auto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '#passport/change.ts';
import { fold, recordOf } from '#passport/fold.ts';
import { readDownload } from '#store/read-download.ts';
import { passportNames } from '#store/registry.ts';
import { declareRows } from '#store/rows.ts';
import { medicine, open, save, testWorld, wipe } from './world.ts';

/**
 * Files of every released format, which must open for ever. `log-v1.json` holds the rows of a database as they lie on
 * the disk, key row included, and the changes they stand for; `download-v1.passport` is the download of the same.
 * Until format 1 is released they may be made again: MAKE_FIXTURES=1 npx vitest run test/store/fixtures.test.ts
 */
const folder = new URL('../fixtures/', import.meta.url);
const logFile = new URL('log-v1.json', folder);
const downloadFile = new URL('download-v1.passport', folder);

type Fixture = { readonly tables: Record<string, readonly object[]>; readonly changes: readonly Change[] };

const pack = (_: string, value: unknown) =>
  value instanceof ArrayBuffer
    ? { buffer: Buffer.from(value).toString('base64') }
    : value && typeof value === 'object' && 'packed' in value
      ? { bytes: value.packed }
      : value;
const unpack = (_: string, value: unknown) => {
  const { buffer, bytes } = (value ?? {}) as { buffer?: string; bytes?: string };
  if (typeof buffer === 'string') return new Uint8Array(Buffer.from(buffer, 'base64')).buffer;
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : value;
};
const rowToJson = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) =>
      value instanceof Uint8Array ? [name, { packed: Buffer.from(value).toString('base64') }] : [name, value],
    ),
  );

async function make(): Promise<void> {
  await wipe();
  const world = testWorld();
  const store = await open({ world });
  await save(store, {
    part: 'me',
    record: 'me',
    set: { preferredName: 'Asha', languages: ['en', { own: 'Sylheti' }] },
  });
  await save(store, medicine('m1', 'naproxen'), medicine('m2', 'amitriptyline'));
  await save(store, { part: 'medicines', record: 'm1', set: { name: 'ibuprofen', why: 'رقبتي تؤلمني 5-7' } });
  await save(store, { part: 'medicines', record: 'm2', removed: true });
  await save(store, { part: 'from-2030', record: 'r1', set: { aura: { deep: [1, null] } as never } });
  await store.settle();
  world.wait(86_400_000);
  await save(store, { part: 'flare', record: 'flare', set: { steps: ['Stop', 'Warm pack \u{1f9e3}'] } });
  await store.drafts.keep('goals/g1/what', 'walk to the');
  const changes = await store.log();
  writeFileSync(downloadFile, await store.download());
  await store.close();
  const [name] = await passportNames();
  const db = await new Dexie(name as string).open();
  const tables: Record<string, unknown> = {};
  for (const table of db.tables) tables[table.name] = (await table.toArray()).map(rowToJson);
  await db.close();
  writeFileSync(logFile, `${JSON.stringify({ tables, changes }, pack, 1)}\n`);
}

describe('format version 1', () => {
  beforeAll(async () => {
    if (process.env['MAKE_FIXTURES']) await make();
    await wipe();
  });
  afterAll(wipe);

  const fixture = () => JSON.parse(readFileSync(logFile, 'utf8'), unpack) as Fixture;

  it('a log of it opens, with its snapshot, its drafts and what a newer version had written', async () => {
    const { tables, changes } = fixture();
    const rows = declareRows('mf-fixture');
    await rows.open();
    for (const [name, list] of Object.entries(tables)) await rows.table(name).bulkAdd(list);
    await rows.close();
    const store = await open({ name: 'mf-fixture' });
    expect(store.unreadable()).toBe(0);
    expect(await store.log()).toEqual(changes);
    expect(store.passport()).toEqual(fold(changes));
    expect(recordOf(store.passport(), 'medicines', 'm1')?.entries['name']?.value).toBe('ibuprofen');
    expect(recordOf(store.passport(), 'from-2030', 'r1')?.entries['aura']?.value).toEqual({ deep: [1, null] });
    expect(await store.drafts.all()).toEqual(new Map([['goals/g1/what', 'walk to the']]));
    await store.close();
  });

  it('a download of it opens', async () => {
    const read = await readDownload(new Uint8Array(readFileSync(downloadFile)));
    expect(read).toEqual({ ok: true, changes: fixture().changes, made: '2026-03-03T10:00:00.000Z' });
  });
});
