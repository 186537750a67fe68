import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts } from '#passport/catalogue.ts';
import {
  type Field,
  isEmptyValue,
  isKnownTerm,
  isNhsNumber,
  type Kind,
  longestText,
  partTags,
  readValue,
  sharedFields,
  type Value,
} from '#passport/field.ts';
import { fieldOf, fieldsOf, type Part, tierOf } from '#passport/part.ts';
import { offered, retired, type TermSet, tagToTerm, terms, termToTag } from '#passport/terms.ts';
import { anyValue } from './arbitrary.ts';

const table = (parts as readonly Part[]).flatMap((part) =>
  Object.entries(fieldsOf(part)).map(([id, field]) => ({ part, id, field })),
);

test('whatever a form can hold has the shape of its field', () => {
  for (const { field } of table) {
    fc.assert(
      fc.property(anyValue(field), (value) => {
        expect(readValue(field.kind, value)).toEqual(value);
      }),
      { numRuns: 10 },
    );
  }
});

test('a value of another shape or beyond its size is not read', () => {
  const wrong: Readonly<Record<Kind, readonly unknown[]>> = {
    text: [null, 1, true, ['x'], 'x'.repeat(longestText + 1)],
    long: [undefined, {}],
    date: [2012],
    term: [{ own: 1 }, {}, ['a'], true],
    terms: ['a', [1], Array.from({ length: 201 }, () => 'a')],
    steps: ['a', [{ own: 'a' }], Array.from({ length: 501 }, () => 'a')],
    contacts: [[{ name: 'a', phone: 'b' }], [{ name: 'a', phone: 1, when: '' }], {}],
    link: [1],
    yes: ['true', 0, null],
    order: [{}, [1]],
  };
  for (const [kind, values] of Object.entries(wrong)) {
    for (const value of values) expect(readValue(kind as Kind, value)).toBeNull();
  }
  expect(readValue('long', 'x'.repeat(longestText))).toHaveLength(longestText);
});

test('spaces, nothing picked and a contact of blanks are empty; a word or a no-break space with one is not', () => {
  const blank: readonly (Value | null | undefined)[] = [
    null,
    undefined,
    false,
    '',
    ' \n',
    [],
    ['', ' '],
    { own: ' ' },
    [{ own: '' }],
    [{ name: '', phone: ' ', when: '' }],
  ];
  for (const value of blank) expect(isEmptyValue(value)).toBe(true);
  const written: readonly Value[] = [true, 'x', ['', 'x'], { own: 'x' }, 'lot', [{ name: '', phone: '111', when: '' }]];
  for (const value of written) expect(isEmptyValue(value)).toBe(false);
});

test('every tag in the catalogue is used once and fits in a code', () => {
  const list = parts as readonly Part[];
  expect(new Set(list.map(({ tag }) => tag)).size).toBe(list.length);
  for (const part of list) {
    const tags = Object.values(fieldsOf(part)).map(({ tag }) => tag);
    expect(new Set(tags).size).toBe(tags.length);
    expect(Math.min(...tags)).toBeGreaterThan(0);
    expect(Object.values(part.fields).every(({ tag }) => tag < 60)).toBe(true);
    // beyond that a code counts what is shortened
    expect(part.tag).toBeLessThan(128);
  }
  const shared = [...Object.values(sharedFields).map(({ tag }) => tag), ...Object.values(partTags)];
  expect(new Set(shared).size).toBe(shared.length);
  expect(shared.every((tag) => tag >= 60)).toBe(true);
});

test('what a code is filled with first is on the smallest card, and nothing of a record comes before what it is called', () => {
  for (const part of parts as readonly Part[]) {
    const fields = Object.values(part.fields);
    for (const { tier, card } of fields) if (tier) expect(card).toBe('ae');
    if (!part.many) continue;
    for (const id of [part.title, ...(part.notOnAe ? [part.notOnAe.field] : [])]) {
      const named = tierOf(fieldOf(part, id) as Field, false);
      expect([part.id, id, named]).toEqual([part.id, id, Math.min(...fields.map((field) => tierOf(field, false)))]);
    }
  }
});

test('every field that is picked from a set, and every title, order and condition, names something that exists', () => {
  for (const { part, field } of table) {
    if (field.kind === 'term' || field.kind === 'terms') expect(field.set !== undefined || field.own).toBe(true);
    if (field.set) expect(terms).toHaveProperty(field.set);
    if (field.to) expect((parts as readonly Part[]).some(({ id }) => id === field.to)).toBe(true);
    if (field.when) {
      const asked = fieldOf(part, field.when.field);
      expect(asked?.set && isKnownTerm(asked, field.when.is)).toBe(true);
    }
    expect(fieldOf(part, part.title)).toBeDefined();
    for (const id of [...part.detail, ...(part.calledBy ?? []), ...(part.besideTitle ?? []), ...(part.labelled ?? [])])
      expect(fieldOf(part, id), `${part.id}.${id}`).toBeDefined();
    for (const { group } of Object.values<Field>(part.fields)) if (group) expect(part.groups).toContain(group);
    if (field.plain) expect(isKnownTerm(field, field.plain)).toBe(true);
    if (part.ends) expect(isKnownTerm(fieldOf(part, part.ends.field) as Field, part.ends.is)).toBe(true);
    for (const sorting of [part.sortBy, part.notOnAe]) {
      if (!sorting) continue;
      const by = fieldOf(part, sorting.field);
      for (const term of sorting.terms) expect(by && isKnownTerm(by, term)).toBe(true);
    }
  }
  expect(fieldOf(parts[0], 'toString')).toBeUndefined();
});

test('a term has one number and a number one term', () => {
  for (const set of Object.keys(terms) as TermSet[]) {
    const ids = Object.keys(terms[set]);
    for (const id of ids) expect(tagToTerm(set, termToTag(set, id) ?? 0)).toBe(id);
    expect(new Set(Object.values(terms[set])).size).toBe(ids.length);
    expect(offered(set)).toEqual(ids.filter((id) => !retired.has(`${set}.${id}`)));
    expect(termToTag(set, 'toString')).toBeNull();
    expect(tagToTerm(set, 9_999)).toBeNull();
  }
});

test('an NHS number is checked by its last digit', () => {
  for (const good of ['943 476 5919', '9434765919', '943-476-5919']) expect(isNhsNumber(good)).toBe(true);
  for (const bad of ['943 476 5918', '', '943476591', '94347659190', '943476591x', '123 456 7890']) {
    expect(isNhsNumber(bad)).toBe(false);
  }
});

test('any one wrong digit in an NHS number is noticed', () => {
  const number = '9434765919';
  for (let place = 0; place < number.length; place += 1) {
    for (const digit of '0123456789') {
      if (digit !== number[place])
        expect(isNhsNumber(number.slice(0, place) + digit + number.slice(place + 1))).toBe(false);
    }
  }
});
