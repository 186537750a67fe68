import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { longestText } from '#passport/field.ts';
import { emptyPassport, fold, listOf, type Passport } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { type Edit, editsToChanges } from '#passport/write.ts';
import { listToEdits } from '#screens/paste/problem-edits.ts';
import { setOf, textOf, waitingSets } from '#screens/paste/waiting.ts';
import { countingWorld } from './counting-world.ts';

const list = readFileSync(join(import.meta.dirname, '../../fixtures/problem-list.tsv'), 'utf8');
const writer = { by: '', lang: 'en-GB' };
const world = countingWorld();
let made = 0;
const nextId = () => `record-${made++}`;
const read = (text: string, passport: Passport = emptyPassport) => listToEdits(text, passport, nextId);
const passportOf = (...edits: Edit[][]) => fold(editsToChanges(emptyPassport, edits.flat(), writer, world));
const namesIn = (passport: Passport) =>
  waitingSets(passport).map((set) => set.records.map((record) => textOf(record, 'original').trim().split('\t').at(-1)));

describe('a pasted list', () => {
  test('becomes one record a line, with its dates, and no status: private until it is placed', () => {
    const { edits, unread } = read(list);
    expect(edits.length).toBe(26);
    expect(unread).toEqual([]);
    expect(edits[0]?.set).toEqual({ name: 'Migraine', original: 'K\tMigraine\t20-Feb-2017', since: '2017-02-20' });
    expect(edits.every(({ set }) => set && !('status' in set))).toBe(true);
  });

  test('a line that cannot be read is kept as it is', () => {
    const { edits, unread } = read('Migraine 2012\nAllergies:\nPenicillin\n');
    expect(unread).toEqual(['Allergies:', 'Penicillin']);
    expect(edits.map(({ set }) => set?.['original'])).toEqual(['Migraine 2012', 'Allergies:', 'Penicillin']);
    expect(edits[2]?.set).toEqual({ name: 'Penicillin', original: 'Penicillin' });
  });

  test('pasted again, it adds only what is new; a line that stands twice in it is kept twice', () => {
    const first = read('Migraine 2012\nAsthma\nAsthma');
    expect(first.edits.length).toBe(3);
    const again = read('Migraine 2012\nAsthma\nAsthma\nEczema', passportOf([...first.edits]));
    expect(again.edits.map(({ set }) => set?.['original'])).toEqual(['Eczema']);
    expect(again.here).toBe(3);
  });

  test('a whole letter pasted by mistake is kept whole, in few records that a field can hold', () => {
    const lines = Array.from({ length: 400 }, (_, at) => `${at} ${'1234567890 '.repeat(60)}`);
    const { edits } = read(lines.join('\n'));
    expect(edits.length).toBeLessThan(70);
    const kept = edits.map(({ set }) => String(set?.['original']));
    expect(Math.max(...kept.map((text) => text.length))).toBeLessThanOrEqual(longestText);
    expect(kept.join('').replace(/\n/g, '')).toBe(lines.join(''));
  });

  test('a cut never halves an emoji', () => {
    const { edits } = read(`${'1'.repeat(longestText - 1)}🙂${'1'.repeat(10)}`);
    const kept = edits.map(({ set }) => String(set?.['original']));
    expect(kept.length).toBe(2);
    expect(kept[1]?.startsWith('🙂')).toBe(true);
  });
});

describe('sets to look at', () => {
  const whole = passportOf([...read(list).edits]);

  test('words alike stand together, in the order of the list', () => {
    const sets = waitingSets(whole);
    expect(sets.map((set) => set.records.length).filter((size) => size > 1)).toEqual([2, 3, 2, 4]);
    expect(sets.flatMap((set) => set.records).length).toBe(26);
    const tummy = sets.find((set) => set.records.length === 3);
    expect([tummy?.began, tummy?.latest]).toEqual(['2008-04-09', '2016-04-05']);
  });

  test('a record taken apart stands alone, and the others stay together', () => {
    const set = waitingSets(whole)[1];
    const id = set?.records[0]?.id ?? '';
    const apart = fold([
      ...editsToChanges(emptyPassport, [...read(list).edits], writer, world).map((change, at) => ({
        ...change,
        record: `r${at}`,
      })),
      { id: 'last', n: 900, at: '', ...writer, part: 'problems', record: 'r1', set: { apart: true } },
    ]);
    expect(id).not.toBe('');
    expect(
      waitingSets(apart)
        .filter(({ name }) => name === 'Somatization disorder')
        .map(({ records }) => records.length),
    ).toEqual([1, 1]);
    expect(namesIn(apart).flat().length).toBe(26);
  });

  test('a placed record waits no more, and can still be looked at again', () => {
    const [edit] = read('Migraine 2012').edits as [Edit];
    const passport = passportOf([edit, { part: 'problems', record: edit.record, set: { status: 'past' } }]);
    expect(waitingSets(passport)).toEqual([]);
    expect(setOf(passport, [edit.record])).toMatchObject({ name: 'Migraine', began: '2012' });
    expect(listOf(passport, problems).length).toBe(1);
    expect(setOf(passport, ['nobody'])).toBeNull();
  });
});
