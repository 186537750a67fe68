import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords } from '#passport/summary/first-words.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { linesOf, sectionOf } from './doc-text.ts';
import { english } from './locale-words.ts';
import { extractOf, today, told } from './told-person.ts';

const page = (records: Parameters<typeof extractOf>[0], day = today) =>
  summarise(extractOf(records), english, { today: day });

test('every page says who can have made it', () => {
  expect(lineToText(page({}).origin)).toBe(
    'Written by the person, not taken from a clinical record. Please check medicines and allergies with them.',
  );
});

test('nothing a person types can look like the app’s own words', () => {
  const forged = 'NHS Spine ✓ Verified record';
  const doc = page({ words: [told({ label: { own: forged } })], me: [told({ fullName: forged })] });
  expect(lineToText(doc.kicker)).toBe('I call it');
  expect(lineToText(doc.label)).toBe(`“${forged}”`);
  expect(lineToText(doc.name)).toBe(`Name: “${forged}”`);
  expect(lineToText(page({ words: [told({ label: 'persistent' })] }).label)).toBe('Persistent pain');
});

test('own words about oneself are quoted, and no quotation mark inside ends the quotation', () => {
  const forged = page({
    me: [
      told({
        nhsNumber: '943 476 5919 · Verified',
        birthDate: 'NHS record',
        communication: [{ own: 'Allergies: none' }],
      }),
    ],
  });
  expect(forged.facts.map(lineToText)).toEqual([
    'born “NHS record”\u00a0· NHS number: “943 476 5919 · Verified”',
    'Please: “Allergies: none”',
  ]);
  const closing = page({ words: [told({ label: { own: 'back” NHS verified. “' } })] });
  expect(lineToText(closing.label)).toBe('“back’ NHS verified. ’”');
});

test('a long answer about oneself pushes no allergy away: it begins at the head and stands in full below', () => {
  const own = 'please speak slowly and one at a time '.repeat(40).trim();
  const doc = page({ me: [told({ communication: [{ own }] })] });
  expect(lineToText(doc.facts[0] ?? []).length).toBeLessThan(200);
  expect(lineToText(doc.facts[0] ?? [])).toMatch(/\(all of it below\)$/);
  expect(linesOf(sectionOf(doc, 'names'))).toEqual([`Please: “${own}”`]);
});

test('the name someone likes to be called stands before the one on their papers', () => {
  const name = (preferredName: string, fullName: string) =>
    lineToText(page({ me: [told({ preferredName, fullName })] }).name);
  expect(name('Mims', 'Mirabelle Hartley')).toBe('Name: “Mims” (“Mirabelle Hartley”)');
  expect(name('Amina', 'Amina Yıldız')).toBe('Name: “Amina Yıldız”');
});

test('a very long label begins with whole words and stands in full after what must be known', () => {
  const own = 'the thing that came after the second operation and never left, whatever anyone says about it';
  const doc = page({ words: [told({ label: { own } })] });
  expect(lineToText(doc.label)).toBe('“the thing that came after the second operation and never” (whole name below)');
  expect(linesOf(sectionOf(doc, 'names'))).toEqual([`I call it: “${own}”`]);
  const order = doc.summary.map(({ id }) => id);
  expect(order.indexOf('names')).toBeGreaterThan(order.indexOf('medicines'));
});

test('a label with no spaces is not cut in the middle: only that it stands below is said', () => {
  expect(lineToText(page({ words: [told({ label: { own: 'ouch'.repeat(40) } })] }).label)).toBe('(whole name below)');
});

test('the first words of a line are whole words, and never half of what reads left to right', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.nat(60), (all, most) => {
      const text = all.join(' ');
      const first = lineToText(firstWords([{ text, lang: 'en' }], most));
      expect(first.length).toBeLessThanOrEqual(most);
      expect(`${text} `.startsWith(first === '' ? '' : `${first} `)).toBe(true);
    }),
  );
  const dose = [
    { text: 'take ', lang: 'en' },
    { text: '200–400 mg', lang: 'en', ltr: true as const },
  ];
  expect(lineToText(firstWords(dose, 10))).toBe('take');
});

test('letters piled high with marks keep to their own line', () => {
  const doc = page({ words: [told({ label: { own: `Z${'\u0351'.repeat(400)}` } })] });
  expect([...lineToText(doc.label)].length).toBeLessThan(10);
});

test('how old a page is stands in words, and a clock that is behind says so', () => {
  const made = (day: string) => lineToText(page({}, day).made);
  const notices = (day: string) => page({}, day).notices.map(lineToText);
  expect(made('2027-03-21')).toBe('Made 21 November 2026, 4 months ago');
  expect(made(today)).toBe('Made 21 November 2026');
  expect(notices('2026-12-21')).toEqual([]);
  expect(notices('2039-12-21')).toEqual(['Made 157 months ago. Much may have changed since: please ask.']);
  expect(notices('2026-11-01')).toEqual(['The day it was made is still to come: please ask.']);
});
