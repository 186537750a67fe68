import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress } from '#exchange/code/address.ts';
import { ByteWriter } from '#exchange/code/bytes.ts';
import { crc32 } from '#exchange/code/crc32.ts';
import { type Decoded, decode } from '#exchange/code/decode.ts';
import { encode } from '#exchange/code/encode.ts';
import { largestCard, largestContent, open, seal } from '#exchange/code/envelope.ts';
import { inflate } from '#exchange/code/inflate.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { casesOf } from '../../cases-of.ts';
import { personToChanges } from '../../passport/person.ts';

const extract = pick(fold(personToChanges()), emptyShare('emergency'), '2026-11-21');
const shape = { problem: expect.stringMatching(/^code-[a-z-]+$/), ok: false };

/** A sealed card with any body, its length and checksum right: what a forger can always make. */
function forge(body: Uint8Array, deflated: boolean): Uint8Array {
  const card = new ByteWriter();
  card.varint(2 * body.length + (deflated ? 1 : 0));
  const crc = crc32(body, crc32(card.toBytes()));
  card.bytes(Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc));
  card.bytes(body);
  return card.toBytes();
}

/** Content of version 1 with this structure and these texts. */
function content(
  structure: readonly number[],
  texts: readonly string[] = ['en-GB'],
  version = 1,
): Uint8Array<ArrayBuffer> {
  const page = new ByteWriter();
  page.varint(version);
  page.varint(structure.length);
  page.bytes(Uint8Array.from(structure));
  for (const text of texts) page.bytes(Uint8Array.of(...new TextEncoder().encode(text), 0xff));
  return page.toBytes();
}

const made = [0x02, 0x02]; // gp, not an example; made in the year 2020
const varint = (number: number) => (number < 128 ? [number] : [(number & 127) | 128, number >> 7]);
// what is said of a whole part, each as an item
const written = varint(4 * 65 + 1);
const partial = varint(4 * 66 + 1);
const month = 2 + 1; // January 2020

async function quietly(card: Uint8Array): Promise<Decoded> {
  const before = performance.now();
  const read = await decode(card);
  expect(performance.now() - before).toBeLessThan(2_000);
  if (!read.ok) expect(read).toEqual(shape);
  expect(Object.keys(Object.prototype)).toEqual([]);
  return read;
}

test('any bytes at all, sealed as a card, never throw, hang or change what every object has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), fc.boolean(), async (bytes, inside) => {
      const body = inside ? content([...made, ...bytes], ['en-GB', 'a', 'b', 'c']) : bytes;
      await quietly(forge(body, false));
    }),
    { numRuns: casesOf(20_000) },
  );
});

test('any bytes that say they are deflated are refused in good time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await quietly(forge(bytes, true));
    }),
    { numRuns: casesOf(1_500) },
  );
});

test('bytes that are no card are refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await quietly(bytes)).toEqual(shape);
    }),
    { numRuns: casesOf(3_000) },
  );
});

test('a forged structure around a true one never gives a value of the wrong shape', async () => {
  const opened = await open(await encode(extract));
  const whole = opened.ok ? opened.content : new Uint8Array();
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
      const forged = Uint8Array.from(whole);
      forged[place] = (forged[place] as number) ^ flip;
      const read = await quietly(forge(forged, false));
      if (read.ok) await encode(read.extract);
    }),
    { numRuns: casesOf(1_500) },
  );
});

test('any one bit that flips on the way is noticed', async () => {
  const card = await encode(extract);
  for (let bit = 0; bit < 8 * card.length; bit += 1) {
    const flipped = Uint8Array.from(card);
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(await decode(flipped)).toEqual(shape);
  }
});

test('a card that ends early says that it was cut', async () => {
  const card = await encode(extract);
  for (let length = 0; length < card.length; length += 1) {
    expect(await decode(card.subarray(0, length))).toEqual({ ok: false, problem: 'code-cut' });
  }
  expect(await decode(Uint8Array.from([...card, 0]))).toEqual({ ok: false, problem: 'code-damaged' });
});

