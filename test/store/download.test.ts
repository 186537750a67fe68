import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Change, largestN, merge } from '#passport/change.ts';
import { fold } from '#passport/fold.ts';
import { encodeDownload } from '#store/download.ts';
import { memoryStore } from '#store/memory.ts';
import { readDownload } from '#store/read-download.ts';
import { slack } from '#store/room.ts';
import type { Store } from '#store/store.ts';
import { me, medicine, open, save, testWorld, wipe } from './world.ts';

const opened: Store[] = [];
async function start(...options: Parameters<typeof open>): Promise<Store> {
  const store = await open(...options);
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await wipe();
});

const made = '2026-03-02T10:00:00.000Z';
const change = (id: string, n: number, more: Partial<Change> = {}): Change => ({
  id,
  n,
  at: made,
  by: '',
  lang: 'en-GB',
  part: 'medicines',
  record: 'm1',
  set: { name: id },
  ...more,
});

/** The file with the bytes of one part replaced and its sum made right again, as a forger would. */
async function forge(lines: string, header: object = {}): Promise<Uint8Array> {
  const text = new TextEncoder().encode(lines);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const changes = lines.split('\n').length - 1;
  const head = new TextEncoder().encode(
    JSON.stringify({ changes, bytes: text.length, packed: packed.length, made, ...header }),
  );
  const good = await encodeDownload([], made);
  const start = [...good.subarray(0, 10), 0, 0, head.length >> 8, head.length & 255];
  const body = new Uint8Array([...start, ...head, ...packed]);
  return new Uint8Array([...body, ...new Uint8Array(await crypto.subtle.digest('SHA-256', body))]);
}
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('a download', () => {
  it('reads back exactly as it was', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const changes = fc.array(
      fc.record({
        id: fc.stringMatching(/^[A-Za-z0-9]{16}$/),
        n: fc.integer({ min: 1, max: 1000 }),
        name: text,
        by: text,
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const log = list.map(({ id, n, name, by }) => change(id, n, { by, set: { name } }));
        expect(await readDownload(await encodeDownload(log, made))).toEqual({ ok: true, changes: log, made });
      }),
      { numRuns: 60 },
    );
  });

  it('says in its header how many changes it holds and when it was made, and nothing else', async () => {
    const file = await encodeDownload([change('a', 1, { set: { name: 'zebra' } })], made);
    const head = new TextDecoder('latin1').decode(file.subarray(14, 90));
    expect(head).toMatch(/^\{"changes":1,"bytes":\d+,"packed":\d+,"made":"2026-03-02T10:00:00.000Z"\}/);
  });

  it('cut short anywhere is told as cut', async () => {
    const file = await encodeDownload([change('a', 1), change('b', 2)], made);
    for (let length = 1; length < file.length; length++) {
      expect(await readDownload(file.subarray(0, length))).toEqual({ ok: false, problem: 'file-cut' });
    }
  });

  it('with one bit turned anywhere is refused', async () => {
    const file = await encodeDownload([change('a', 1), change('b', 2)], made);
    for (let at = 0; at < file.length; at++) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
      expect((await readDownload(damaged)).ok, `byte ${at}`).toBe(false);
    }
  });

  it('of another kind is told as not ours', async () => {
    for (const text of ['', '%PDF-1.7', '{"changes":[]}', 'PK\u0003\u0004', 'a']) {
      expect(await readDownload(new TextEncoder().encode(text))).toEqual({ ok: false, problem: 'file-not-ours' });
    }
  });

  it('of a newer version is told as newer, whatever follows', async () => {
    const file = await encodeDownload([change('a', 1)], made);
    file[9] = 2;
    expect(await readDownload(file)).toEqual({ ok: false, problem: 'file-newer' });
    expect(await readDownload(file.subarray(0, 40))).toEqual({ ok: false, problem: 'file-newer' });
  });

  it('that says it is larger than any passport is refused before it is opened', async () => {
    for (const header of [{ changes: 2 ** 40 }, { bytes: 2 ** 40 }, { packed: 2 ** 40 }]) {
      expect(await readDownload(await forge('', header))).toEqual({ ok: false, problem: 'file-too-large' });
    }
  });

  it('that grows beyond what it says stops there', async () => {
    const bomb = 'x'.repeat(4_000_000);
    const began = performance.now();
    expect(await readDownload(await forge(bomb, { bytes: 1000, changes: 1 }))).toEqual({
      ok: false,
      problem: 'file-damaged',
    });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('with one change that is not a change is refused whole', async () => {
    const good = line(change('a', 1));
    const deep = `{"id":"b","n":1,"set":{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}}\n`;
    const bad = [
      'not json\n',
      'null\n',
      '[]\n',
      '\n',
      deep,
      line({ ...change('b', 2), extra: 1 }),
      line({ ...change('b', 2), part: '__proto__' }),
      line({ ...change('b', 2), record: 'constructor' }),
      line(change('b', 0)),
      line(change('b', 1.5)),
      line(change('b', largestN + 1)),
      '{"id":"b","n":2,"at":"","by":"","lang":"","part":"p","record":"r","set":{"x":{"__proto__":{"a":1}}}}\n',
      JSON.stringify(change('b', 2)),
    ];
    for (const text of bad) {
      expect(await readDownload(await forge(good + text)), text.slice(0, 80)).toEqual({
        ok: false,
        problem: 'file-damaged',
      });
    }
    expect(({} as { a?: number }).a).toBeUndefined();
    expect((await readDownload(await forge(good))).ok).toBe(true);
  });

  it('with numbers that would use up all the numbers is not taken in', async () => {
    const store = await start();
    const forged = await forge(line(change('a', slack + 2)));
    expect(await store.preview(forged)).toEqual({ ok: false, problem: 'file-damaged' });
    expect(await store.restore(forged)).toEqual({ ok: false, problem: 'file-damaged' });
    expect(await store.restore(await forge(line(change('a', slack + 1))))).toMatchObject({ ok: true, added: 1 });
    expect((await readDownload(await forge(line(change('a', largestN + 1))))).ok).toBe(false);
  });

  it('with lines that are not UTF-8, or fewer or more than it says, is refused', async () => {
    const good = line(change('a', 1));
    expect((await readDownload(await forge(good, { changes: 2 }))).ok).toBe(false);
    expect((await readDownload(await forge(good + line(change('b', 2)), { changes: 1 }))).ok).toBe(false);
    expect((await readDownload(await forge('\n'.repeat(100_000), { changes: 1 }))).ok).toBe(false);
  });

  it('never throws, whatever the bytes', async () => {
    const file = await encodeDownload([change('a', 1)], made);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((tail) => new Uint8Array([...file.subarray(0, 14), ...tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (any) => {
        expect((await readDownload(any)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('restoring', () => {
  it('on a fresh phone gives the same passport, and a second time adds nothing', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'), { part: 'me', record: 'me', set: { preferredName: 'Asha' } });
    await save(store, { part: 'medicines', record: 'm1', removed: true });
    const file = await store.download();
    const phone = await start({ fresh: true });
    expect(await phone.preview(file)).toMatchObject({
      ok: true,
      changes: 3,
      added: 3,
      isRelated: true,
      made,
      gone: 0,
      apart: 0,
    });
    expect(await phone.restore(file)).toEqual({ ok: true, added: 3, apart: [] });
    expect(phone.passport()).toEqual(store.passport());
    const before = phone.passport();
    expect(await phone.restore(file)).toEqual({ ok: true, added: 0, apart: [] });
    expect(phone.passport()).toBe(before);
    await phone.settle();
    await phone.close();
    expect((await start()).passport()).toEqual(before);
  });

  it('an older file overwrites nothing that was written since', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const file = await store.download();
    await save(store, medicine('m1', 'codeine'), medicine('m2', 'tramadol'));
    const now = store.passport();
    expect(await store.restore(file)).toEqual({ ok: true, added: 0, apart: [] });
    expect(store.passport()).toBe(now);
  });

  it('two phones that restore from each other hold the same', async () => {
    const one = await start();
    await save(one, medicine('m1', 'naproxen'));
    const two = await start({ fresh: true });
    await two.restore(await one.download());
    await save(one, medicine('m1', 'codeine'), medicine('m2', 'a'));
    await save(two, medicine('m1', 'tramadol'));
    const [fromOne, fromTwo] = [await one.download(), await two.download()];
    await one.restore(fromTwo);
    await two.restore(fromOne);
    expect(one.passport()).toEqual(two.passport());
    expect(await one.log()).toEqual(await two.log());
    expect(one.passport()).toEqual(fold(merge(await one.log(), await two.log())));
  });

  it('a file that shares nothing with this passport is seen before it is added', async () => {
    const one = await start();
    await save(one, medicine('m1', 'naproxen'));
    const two = await start({ fresh: true });
    await save(two, medicine('m9', 'codeine'));
    expect(await two.preview(await one.download())).toMatchObject({ isRelated: false, added: 1 });
  });

  it('a cut, foreign, newer or damaged file overwrites nothing', async () => {
    const store = await start();
    await save(store, medicine('m1', 'naproxen'));
    const file = await store.download();
    await save(store, medicine('m1', 'codeine'));
    const before = store.passport();
    const newer = file.slice();
    newer[9] = 9;
    const damaged = file.slice();
    damaged[file.length - 50] = (damaged[file.length - 50] as number) ^ 1;
    const cases = [
      [file.subarray(0, file.length - 1), 'file-cut'],
      [new TextEncoder().encode('%PDF-1.7 '), 'file-not-ours'],
      [newer, 'file-newer'],
      [damaged, 'file-damaged'],
    ] as const;
    for (const [bytes, problem] of cases) {
      expect(await store.restore(bytes)).toEqual({ ok: false, problem });
      expect(await store.preview(bytes)).toEqual({ ok: false, problem });
    }
    expect(store.passport()).toBe(before);
    expect((await store.log()).length).toBe(2);
  });
});

describe('a passport in memory', () => {
  it('keeps the same promises and leaves nothing on the device', async () => {
    const store = memoryStore([change('a', 1), change('b', 2, { part: 'goals', record: 'g' })], testWorld());
    let heard = 0;
    const stop = store.subscribe(() => heard++);
    const untouched = store.passport().parts['goals']?.['g'];
    await store.drafts.keep('medicines/m1/name', 'half');
    await save(store, medicine('m1', 'codeine'), { part: 'medicines', record: 'm1', removed: true });
    expect(heard).toBe(1);
    stop();
    expect(store.passport().parts['goals']?.['g']).toBe(untouched);
    expect((await store.drafts.all()).size).toBe(0);
    expect((await store.history('medicines', 'm1')).length).toBe(3);
    const copy = memoryStore([], testWorld());
    expect(await copy.restore(await encodeDownload(await store.log(), '2026-11-21T12:00:00Z'))).toEqual({
      ok: true,
      added: 4,
      apart: [],
    });
    expect(copy.passport()).toEqual(store.passport());
    expect((await store.append([], me)).ok).toBe(true);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('says in its file that it is the example, and no passport takes that file in', async () => {
    const file = await memoryStore([change('a', 1)], testWorld()).download();
    expect(await readDownload(file)).toEqual({ ok: false, problem: 'file-example' });
    expect(await memoryStore([], testWorld()).restore(file)).toEqual({ ok: false, problem: 'file-example' });
  });
});
