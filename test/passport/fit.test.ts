import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partOf, parts } from '#passport/catalogue.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import type { Card } from '#passport/field.ts';
import { joinCards, fit as layOnCards, onCard } from '#passport/fit.ts';
import { fold } from '#passport/fold.ts';
import { fieldOf, fitsCard, type Part } from '#passport/part.ts';
import { openParts } from '#passport/private.ts';
import { anyChanges } from './arbitrary.ts';
import { personToChanges } from './person.ts';

const everything = pick(fold(personToChanges()), emptyShare('everything'), '2026-11-21');
const anyExtract = anyChanges.map((changes) => pick(fold(changes), emptyShare('everything'), '2026-11-21'));
const anyCard = fc.constantFrom<Card>('ae', 'clinic', 'full');
const jsonLength = async (card: Extract) => JSON.stringify(card).length;

/** Each record of a list and each field of a single part, as one text each. */
function thingsIn(extract: Extract): readonly string[] {
  return extract.parts.flatMap(({ part, records }) =>
    records.flatMap((record) =>
      partOf(part)?.many
        ? [`${part} ${JSON.stringify(record)}`]
        : Object.entries(record).map(([id, told]) => `${part} ${id} ${JSON.stringify(told)}`),
    ),
  );
}

test('nothing is lost: everything is on a card once, or counted as left out', async () => {
  const rooms = fc.record({
    card: anyCard,
    cards: fc.integer({ min: 1, max: 4 }),
    bytes: fc.integer({ min: 900, max: 4_000 }),
  });
  await fc.assert(
    fc.asyncProperty(anyExtract, rooms, async (extract, room) => {
      const { cards, leftOut } = await layOnCards(extract, room, jsonLength);
      const whole = onCard(extract, room.card);
      const laid = cards.flatMap(thingsIn);
      const all = thingsIn(whole);
      expect(laid.every((thing) => all.includes(thing))).toBe(true);
      for (const { id } of parts) {
        const count = (things: readonly string[]) => things.filter((thing) => thing.startsWith(`${id} `)).length;
        const lost = (leftOut[id] ?? 0) - (whole.leftOut[id] ?? 0);
        expect([id, count(laid) + lost]).toEqual([id, count(all)]);
      }
      expect(cards.length).toBeLessThanOrEqual(room.cards);
    }),
    { numRuns: 200 },
  );
});

test('a record that fits in no card is the only thing missing', async () => {
  const records = [
    { name: { value: 'x'.repeat(9_000), lang: 'en-GB' } },
    { name: { value: 'Codeine', lang: 'en-GB' } },
  ];
  const extract: Extract = { ...everything, parts: [{ part: 'medicines', checked: null, none: false, records }] };
  const { cards, leftOut } = await layOnCards(extract, { card: 'full', cards: 4, bytes: 1_000 }, jsonLength);
  expect(leftOut).toEqual({ medicines: 1 });
  expect(cards.flatMap(thingsIn)).toEqual([`medicines ${JSON.stringify(records[1])}`]);
  expect(cards[0]?.leftOut).toEqual({ medicines: 1 });
});

test('cards put together are the extract again, parts and records in the order they are read', async () => {
  await fc.assert(
    fc.asyncProperty(anyExtract, fc.integer({ min: 900, max: 4_000 }), async (extract, bytes) => {
      const { cards, leftOut } = await layOnCards(extract, { card: 'full', cards: 99, bytes }, jsonLength);
      if (Object.keys(leftOut).length === 0) expect(joinCards(cards)).toEqual(extract);
    }),
    { numRuns: 200 },
  );
  const { cards } = await layOnCards(everything, { card: 'full', cards: 20, bytes: 2_500 }, jsonLength);
  expect(cards.length).toBeGreaterThan(4);
  expect(joinCards(cards)).toEqual(everything);
  expect(joinCards([])).toBeNull();
});

test('when there is little room, name, label, allergies and medicines come before all else', async () => {
  const { cards, leftOut } = await layOnCards(everything, { card: 'ae', cards: 1, bytes: 3_500 }, jsonLength);
  const records = (id: string) => cards[0]?.parts.find(({ part }) => part === id)?.records ?? [];
  expect(Object.keys(records('me')[0] ?? {})).toHaveLength(8);
  expect(records('words')[0]).toHaveProperty('label');
  expect(records('allergies')).toHaveLength(2);
  expect(records('medicines')).toHaveLength(7);
  expect(records('flare')).toEqual([]);
  expect(leftOut).toMatchObject({ flare: expect.any(Number) });
});

test('a card holds only fields of its level, and an A&E card no medicine that stopped', () => {
  for (const card of ['ae', 'clinic', 'full'] as const) {
    for (const { part, records } of onCard(everything, card).parts) {
      for (const id of records.flatMap((record) => Object.keys(record))) {
        const field = fieldOf(partOf(part) as Part, id);
        expect(field && fitsCard(field, card)).toBe(true);
      }
    }
  }
  const sent = JSON.stringify(onCard(everything, 'ae'));
  expect(sent).toContain('Duloxetine');
  expect(sent).not.toContain('Gabapentin');
  expect(onCard(everything, 'ae').leftOut).toMatchObject({ medicines: 5, problems: 4 });
});

test('an extract with room enough is one card, unchanged', async () => {
  const { cards, leftOut } = await layOnCards(everything, { card: 'full', cards: 4, bytes: 100_000 }, jsonLength);
  expect(cards).toEqual([everything]);
  expect(leftOut).toEqual({});
});

test('a part that is empty is said to be empty, once; one that was left out is never called empty', async () => {
  const extract = pick(fold([]), emptyShare('everything'), '2026-11-21');
  expect(onCard(extract, 'ae').parts).toHaveLength(openParts.length);
  const { cards } = await layOnCards(everything, { card: 'full', cards: 1, bytes: 2_500 }, jsonLength);
  const named = cards.flatMap((card) => card.parts).filter(({ records }) => records.length === 0);
  expect(named).toEqual([]);
});
