import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { type Extract, type ExtractPart, emptyShare, pick } from '#passport/extract.ts';
import type { Card, Value } from '#passport/field.ts';
import { fit as layOnCards, onCard } from '#passport/fit.ts';
import { fold } from '#passport/fold.ts';
import { joinCards } from '#passport/join-cards.ts';
import { fieldOf, fitsCard, type Part } from '#passport/part.ts';
import { openParts } from '#passport/private.ts';
import { anyChanges } from './arbitrary.ts';
import { personToChanges } from './person.ts';

const made = '2026-11-21';
const everything = pick(fold(personToChanges()), emptyShare('everything'), made);
const anyExtract = anyChanges.map((changes) => pick(fold(changes), emptyShare('everything'), made));
const anyCard = fc.constantFrom<Card>('ae', 'clinic', 'full');
const plain = (card: Extract) => JSON.stringify(card).length;
const asJson = { plain, packed: async (card: Extract) => plain(card) };
const told = (value: string) => ({ value, lang: 'en-GB' });
const listed = (part: string, records: ExtractPart['records']): ExtractPart => ({
  part,
  checked: null,
  written: null,
  none: false,
  records,
});

/** Each value of a card, with the part it is of. */
function valuesIn(extract: Extract): readonly string[] {
  return extract.parts.flatMap(({ part, records }) =>
    records.flatMap((record) => Object.entries(record).map(([id, value]) => `${part} ${id} ${JSON.stringify(value)}`)),
  );
}

/** A record as text, in whatever order its fields came. */
const alike = (record: object) => JSON.stringify(Object.entries(record).sort());

/** How many records of each part there are, with or without all their details. */
function recordsIn(extract: Extract): Record<string, number> {
  return Object.fromEntries(
    extract.parts.map(({ part, records }) => [part, records.length] as const).filter(([, count]) => count > 0),
  );
}

describe('nothing is lost without a word', () => {
  test('every record is on a card in full, or shortened and counted, or left out and counted', async () => {
    const rooms = fc.record({
      card: anyCard,
      cards: fc.integer({ min: 1, max: 4 }),
      most: fc.integer({ min: 1, max: 9 }),
      bytes: fc.integer({ min: 1_800, max: 4_000 }),
    });
    await fc.assert(
      fc.asyncProperty(anyExtract, rooms, async (extract, room) => {
        const { cards, leftOut, shortened } = await layOnCards(extract, room, asJson);
        const whole = onCard(extract, room.card);
        const laid = joinCards(cards) as Extract;
        expect(cards.length).toBeLessThanOrEqual(Math.max(room.cards, room.most));
        for (const card of cards) expect(plain(card)).toBeLessThanOrEqual(room.bytes);
        const values = valuesIn(whole);
        expect(valuesIn(laid).every((value) => values.includes(value))).toBe(true);
        for (const { part, records } of whole.parts) {
          const here = laid.parts.find((one) => one.part === part)?.records ?? [];
          expect([part, here.length + (leftOut[part] ?? 0)]).toEqual([part, records.length]);
          const isWhole = (record: object) => records.some((one) => alike(one) === alike(record));
          expect([part, here.filter((record) => !isWhole(record)).length]).toEqual([part, shortened[part] ?? 0]);
        }
        expect([cards[0]?.leftOut, cards[0]?.shortened]).toEqual([leftOut, shortened]);
        for (const card of cards.slice(1)) expect([card.leftOut, card.shortened]).toEqual([{}, {}]);
      }),
      { numRuns: 150 },
    );
  });

  test('what was left out or shortened of a code is still said when it is packed again', async () => {
    const before = { ...everything, leftOut: { goals: 2, tried: 1 }, shortened: { medicines: 3, flare: 1 } };
    const { cards, leftOut, shortened } = await layOnCards(
      before,
      { card: 'full', cards: 1, most: 9, bytes: 5_000 },
      asJson,
    );
    expect(recordsIn(cards[0] as Extract)['medicines']).toBeDefined();
    expect(leftOut['goals']).toBe(2 + (everything.parts.find(({ part }) => part === 'goals')?.records.length ?? 0));
    expect(leftOut['tried']).toBeGreaterThan(1);
    expect(shortened['medicines']).toBeGreaterThanOrEqual(3);
    const room = { card: 'full', cards: 1, most: 1, bytes: 100_000 } as const;
    expect(await layOnCards(before, room, asJson)).toEqual({
      cards: [before],
      leftOut: before.leftOut,
      shortened: before.shortened,
    });
  });

  test('a record that fits on no card is the only thing missing', async () => {
    const records = [{ name: told('x'.repeat(9_000)), strength: told('5 mg') }, { name: told('Codeine') }];
    const extract: Extract = { ...everything, parts: [listed('medicines', records)] };
    const room = { card: 'full', cards: 4, most: 9, bytes: 1_000 } as const;
    const { cards, leftOut } = await layOnCards(extract, room, asJson);
    expect(leftOut).toEqual({ medicines: 1 });
    expect(joinCards(cards)?.parts[0]?.records).toEqual([records[1]]);
    expect(cards[0]?.leftOut).toEqual({ medicines: 1 });
  });

  test('a way of taking it that fits on no card leaves the name of the medicine, and says that it is shortened', async () => {
    const long = {
      name: told('Codeine'),
      pattern: told('regular'),
      strength: told('30 mg'),
      howOften: told('night'),
      dose: told('x'.repeat(2_000)),
    };
    const extract: Extract = {
      ...everything,
      parts: [listed('medicines', [long, { name: told('Aspirin'), dose: told('one') }])],
    };
    const { cards, leftOut, shortened } = await layOnCards(
      extract,
      { card: 'ae', cards: 1, most: 9, bytes: 1_000 },
      asJson,
    );
    expect([leftOut, shortened]).toEqual([{}, { medicines: 1 }]);
    // its strength is one thing with the name; half of how it is taken would mislead
    expect(joinCards(cards)?.parts[0]?.records).toEqual([
      { name: told('Codeine'), pattern: told('regular'), strength: told('30 mg') },
      { name: told('Aspirin'), dose: told('one') },
    ]);
  });

  test('a room too small for a card with nothing on it is a fault of ours, not a card too large', async () => {
    await expect(layOnCards(everything, { card: 'ae', cards: 1, most: 9, bytes: 40 }, asJson)).rejects.toThrow(
      /40 bytes/,
    );
  });
});

