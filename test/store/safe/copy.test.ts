import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestN } from '#passport/change.ts';
import { lossOf } from '#store/safe/sentinel.ts';
import { addToTally, emptyTally } from '#store/safe/tally.ts';
import {
  changesFrom,
  files,
  idsOf,
  journal,
  keyOf,
  numbers,
  onlyWith,
  safeOn,
  slotA,
  slotB,
  testDisk,
} from './fixture.ts';

const key = await keyOf(1);
const isOpen = onlyWith(key);

/** Both slots written, the second with more, and `records` in the journal after it. */
async function grown(records = 10) {
  const disk = testDisk();
  const safe = safeOn(disk);
  expect(await safe.rewrite(key, changesFrom(0, 60))).toBe(true);
  expect(await safe.rewrite(key, changesFrom(0, 80))).toBe(true);
  for (let at = 80; at < 80 + records; at++) expect(await safe.add(key, changesFrom(at, at + 1))).toBe(true);
  return { disk, safe, all: idsOf(changesFrom(0, 80 + records)) };
}

/** True when the copy itself, or beside it the sentinel, tells that something is missing. */
async function isNoticed(disk: ReturnType<typeof testDisk>, all: readonly string[]) {
  const { changes, damaged } = await safeOn(disk).read(isOpen);
  const sentinel = {
    install: 'x',
    revision: 1,
    ...addToTally(
      emptyTally,
      all.map((id) => ({ id })),
    ),
  };
  const here = { ...addToTally(emptyTally, changes), unreadable: 0 };
  expect(all).toEqual(expect.arrayContaining(idsOf(changes)));
  return damaged > 0 || lossOf({ sentinel, here }) !== null;
}

