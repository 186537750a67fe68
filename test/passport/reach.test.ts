import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts } from '#passport/catalogue.ts';
import { type Change, gonePart, merge } from '#passport/change.ts';
import { compare } from '#passport/compare.ts';
import { apply, emptyPassport, entryValue, fold, headOf, listOf, type Passport, recordOf } from '#passport/fold.ts';
import { fieldsOf, type Part } from '#passport/part.ts';
import { editsToReach } from '#passport/reach.ts';
import { editsToChanges } from '#passport/write.ts';
import { casesOf } from '../cases-of.ts';
import { anyChanges } from './arbitrary.ts';
import { personToChanges } from './person.ts';

let made = 0;
const world = {
  now: () => new Date(0),
  random: (count: number) => Uint8Array.from({ length: count }, () => made++ * 7),
};
const writer = { by: 'Ada', lang: 'pl' };

function reach(now: Passport, wanted: Passport): Passport {
  return apply(now, editsToChanges(now, editsToReach(now, wanted), writer, world));
}

/** All that a passport shows: each field of each record, in order, in its language, and the head of each list. */
function shown(passport: Passport) {
  return (parts as readonly Part[]).map((part) => {
    const values = (id: string) => {
      const record = recordOf(passport, part.id, id);
      return Object.keys(fieldsOf(part))
        .filter((field) => field !== 'order')
        .flatMap((field) => {
          const value = entryValue(part, record, field);
          return value === null ? [] : [[field, value, record?.entries[field]?.lang]];
        });
    };
    const head = headOf(passport, part);
    return {
      part: part.id,
      head: part.many || !head?.removed ? values(part.id) : [],
      list: part.many ? listOf(passport, part).map(({ id }) => ({ id, values: values(id) })) : [],
    };
  });
}

/** Logs that begin alike and then part ways, as two phones do; lists in an order of the person's own. */
const twoLogs = fc
  .record({
    common: anyChanges,
    mine: anyChanges,
    theirs: anyChanges,
    orders: fc.array(fc.shuffledSubarray(['r1', 'r2', 'r3']), { minLength: 2, maxLength: 2 }),
  })
  .map(({ common, mine, theirs, orders }) => {
    const own = (log: readonly Change[], name: string) =>
      log.map((change) => ({ ...change, id: `${name}${change.id}`, n: change.n + 6 }));
    const order = (name: string, ids: readonly string[] = []): Change => {
      const at = '2026-11-21T09:00:00.000Z';
      return {
        id: `${name}-order`,
        n: 13,
        at,
        by: '',
        lang: 'en-GB',
        part: 'medicines',
        record: 'medicines',
        set: { order: ids },
      };
    };
    return {
      mine: [...common, ...own(mine, 'm'), order('m', orders[0])],
      theirs: [...common, ...own(theirs, 't'), ...(orders[1]?.length ? [order('t', orders[1])] : [])],
    };
  });

test('the edits make a passport show all that another shows, in the same order and languages', () => {
  fc.assert(
    fc.property(twoLogs, (logs) => {
      const [now, wanted] = [fold(logs.mine), fold(logs.theirs)];
      const reached = reach(now, wanted);
      expect(shown(reached)).toEqual(shown(wanted));
      expect(compare(reached, wanted)).toEqual({ parts: [], private: 0, newer: 0 });
      // and there is nothing left to do
      expect(shown(reach(reached, wanted))).toEqual(shown(wanted));
    }),
    { numRuns: casesOf(120) },
  );
}, 60_000);

test('a replacement can be undone: the edits back show all that was there before', () => {
  fc.assert(
    fc.property(twoLogs, (logs) => {
      const [before, wanted] = [fold(logs.mine), fold(logs.theirs)];
      const replaced = reach(before, wanted);
      expect(shown(reach(replaced, before))).toEqual(shown(before));
    }),
    { numRuns: casesOf(100) },
  );
});

test('a passport that shows the same needs no edits', () => {
  const passport = fold(personToChanges());
  expect(editsToReach(passport, passport)).toEqual([]);
  expect(editsToReach(emptyPassport, emptyPassport)).toEqual([]);
});

test('from nothing, and to nothing', () => {
  const passport = fold(personToChanges());
  expect(shown(reach(emptyPassport, passport))).toEqual(shown(passport));
  expect(shown(reach(passport, emptyPassport))).toEqual(shown(emptyPassport));
});

test('parts and fields of a newer version come too, and go', () => {
  const base = { at: '', by: '', lang: 'tr' };
  const newer: Change[] = [
    { ...base, id: 'a', n: 1, part: 'dreams', record: 'd1', set: { colour: 'deep blue' } },
    { ...base, id: 'b', n: 2, part: 'medicines', record: 'm1', set: { name: 'X', taste: 'bitter' } },
  ];
  const reached = reach(emptyPassport, fold(newer));
  expect(recordOf(reached, 'dreams', 'd1')?.entries['colour']).toMatchObject({ value: 'deep blue', lang: 'tr' });
  expect(recordOf(reached, 'medicines', 'm1')?.entries['taste']).toMatchObject({ value: 'bitter' });
  expect(recordOf(reach(fold(newer), emptyPassport), 'dreams', 'd1')?.removed).toBe(true);
});

test('what was removed for ever here does not come back from an old file', () => {
  const log = personToChanges();
  const [first] = listOf(fold(log), parts.find(({ id }) => id === 'medicines') as Part);
  const id = first?.id as string;
  const tomb: Change = { id: 'tomb', n: 10_000, at: '', by: '', lang: '', part: gonePart, record: id, removed: true };
  const now = fold(merge(log, [tomb]));
  expect(recordOf(now, 'medicines', id)).toBeUndefined();
  const edits = editsToReach(now, fold(log));
  expect(edits.filter(({ record }) => record === id)).toEqual([]);
  expect(JSON.stringify(edits)).not.toContain(id);
});