describe('cards put together', () => {
  test('are the extract again, parts and records in the order they are read', async () => {
    await fc.assert(
      fc.asyncProperty(anyExtract, fc.integer({ min: 1_800, max: 4_000 }), async (extract, bytes) => {
        const { cards, leftOut, shortened } = await layOnCards(
          extract,
          { card: 'full', cards: 99, most: 99, bytes },
          asJson,
        );
        if (Object.keys({ ...leftOut, ...shortened }).length === 0) expect(joinCards(cards)).toEqual(extract);
      }),
      { numRuns: 150 },
    );
    const { cards } = await layOnCards(everything, { card: 'full', cards: 20, most: 20, bytes: 2_500 }, asJson);
    expect(cards.length).toBeGreaterThan(4);
    expect(joinCards(cards)).toEqual(everything);
    expect(joinCards([])).toBeNull();
  });

  test('say the same of each part in whatever order they come', () => {
    const card = (part: Partial<ExtractPart>, more: Partial<Extract> = {}): Extract => ({
      ...everything,
      parts: [
        { ...listed('allergies', [{ substance: told('Latex') }]), checked: '2026-10-02', written: '2026-08', ...part },
      ],
      leftOut: {},
      shortened: {},
      ...more,
    });
    const cards = [
      card({ checked: '2026-09-01' }, { leftOut: { goals: 2 }, shortened: { allergies: 1 } }),
      card({ written: '2026-09', partial: true }),
      card({ none: true }),
    ];
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ].map((order) => order.map((at) => cards[at] as Extract));
    for (const order of orders) {
      const joined = joinCards(order);
      expect(joined).toMatchObject({ leftOut: { goals: 2 }, shortened: { allergies: 1 } });
      expect(joined?.parts[0]).toMatchObject({ checked: '2026-09-01', written: '2026-09', partial: true, none: true });
      expect(joined?.parts[0]?.records).toHaveLength(3);
    }
    for (const order of orders) {
      const joined = joinCards([...order, card({ checked: null, written: null })])?.parts[0];
      expect([joined?.checked, joined?.written]).toEqual([null, null]);
    }
  });
});