test('a bomb is stopped soon after the cap, however little it is', async () => {
  const bomb = deflateRawSync(new Uint8Array(400 * 2 ** 20));
  expect(bomb.length).toBeLessThan(largestCard);
  const before = performance.now();
  expect(await decode(forge(bomb, true))).toEqual({ ok: false, problem: 'code-too-long' });
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(await decode(new Uint8Array(largestCard + 1))).toEqual({ ok: false, problem: 'code-too-long' });
});

test('what inflates to just the cap is read and one byte more is not', async () => {
  const deflated = (length: number) => Uint8Array.from(deflateRawSync(new Uint8Array(length)));
  expect(await inflate(deflated(largestContent), largestContent)).toHaveLength(largestContent);
  expect(await inflate(deflated(largestContent + 1), largestContent)).toBe('too-long');
});

test('counts that promise more than is there are refused at once', async () => {
  const enormous = [0xff, 0xff, 0xff, 0xff, 0x07];
  const cases = [
    [...made, ...enormous], // left out
    [...made, 0, 4 * 6, ...enormous], // records of medicines
    [...made, 0, 4 * 1, 1, 4 * 7 + 3, ...enormous], // languages spoken
    [...made, 0, 4 * 10, 1, 4 * 1 + 2, ...enormous], // steps of the flare plan
    [...made, 0, 4 * 40, 1, 4 * 9 + 2, ...enormous], // texts of a part nobody knows
    [...made, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], // a tag longer than any number
  ];
  for (const structure of cases) {
    expect(await quietly(forge(content(structure), false))).toEqual({ ok: false, problem: 'code-damaged' });
  }
  const huge = content(Array.from({ length: 2 ** 16 + 1 }, () => 0));
  expect(await quietly(forge(huge, false))).toEqual({ ok: false, problem: 'code-too-long' });
});

test('a part or field named twice, or a value of another kind, is refused', async () => {
  const cases: readonly (readonly [readonly number[], readonly string[]])[] = [
    [[...made, 0, 4 * 9, 0, 4 * 9, 0, 0], []],
    [
      [...made, 0, 4 * 1, 1, 4 * 1, 4 * 1, 0, 0],
      ['Rosa', 'Mia'],
    ],
    [[...made, 0, 4 * 1, 1, 4 * 1 + 1, 5, 0, 0], []], // a name as a term
    [
      [...made, 0, 4 * 1, 1, 4 * 11 + 2, 2, 0, 0],
      ['Chidi', '07700'],
    ], // a contact of two texts
    [[...made, 0, 4 * 6, 1, 4 * 13 + 1, 2 + 2 + 3 * (31 * 13 + 30), 0, 0], []], // 31 February
    [[...made, 0, 0], ['nobody asked for this']],
    [[0x02, 0x00, 0, 0], ['made one fine day']],
    [[...made, 0, 4 * 9 + 1, 0, 0, 0], ['checked soon']],
  ];
  for (const [structure, texts] of cases) {
    const bytes = structure.flatMap(varint);
    expect(await quietly(forge(content(bytes, ['en-GB', ...texts]), false))).toEqual({
      ok: false,
      problem: 'code-damaged',
    });
  }
});

