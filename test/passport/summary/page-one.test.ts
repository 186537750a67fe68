import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Doc, Section } from '#passport/doc.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { blockToLines, countWords, lineToText } from '#passport/summary/count-words.ts';
import { mostWords } from '#passport/summary/page-one.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { anyChanges, anyShare } from '../arbitrary.ts';
import { personToChanges } from '../person.ts';
import { english, marked } from './locale-words.ts';
import { everything, exampleExtract, extractOf, today, told } from './told-person.ts';

const page = (extract: Extract, more = {}) => summarise(extract, english, { today, ...more });
const linesOf = (section: Section) => section.blocks.flatMap(blockToLines).map(lineToText);
const section = (doc: Doc, id: string) => doc.summary.find((each) => each.id === id) as Section;
const textOf = (doc: Doc) =>
  [doc.kicker, doc.label, doc.name, ...doc.facts, doc.made, ...doc.notices].map(lineToText).join('\n') +
  doc.summary.map((each) => `\n${lineToText(each.title)}\n${linesOf(each).join('\n')}`).join('\n');

test('the example’s page one says all that a doctor looks for, in at most 250 words', () => {
  const doc = page(exampleExtract('gp'));
  expect(countWords(doc)).toBeLessThanOrEqual(mostWords);
  expect(lineToText(doc.label)).toBe('Persistent pain');
  expect(lineToText(doc.name)).toBe('Amina Yıldız');
  expect(doc.summary.map(({ id }) => id)).toEqual([
    'visit',
    'matters',
    'pleaseDo',
    'wordsThatHurt',
    'usual',
    'medicines',
    'tried',
    'allergies',
    'flare',
    'goals',
    'also',
  ]);
  const text = textOf(doc);
  for (const said of [
    'Duloxetine 30 mg',
    '1–2, up to 4 times a day',
    'A little. I can stand to cook.',
    'This list is not a request to reduce anything.',
    'Fell asleep on the bus twice.',
    'Naproxen: Stomach bleed · 2016',
    'New: Since May: numb left foot.',
    'Problems and Who to contact',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('…');
});

test('a person with much to say still has a page of 250 words with medicines, allergies and this visit on it', () => {
  const doc = page(pick(fold(personToChanges()), emptyShare('gp'), today));
  expect(countWords(doc)).toBeLessThanOrEqual(mostWords);
  expect(doc.summary.map(({ id }) => id)).toEqual(expect.arrayContaining(['visit', 'medicines', 'allergies', 'usual']));
});

test.each([1, 3, 60])('page one keeps to 250 words when every text is long and each list has %i records', (many) => {
  const long = (key: string) => `${key} is one sentence of some length. `.repeat(80);
  for (const words of [english, marked]) {
    const doc = summarise(everything(many, 'en-GB', long), words, { today, missing: 2, newer: 3 });
    expect(countWords(doc)).toBeLessThanOrEqual(mostWords);
    expect(section(doc, 'medicines')).toBeDefined();
    expect(section(doc, 'allergies')).toBeDefined();
    for (const run of doc.summary.flatMap(({ blocks }) => blocks.flatMap(blockToLines)).flat())
      expect(run.lang).not.toBe('');
  }
});

test('text without a space, and a page of Chinese, keep to 250 words too', () => {
  for (const text of ['痛'.repeat(5_000), 'ouch'.repeat(12_000), '\u0301'.repeat(9_000), '👩🏽‍🦽'.repeat(4_000)]) {
    expect(countWords(page(everything(4, 'zh', () => text)))).toBeLessThanOrEqual(mostWords);
  }
});

test('whatever is in a passport and whoever reads it, page one has at most 250 words', () => {
  const shared = anyChanges.chain((changes) => {
    const passport = fold(changes);
    return anyShare(passport).map((share) => pick(passport, share, today));
  });
  fc.assert(
    fc.property(shared, (extract) => {
      expect(countWords(page(extract))).toBeLessThanOrEqual(mostWords);
    }),
    { numRuns: 60 },
  );
});

test('a long text ends at a sentence and says where the rest is', () => {
  const most = `${'I walk to the gate and back. '.repeat(60)}The end.`;
  const doc = page(extractOf({ matters: [told({ most })] }));
  const [line = ''] = linesOf(section(doc, 'matters'));
  expect(line).toMatch(/^(I walk to the gate and back\. ?)+… \(all of it in the full record\)$/);
  expect(doc.record[0] && linesOf(doc.record[0]).join(' ')).toContain('The end.');
});

test('medicines with no room for a row are named, and the rest counted, so that they add up', () => {
  const records = Array.from({ length: 90 }, (_, place) =>
    told({ name: `Med${place}`, pattern: 'regular', dose: '1–2' }),
  );
  const lines = linesOf(section(page(extractOf({ medicines: records })), 'medicines'));
  const named = lines.join(' ').match(/Med\d+/g) ?? [];
  const more = /and (\d+) more in the full record/.exec(lines.join(' '))?.[1];
  expect(named.length + Number(more)).toBe(90);
});

test('a long list says how many more there are', () => {
  const records = Array.from({ length: 90 }, (_, place) => told({ what: `Swim ${place}` }));
  const lines = linesOf(section(page(extractOf({ goals: records })), 'goals'));
  expect(lines.at(-1)).toBe(`and ${90 - (lines.length - 1)} more in the full record`);
});

test('only the first cut text and the first list say where the rest is', () => {
  const doc = page(pick(fold(personToChanges()), emptyShare('gp'), today));
  const text = textOf(doc);
  expect(text.match(/in the full record\)/g)).toHaveLength(1);
  expect(text.match(/more in the full record/g)).toHaveLength(1);
  expect(text.match(/and \d+ more/g)?.length).toBeGreaterThan(1);
});

test('a dose is never cut in the middle', () => {
  const dose = `${'with food, '.repeat(12)}200–400 mg${', slowly'.repeat(40)}`;
  const records = Array.from({ length: 40 }, () =>
    told({ name: 'Ibuprofen', pattern: 'regular', dose, purpose: dose }),
  );
  const doc = page(extractOf({ medicines: records, matters: [told({ most: 'A word and more. '.repeat(300) })] }));
  for (const run of section(doc, 'medicines').blocks.flatMap(blockToLines).flat()) {
    if (run.text.includes('200') || run.text.includes('400'))
      expect(run).toEqual({ text: '200–400 mg', lang: 'en-GB', ltr: true });
  }
});

test('what is not written asks to be asked; none that I know of is something else', () => {
  const empty = page(extractOf({ allergies: [], medicines: [], goals: [], team: [] }));
  expect(linesOf(section(empty, 'allergies'))).toEqual(['Not written here, please ask.']);
  expect(linesOf(section(empty, 'medicines'))).toEqual(['Not written here, please ask.']);
  expect(linesOf(section(empty, 'not_written'))).toEqual(['Goals and Care team']);
  const none = page(extractOf({}, { parts: [{ part: 'allergies', checked: null, none: true, records: [] }] }));
  expect(linesOf(section(none, 'allergies'))).toEqual(['None that I know of.']);
  expect(page(extractOf({})).summary).toEqual([]);
});

test('only stopped medicines told is not the same as none now', () => {
  const doc = page(extractOf({ medicines: [told({ name: 'Tramadol', pattern: 'stopped' })] }));
  expect(linesOf(section(doc, 'medicines'))).toEqual(['Not written here, please ask.']);
  expect(linesOf(section(doc, 'tried'))).toContain('not written');
});

test('what is hard to say is read, asked about gently, or not mentioned at all', () => {
  const visit = (hardHow: string) =>
    page(extractOf({ visit: [told({ want: 'A plan.', hardHow, hardToSay: 'Sleep.' })] }));
  expect(linesOf(section(visit('read'), 'visit'))).toEqual(['A plan.', 'Please read: Sleep.']);
  expect(linesOf(section(visit('ask'), 'visit'))).toContain(
    'There is something I find hard to say. Please ask me, gently.',
  );
  const silent = visit('not_today');
  expect(linesOf(section(silent, 'visit'))).toEqual(['A plan.']);
  expect(JSON.stringify(silent.record)).not.toContain('Not today');
});

test('in an emergency, new things are to be looked at as in anyone, before all else', () => {
  const [first] = page(exampleExtract('emergency')).summary;
  expect(first?.id).toBe('usual');
  expect(linesOf(first as Section)[0]).toBe('Please assess new symptoms as you would in anyone.');
  const [blank] = page(extractOf({ words: [] }, { reader: 'emergency' })).summary;
  expect(linesOf(blank as Section)).toContain('Usual: Not written here, please ask.');
});

test('a medicine someone would rather leave for now says so kindly', () => {
  const doc = page(
    extractOf({ medicines: [told({ name: 'Morphine', strength: '10 mg', release: 'slow', notNow: true })] }),
  );
  expect(linesOf(section(doc, 'medicines'))).toEqual(
    expect.arrayContaining(['Morphine 10 mg (Slow release)', 'I would rather leave this for now: Morphine.']),
  );
});

test('problems with the same words and status are one line with the oldest date', () => {
  const problem = (since: string, status = 'active') => told({ name: 'Knee pain', status, since });
  const doc = page(extractOf({ problems: [problem('2019'), problem('2009-04'), problem('2001', 'past')] }));
  expect(linesOf(section(doc, 'problems'))).toEqual(['Still active: Knee pain, since April 2009']);
});

test('what is missing, left out or newer is said above everything', () => {
  const extract = extractOf({ goals: [told({ what: 'Swim' })] }, { leftOut: { medicines: 3, tried: 1 } });
  const notices = (more: object) => page(extract, more).notices.map(lineToText);
  expect(notices({ missing: 2 })).toEqual([
    'This is only part of the summary. 2 more codes to go.',
    'Left out, as there was no room: Medicines (3) and Things tried (1). Please ask.',
  ]);
  expect(notices({ missing: 1, newer: 1 })[1]).toMatch(/^1 thing here was made by a newer version/);
});

test('the example says so on every page, and a real passport never does', () => {
  const example = page(exampleExtract('gp'));
  expect(example.notices.map(lineToText)).toContain('An example: this person is invented.');
  expect(example.furniture.example).toBe('Example');
  expect(page(extractOf({})).furniture.example).toBeNull();
});

test('how old a page is stands in words, and a clock that is behind says nothing odd', () => {
  const made = (day: string) => lineToText(summarise(extractOf({}), english, { today: day }).made);
  expect(made('2027-03-21')).toBe('Made 21 November 2026, 4 months ago, by the person themselves');
  expect(made('2026-11-01')).toBe('Made 21 November 2026 by the person themselves');
});