describe('what comes first', () => {
  const room = (bytes: number) => ({ card: 'ae', cards: 1, most: 9, bytes }) as const;
  const valuesOf = (cards: readonly Extract[], part: string, id: string) =>
    joinCards(cards)
      ?.parts.find((one) => one.part === part)
      ?.records.flatMap((record): readonly Value[] => (record[id] ? [record[id].value] : [])) ?? [];

  test('names, allergies, medicines and problems are on as many cards as they take; the rest only where there is room', async () => {
    const few = await layOnCards(everything, room(1_900), asJson);
    expect(few.cards.length).toBeGreaterThan(1);
    for (const cards of [few.cards, (await layOnCards(everything, room(6_000), asJson)).cards]) {
      expect(valuesOf(cards, 'me', 'birthDate')).toEqual(['1974-08-19']);
      expect(valuesOf(cards, 'words', 'label')).toEqual(['fibromyalgia']);
      expect(valuesOf(cards, 'allergies', 'substance')).toEqual(['Penicillin', 'Tramadol']);
      expect(valuesOf(cards, 'medicines', 'name')).toHaveLength(7);
      expect(valuesOf(cards, 'medicines', 'strength')).toHaveLength(7);
      expect(valuesOf(cards, 'medicines', 'howOften')).toHaveLength(7);
    }
    expect(few.leftOut['medicines']).toBeUndefined();
    expect(few.leftOut['flare']).toBe(1);
  });

  test('what happened with an allergy comes before what a medicine is for', async () => {
    for (let bytes = 3_000; bytes < 9_000; bytes += 250) {
      const { cards, shortened } = await layOnCards(everything, room(bytes), asJson);
      if (valuesOf(cards, 'medicines', 'purpose').length > 0) expect(shortened['allergies']).toBeUndefined();
    }
  });

  test('on a larger card a medicine that stopped waits for those taken now, and is never told without that it stopped', async () => {
    for (let bytes = 3_000; bytes < 20_000; bytes += 1_000) {
      const { cards, leftOut } = await layOnCards(everything, { card: 'clinic', cards: 1, most: 9, bytes }, asJson);
      const medicines = joinCards(cards)?.parts.find(({ part }) => part === 'medicines')?.records ?? [];
      expect(medicines.filter((record) => record['pattern']?.value !== 'stopped')).toHaveLength(7);
      expect(medicines.every((record) => record['pattern'])).toBe(true);
      expect(medicines.length + (leftOut['medicines'] ?? 0)).toBe(12);
    }
  });
});

describe('what does not belong on a card', () => {
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
  });

  test('a medicine that stopped is not said to be missing from the A&E card', async () => {
    const { leftOut, shortened } = await layOnCards(
      everything,
      { card: 'ae', cards: 1, most: 9, bytes: 100_000 },
      asJson,
    );
    expect([leftOut, shortened]).toEqual([{}, {}]);
  });

  test('a list of which nothing is meant for the A&E card is not there at all, and never called empty', () => {
    const stopped: Change = {
      ...{ id: 's', n: 1, at: '', by: '', lang: 'en-GB', part: 'medicines', record: 'm' },
      set: { name: 'Codeine', pattern: 'stopped' },
    };
    const past: Change = { ...stopped, id: 'p', part: 'problems', set: { name: 'Gout', status: 'past' } };
    const { parts, leftOut } = onCard(pick(fold([stopped, past]), emptyShare('emergency'), made), 'ae');
    expect(parts.map(({ part }) => part).filter((part) => ['medicines', 'problems'].includes(part))).toEqual([]);
    expect(leftOut).toEqual({});
  });

  test('a problem of which nobody said whether it is over counts as active', () => {
    const set = (name: string, status?: string) => ({ name: told(name), ...(status && { status: told(status) }) });
    const records = [
      set('Diabetes'),
      set('Sciatica', 'active'),
      set('Gout', 'past'),
      set('Asthma', 'a term from later'),
    ];
    const { parts } = onCard({ ...everything, parts: [listed('problems', records)] }, 'ae');
    expect(parts[0]?.records.map((record) => record['name']?.value)).toEqual(['Diabetes', 'Sciatica', 'Asthma']);
  });
});

test('an extract with room enough is one card, unchanged', async () => {
  const { cards, leftOut, shortened } = await layOnCards(
    everything,
    { card: 'full', cards: 4, most: 9, bytes: 100_000 },
    asJson,
  );
  expect(cards).toEqual([everything]);
  expect([leftOut, shortened]).toEqual([{}, {}]);
});

test('a part that is empty is said to be empty, once; one that was left out is never called empty', async () => {
  const extract = pick(fold([]), emptyShare('everything'), made);
  expect(onCard(extract, 'ae').parts).toHaveLength(openParts.length);
  const { cards } = await layOnCards(everything, { card: 'full', cards: 1, most: 9, bytes: 2_500 }, asJson);
  const named = cards.flatMap((card) => card.parts).filter(({ records }) => records.length === 0);
  expect(named).toEqual([]);
});