test('when a part was written is a month or a day, that it is not everything is only true, and both stand first and alone', async () => {
  const medicines = (count: number, ...records: readonly number[]) => [...made, 0, 4 * 6, count, ...records, 0];
  const read = await quietly(forge(content(medicines(1, ...written, month, ...partial, 3, 0)), false));
  expect(read.ok && read.extract.parts).toEqual([
    { part: 'medicines', checked: null, written: '2020-01', partial: true, none: false, records: [] },
  ]);
  const aDay = [...written, 2 + 2, 0]; // 1 January 2020
  expect(await quietly(forge(content(medicines(1, ...aDay)), false))).toMatchObject({
    extract: { parts: [{ written: '2020-01-01' }] },
  });
  const cases: readonly (readonly [readonly number[], readonly string[]])[] = [
    [medicines(1, ...written, 2, 0), []], // a year
    [medicines(1, ...written, 0, 0), ['2020-01']], // words, though they look like a month
    [medicines(1, ...written, 1, 0), ['2020-01']], // an id
    [medicines(1, ...written, ...varint(2 + 2 + 3 * (31 * 13 + 30)), 0), []], // 31 February
    [medicines(1, ...varint(4 * 65), 0), ['2020-01']], // a text
    [medicines(1, ...varint(4 * 65 + 2), 1, 0), ['2020-01']], // texts
    [medicines(1, ...varint(4 * 65 + 3), 1, month, 0), []], // items
    [medicines(1, ...written, month, ...written, month, 0), []], // twice
    [medicines(1, ...partial, 2, 0), []], // not partial
    [medicines(1, ...partial, 4, 0), []], // two
    [medicines(1, ...partial, 0, 0), ['true']], // words
    [medicines(1, ...partial, 3, ...partial, 3, 0), []], // twice
    [medicines(1, ...written, month, 4 * 1, 0), ['Codeine']], // beside a name
    [medicines(2, 4 * 1, 0, ...written, month, 0), ['Codeine']], // after a record
    [medicines(2, ...written, month, 0, ...partial, 3, 0), []], // on two records
  ];
  for (const [structure, texts] of cases) {
    const card = forge(content(structure, ['en-GB', ...texts]), false);
    expect([structure, await quietly(card)]).toEqual([structure, { ok: false, problem: 'code-damaged' }]);
  }
  // in a part nobody knows they are, like all of it, from a newer version
  const later = forge(content([...made, 0, 4 * 30, 1, ...written, 2, ...partial, 9, 0, 0]), false);
  expect(await quietly(later)).toMatchObject({ ok: true, newer: 2, extract: { parts: [] } });
});

test('what is shortened is counted once a part, beside what is left out of it', async () => {
  const counts = (...some: readonly (readonly [number, number])[]) => {
    return forge(content([...made, some.length, ...some.flatMap(([tag, count]) => [...varint(tag), count]), 0]), false);
  };
  const read = await quietly(counts([6, 2], [128 + 6, 5], [128 + 7, 1]));
  expect(read).toMatchObject({
    ok: true,
    newer: 0,
    extract: { leftOut: { medicines: 2 }, shortened: { medicines: 5, allergies: 1 } },
  });
  const twice = counts([128 + 6, 2], [128 + 6, 2]);
  expect(await quietly(twice)).toEqual({ ok: false, problem: 'code-damaged' });
  expect(await quietly(counts([256 + 6, 2]))).toMatchObject({
    ok: true,
    newer: 1,
    extract: { leftOut: {}, shortened: {} },
  });
});

test('a reader from before steps over how old a part is, and shows all the rest', async () => {
  const picked = pick(
    fold(personToChanges()),
    { ...emptyShare('emergency'), without: new Set(['goals', 'medicines/medicines2']) },
    '2026-11-21',
  );
  const told = { ...picked, leftOut: { team: 2 }, shortened: { medicines: 3 } };
  const opened = await open(await encode(told));
  const whole = opened.ok ? opened.content : new Uint8Array();
  // As it looks to a reader that does not know these numbers: to this one, others that it does not know.
  const unknown = [
    [written, varint(4 * 75 + 1)],
    [partial, varint(4 * 76 + 1)],
    [varint(128 + 6), varint(128 + 66)],
  ].reduce((bytes, [from = [], to = []]) => swap(bytes, from, to), whole);
  const heads = told.parts.length + 1; // each part was written at some time, and one is not everything
  expect(await quietly(forge(unknown, false))).toEqual({
    ok: true,
    newer: heads + 1,
    extract: {
      ...told,
      shortened: {},
      parts: told.parts.map(({ partial: _, ...part }) => ({ ...part, written: null })),
    },
  });
});