describe('the safe copy', () => {
  it('makes its three files at its first use, and holds nothing then', async () => {
    const disk = testDisk();
    expect(await safeOn(disk).check()).toEqual({ isThere: false, damaged: 0 });
    expect([...disk.files.keys()].sort()).toEqual([journal, slotA, slotB].sort());
    expect(await safeOn(disk).check()).toEqual({ isThere: false, damaged: 0 });
    expect(await safeOn(disk).read(isOpen)).toEqual({ changes: [], damaged: 0, flushed: null, isThere: false });
  });

  it('gives back all that was added and rewritten, and says when', async () => {
    const { disk, all } = await grown();
    const read = await safeOn(disk).read(isOpen);
    expect(idsOf(read.changes)).toEqual(all);
    expect(read).toMatchObject({ damaged: 0, isThere: true, flushed: new Date('2026-03-02T10:00:00.000Z') });
    expect(read.changes).toEqual(changesFrom(0, 90));
  });

  it('lies on the disk without a word of it', async () => {
    const disk = testDisk();
    const safe = safeOn(disk);
    await safe.rewrite(key, changesFrom(0, 30, 'planted'));
    await safe.add(key, changesFrom(30, 31, 'planted'));
    for (const bytes of disk.files.values()) expect(Buffer.from(bytes).includes('planted')).toBe(false);
  });

  it('does not open with another key, and says how much it could not read', async () => {
    const { disk } = await grown(3);
    const stranger = await keyOf(2);
    expect(await safeOn(disk).read(onlyWith(stranger))).toMatchObject({ changes: [], damaged: 5, isThere: true });
    expect(await safeOn(disk).read(async () => stranger)).toMatchObject({ changes: [], damaged: 5, isThere: true });
    const broken = async () => Promise.reject(new Error('no database'));
    expect(await safeOn(disk).read(broken)).toMatchObject({ changes: [], damaged: 5, isThere: true });
  });

  it('writes the older slot, and empties the journal once the new one reads back', async () => {
    const { disk, safe } = await grown();
    const [a, b] = [disk.files.get(slotA), disk.files.get(slotB)];
    await safe.rewrite(key, changesFrom(0, 90));
    expect(disk.files.get(slotA)).not.toEqual(a);
    expect(disk.files.get(slotB)).toEqual(b);
    expect(disk.files.get(journal)?.length).toBe(52);
    await safe.rewrite(key, changesFrom(0, 95));
    expect(disk.files.get(slotB)).not.toEqual(b);
    expect(idsOf((await safe.read(isOpen)).changes)).toEqual(idsOf(changesFrom(0, 95)));
  });

  it('keeps the journal when the slot does not read back', async () => {
    const { disk, all } = await grown();
    const write = disk.write;
    const lying = {
      ...disk,
      write: (file: string, bytes: Uint8Array<ArrayBuffer>) =>
        write(file, file === journal ? bytes : bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte))),
    };
    expect(await safeOn(lying).rewrite(key, changesFrom(0, 90))).toBe(false);
    expect(idsOf((await safeOn(disk).read(isOpen)).changes)).toEqual(all);
  });

  it('asks to be rewritten when the journal passes 64 kB and a quarter of the slot', async () => {
    const disk = testDisk();
    const safe = safeOn(disk);
    const random = Array.from({ length: 40 }, () =>
      Buffer.from(crypto.getRandomValues(new Uint8Array(750))).toString('hex'),
    );
    let at = 0;
    const fill = async () => {
      let size = 0;
      for (; !safe.wantsRewrite(); at++) {
        await safe.add(key, changesFrom(at, at + 1, random[at % 40]));
        size = disk.files.get(journal)?.length ?? 0;
      }
      return size;
    };
    expect(await fill()).toBeGreaterThan(65_536);
    expect(disk.files.get(journal)?.length).toBeLessThan(70_000);
    await safe.rewrite(
      key,
      [...Array(600).keys()].flatMap((n) =>
        changesFrom(n, n + 1, Buffer.from(crypto.getRandomValues(new Uint8Array(750))).toString('hex')),
      ),
    );
    const slot = disk.files.get(slotA)?.length ?? 0;
    expect(slot).toBeGreaterThan(4 * 65_536);
    expect(safe.wantsRewrite()).toBe(false);
    at = 600;
    const size = await fill();
    expect(size).toBeGreaterThan(slot / 4);
    expect(size).toBeLessThan(slot / 4 + 2_000);
  });

  it('is not written over with what could not be read back', async () => {
    const { disk, safe, all } = await grown();
    const before = new Map(disk.files);
    const [change] = changesFrom(0, 1);
    const unread = [...changesFrom(0, 90), { ...change!, id: 'c91', n: largestN + 1 }];
    expect(await safe.rewrite(key, unread)).toBe(false);
    expect(await safe.before(key, unread, key)).toBe(false);
    expect(await safe.add(key, unread)).toBe(false);
    expect(disk.files).toEqual(before);
    expect(idsOf((await safe.read(isOpen)).changes)).toEqual(all);
  });

  it('leaves to a rewrite what a record alone could not be read back with', async () => {
    const disk = testDisk();
    const [change] = changesFrom(0, 1);
    expect(await safeOn(disk).add(key, [{ ...change!, n: largestN + 1 }])).toBe(false);
    expect(await safeOn(disk).add(key, [{ ...change!, n: largestN }])).toBe(true);
    expect((await safeOn(disk).read(isOpen)).changes.length).toBe(1);
  });

  it('removes its files', async () => {
    const { disk, safe } = await grown();
    await safe.remove();
    expect(disk.files.size).toBe(0);
  });
});