/** Puts one run of bytes in the place of another, as long, in the structure of a card. */
function swap(bytes: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array {
  const [, length = 0, more = 0] = bytes;
  const end = 3 + (length & 127) + 128 * more;
  const swapped = Uint8Array.from(bytes);
  for (let at = 3; at < end; at += 1) if (from.every((byte, place) => bytes[at + place] === byte)) swapped.set(to, at);
  return swapped;
}

test('text that is not UTF-8 is refused', async () => {
  const good = content([...made, 0, 4 * 1, 1, 4 * 1, 0, 0], ['en-GB', 'Rosa']);
  expect(await decode(forge(good, false))).toMatchObject({ ok: true });
  const bad = Uint8Array.from(good);
  bad[bad.length - 2] = 0xc0;
  expect(await decode(forge(bad, false))).toEqual({ ok: false, problem: 'code-damaged' });
});

test('a text longer than any field is refused', async () => {
  const long = content([...made, 0, 4 * 1, 1, 4 * 1, 0, 0], ['en-GB', 'x'.repeat(120_001)]);
  expect(await decode(await seal(long))).toEqual({ ok: false, problem: 'code-damaged' });
});

test('what a newer version put in is stepped over and counted, and the rest is shown', async () => {
  const structure = [
    ...[2 * 9, 0x02], // a reader from later; made in 2020
    ...[4, 40, 3, 6, 2], // left out: three of a part from later, two medicines
    ...[...varint(128 + 9), 4, ...varint(128 + 40), 1], // shortened: four goals, one of a part from later
    ...[4 * 30 + 3, 2, 2, 4 * 1, 1, 1, 0, 4 * 2 + 2, 2, 4 * 3 + 3, 2, 0, 5, 0], // a part from later, checked, two records
    ...[4 * 6, 3], // medicines
    ...[...written, 3, ...varint(4 * 90 + 1), 7, ...partial, 3, 0], // January 2020, something from later, not everything
    ...[4 * 1, 4 * 31, 4 * 7 + 1, 2 + 99, 0], // a name, a field from later, a way of taking it from later
    ...[4 * 31 + 1, 7, 0], // nothing known at all
    ...[4 * 1, 1], // me
    ...[4 * 7 + 3, 3, 2 + 1, 2 + 110, 0, 0], // English, a language from later, one in their own words
    0,
    ...[1, 2, 3], // something after the end
  ];
  const texts = ['en-GB', 'later', 'ar', 'x', 'y', 'own', 'Naproxen', 'later still', 'Ladin'];
  const read = await quietly(forge(content(structure, texts), false));
  expect(read).toEqual({
    ok: true,
    newer: 12,
    extract: {
      reader: 'everything',
      made: '2020',
      lang: 'en-GB',
      example: false,
      leftOut: { medicines: 2 },
      shortened: { goals: 4 },
      parts: [
        {
          part: 'medicines',
          checked: null,
          written: '2020-01',
          partial: true,
          none: false,
          records: [{ name: { value: 'Naproxen', lang: 'ar' } }],
        },
        {
          part: 'me',
          checked: null,
          written: null,
          none: false,
          records: [{ languages: { value: ['en', { own: 'Ladin' }], lang: 'ar' } }],
        },
      ],
    },
  });
  const later = content([...made, 0, 0], ['en-GB'], 2);
  expect(await decode(forge(later, false))).toEqual({ ok: false, problem: 'code-newer' });
});

test('any text pasted as an address gets an answer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789 #%/') }),
      (before, after) => {
        for (const text of [before, before + after, `${before}#1${after}`]) {
          const read = readAddress(text);
          if (!read.ok) expect(read).toEqual(shape);
        }
      },
    ),
    { numRuns: casesOf(2_000) },
  );
});