describe('damage to the safe copy', () => {
  it('one flipped bit at any of 200 places is noticed, and costs at most what it lies in', async () => {
    const { disk, all } = await grown();
    const pick = numbers(7);
    const whole = new Map(disk.files);
    const sizes = files.map((file) => whole.get(file)?.length ?? 0);
    for (let trial = 0; trial < 200; trial++) {
      const file = files[trial % 3] as string;
      const bytes = (whole.get(file) as Uint8Array<ArrayBuffer>).slice();
      const at = pick(sizes[trial % 3] as number);
      bytes[at] = (bytes[at] as number) ^ (1 << pick(8));
      disk.files.set(file, bytes);
      const read = await safeOn(disk).read(isOpen);
      expect(read.damaged, `${file} ${at}`).toBeGreaterThan(0);
      expect((await safeOn(disk).check()).damaged, `${file} ${at}`).toBeGreaterThan(0);
      const lost = all.length - read.changes.length;
      // slot a holds nothing that slot b does not; slot b alone holds twenty; a record holds one
      expect(lost, `${file} ${at}`).toBeLessThanOrEqual(file === slotB ? 20 : file === journal ? 1 : 0);
      disk.files.set(file, whole.get(file) as Uint8Array<ArrayBuffer>);
    }
  });

  it('one zeroed block of 4 kB is noticed, wherever it lies', async () => {
    const { disk, all } = await grown(60);
    const whole = new Map(disk.files);
    for (const file of files) {
      const bytes = whole.get(file) as Uint8Array<ArrayBuffer>;
      for (let at = 0; at < bytes.length; at += 4096) {
        disk.files.set(file, bytes.slice().fill(0, at, at + 4096));
        expect((await safeOn(disk).read(isOpen)).damaged, `${file} ${at}`).toBeGreaterThan(0);
        expect(await isNoticed(disk, all)).toBe(true);
      }
      disk.files.set(file, bytes);
    }
  });

  it('a file cut anywhere is noticed, with the sentinel where the cut falls between two records', async () => {
    const { disk, all } = await grown();
    const whole = new Map(disk.files);
    const pick = numbers(3);
    for (let trial = 0; trial < 120; trial++) {
      const file = files[trial % 3] as string;
      const bytes = whole.get(file) as Uint8Array<ArrayBuffer>;
      disk.files.set(file, bytes.slice(0, pick(bytes.length)));
      expect(await isNoticed(disk, all), file).toBe(true);
      disk.files.set(file, bytes);
    }
    const bytes = whole.get(journal) as Uint8Array<ArrayBuffer>;
    for (let end = bytes.length; end > 0; ) {
      end = Buffer.from(bytes.subarray(0, end)).lastIndexOf(Buffer.from('8d4d46530d0a1a0a', 'hex'));
      disk.files.set(journal, bytes.slice(0, end));
      expect(await isNoticed(disk, all)).toBe(true);
    }
  });

  it('a file that is gone, or all zeros, is noticed, and the two others still give what they hold', async () => {
    const { disk, all } = await grown();
    const whole = new Map(disk.files);
    for (const file of files) {
      const bytes = whole.get(file) as Uint8Array<ArrayBuffer>;
      for (const hurt of [null, bytes.slice().fill(0), new Uint8Array(0)]) {
        if (hurt) disk.files.set(file, hurt);
        else disk.files.delete(file);
        const read = await safeOn(disk).read(isOpen);
        expect(read).toMatchObject({ damaged: 1, isThere: true });
        expect(all.length - read.changes.length).toBe(file === slotB ? 20 : file === journal ? 10 : 0);
        disk.files.set(file, bytes);
      }
    }
  });

  it('a damaged record does not take those after it, even with a length that points beyond them', async () => {
    const { disk, all } = await grown();
    const bytes = (disk.files.get(journal) as Uint8Array<ArrayBuffer>).slice();
    const record = Buffer.from(bytes).indexOf(Buffer.from('8d4d46530d0a1a0a', 'hex'), 60);
    new DataView(bytes.buffer).setUint32(record + 20, bytes.length - record - 60);
    disk.files.set(journal, bytes);
    const read = await safeOn(disk).read(isOpen);
    expect(read.damaged).toBe(1);
    expect(idsOf(read.changes)).toEqual(all.filter((id) => id !== 'c82' && id !== (record < 60 ? 'c81' : 'c82')));
  });

  it('random damage never throws, and never brings in anything that was not there', async () => {
    const { disk, all } = await grown(20);
    const whole = new Map(disk.files);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...files), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 64 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (hurts) => {
          for (const [file, bytes] of whole) disk.files.set(file, bytes.slice());
          for (const [file, at, bytes] of hurts) {
            const target = disk.files.get(file) as Uint8Array<ArrayBuffer>;
            target.set(bytes, at % (target.length - bytes.length));
          }
          const isHurt = files.some(
            (file) => !Buffer.from(disk.files.get(file)!).equals(Buffer.from(whole.get(file)!)),
          );
          const read = await safeOn(disk).read(isOpen);
          expect(read.damaged > 0).toBe(isHurt);
          expect(all).toEqual(expect.arrayContaining(idsOf(read.changes)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is mended by writing the log twice, and the slot that still opens is never the one overwritten', async () => {
    for (const bad of [slotA, slotB]) {
      const { disk } = await grown();
      disk.files.get(bad)?.fill(0, 100, 200);
      const good = bad === slotA ? slotB : slotA;
      const before = disk.files.get(good);
      const safe = safeOn(disk);
      expect((await safe.check()).damaged).toBe(1);
      await safe.rewrite(key, changesFrom(0, 90));
      expect(disk.files.get(good)).toEqual(before);
      expect((await safe.check()).damaged).toBe(0);
    }
  });
});

describe('a power cut while the safe copy is written', () => {
  it('leaves every change that was flushed, wherever it falls in adding', async () => {
    const size = (await grown(1)).disk.files.get(journal)?.length ?? 0;
    for (let cut = 0; cut < size; cut += 7) {
      const { disk, safe, all } = await grown(5);
      disk.cutAfter(cut);
      const flushed = [...all];
      for (let at = 85; at < 88; at++) if (await safe.add(key, changesFrom(at, at + 1))) flushed.push(`c${at + 1}`);
      disk.mend();
      const after = safeOn(disk);
      expect(idsOf((await after.read(isOpen)).changes)).toEqual(flushed);
      // what comes after the broken record is found all the same
      expect(await after.add(key, changesFrom(90, 91))).toBe(true);
      expect(idsOf((await after.read(isOpen)).changes)).toEqual([...flushed, 'c91']);
    }
  });

  it('leaves everything, wherever it falls in rewriting', async () => {
    const { disk: model, safe: first } = await grown(5);
    await first.rewrite(key, changesFrom(0, 85));
    const size = (model.files.get(slotA)?.length ?? 0) + 60;
    let whole = 0;
    for (let cut = 0; cut <= size; cut += 97) {
      const { disk, safe, all } = await grown(5);
      disk.cutAfter(cut);
      if (await safe.rewrite(key, changesFrom(0, 85))) whole++;
      disk.mend();
      expect(idsOf((await safeOn(disk).read(isOpen)).changes), String(cut)).toEqual(all);
      expect(await safeOn(disk).rewrite(key, changesFrom(0, 86))).toBe(true);
      expect((await safeOn(disk).read(isOpen)).damaged).toBe(0);
    }
    expect(whole).toBeLessThan(3);
  });

  it('wherever it falls while the key is changed, the key that counts opens everything', async () => {
    const next = await keyOf(2);
    const log = changesFrom(0, 85);
    let isWhole = false;
    for (let cut = 0; !isWhole; cut += 211) {
      const { disk, safe, all } = await grown(5);
      disk.cutAfter(cut);
      const isBefore = await safe.before(next, log, key);
      // the database is resealed only after `before`: then the new key counts
      const counts = isBefore ? next : key;
      isWhole = isBefore && (await safe.after(next, log));
      disk.mend();
      const read = await safeOn(disk).read(onlyWith(counts));
      expect(idsOf(read.changes), String(cut)).toEqual(all);
      // and what was begun is brought to its end by a later start
      expect(await safeOn(disk).rewrite(counts, log)).toBe(true);
      expect(idsOf((await safeOn(disk).read(onlyWith(counts))).changes)).toEqual(all);
    }
  });
});

describe('a new key', () => {
  it('leaves nothing that the old key opens, and zeros were written over it first', async () => {
    const { disk, safe } = await grown();
    const next = await keyOf(2);
    disk.orders.length = 0;
    expect(await safe.before(next, changesFrom(0, 50), key)).toBe(true);
    expect((await safe.read(isOpen)).changes.length).toBe(90);
    expect(idsOf((await safe.read(onlyWith(next))).changes)).toEqual(idsOf(changesFrom(0, 50)));
    expect(await safe.after(next, changesFrom(0, 51))).toBe(true);
    expect(disk.orders).toEqual([...[slotA, slotA, slotB, slotB, journal, journal].map((file) => `write ${file}`)]);
    expect((await safe.read(isOpen)).changes).toEqual([]);
    expect(await safe.read(onlyWith(next))).toMatchObject({ damaged: 0, changes: changesFrom(0, 51) });
  });

  it('that never came into use does not cost the slot that still opens', async () => {
    const { disk, safe, all } = await grown();
    for (const epoch of [2, 2, 3]) {
      expect(await safe.before(await keyOf(epoch), changesFrom(0, 50), key)).toBe(true);
      expect(idsOf((await safe.read(isOpen)).changes)).toEqual(all);
    }
    expect(await safeOn(disk).rewrite(key, changesFrom(0, 90))).toBe(true);
    expect(await safeOn(disk).read(isOpen)).toMatchObject({ damaged: 0, changes: changesFrom(0, 90) });
  });

  it('a tab that still holds the old one overwrites nothing', async () => {
    const { disk, safe } = await grown();
    const next = await keyOf(2);
    await safe.before(next, changesFrom(0, 90), key);
    await safe.after(next, changesFrom(0, 90));
    const before = new Map(disk.files);
    expect(await safeOn(disk).rewrite(key, changesFrom(0, 90))).toBe(false);
    expect(disk.files).toEqual(before);
  });
});
