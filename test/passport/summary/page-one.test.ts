import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '#i18n/words.ts';
import { parts } from '#passport/catalogue.ts';
import type { Doc, Section } from '#passport/doc.ts';
import { type Extract, emptyShare, pick, type ReaderId, readers, type Told } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import { fold } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { blockToLines, countLine, countWords, lineToText } from '#passport/summary/count-words.ts';
import { ageRoom } from '#passport/summary/header.ts';
import { mostWords } from '#passport/summary/page-one.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { valueToLines } from '#passport/summary/value-to-line.ts';
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

const eachReader = Object.keys(readers) as ReaderId[];
const days = [today, '2026-11-22', '2027-03-21', '2028-11-21'];

test.each(eachReader)('for %s, page one stays the same however old it gets', (reader) => {
  const long = (key: string) => `${key} is one sentence of some length. `.repeat(9);
  const extracts = [
    exampleExtract(reader),
    pick(fold(personToChanges()), emptyShare(reader), today),
    { ...everything(3, 'en-GB', long), reader },
  ];
  for (const extract of extracts) {
    for (const words of [english, marked]) {
      const docs = days.map((day) => summarise(extract, words, { today: day }));
      for (const doc of docs) {
        expect(countWords(doc)).toBeLessThanOrEqual(mostWords);
        expect(doc.summary).toEqual(docs[0]?.summary);
        expect(doc.message).toEqual(docs[0]?.message);
      }
      expect(new Set(docs.map(({ made }) => lineToText(made))).size).toBeGreaterThan(2);
    }
  }
});

test('the room kept for how old a page is holds it in many languages', () => {
  for (const lang of [
    'en-GB',
    'pl',
    'ar',
    'fr',
    'cy',
    'tr',
    'so',
    'ur',
    'bn',
    'pt',
    'es',
    'it',
    'ro',
    'fa',
    'zh',
    'vi',
  ]) {
    const words = wordsOf(((key: string) => key) as never, lang);
    for (const day of [...days, '2026-11-26', '2026-12-12', '2027-10-21', '2031-11-21'])
      expect(countLine([{ text: words.ago(today, day), lang }]), lang).toBeLessThanOrEqual(ageRoom);
  }
});

test('a specialist reads what was tried and why it stopped before what is taken now, and goals last', () => {
  for (const extract of [
    exampleExtract('specialist'),
    pick(fold(personToChanges()), emptyShare('specialist'), today),
  ]) {
    const ids = page(extract).summary.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['visit', 'tried', 'medicines']);
  }
  const goals = page(extractOf({ goals: [told({ what: 'Swim' })], team: [] }, { reader: 'specialist' })).summary;
  expect(goals.map(({ id }) => id)).toEqual(['not_written', 'goals']);
});

test('no two readers are given the same page', () => {
  const pages = eachReader.map((reader) => JSON.stringify(page(exampleExtract(reader)).summary));
  expect(new Set(pages).size).toBe(eachReader.length);
});

test('when it is urgent stands in the flare plan for every reader, and first', () => {
  for (const reader of eachReader) {
    const [first] = linesOf(section(page(exampleExtract(reader)), 'flare'));
    expect(first).toBe('Urgent: Numb between my legs, cannot pee: A&E.');
  }
  const stepsOnly = page(extractOf({ flare: [told({ steps: ['Heat', 'Rest'] })] }));
  expect(linesOf(section(stepsOnly, 'flare'))).toEqual(['Heat', 'Rest']);
});

test('every field that is told stands on page one, or page one says that there is more of its part', () => {
  // A tick has no words of its own; needing no interpreter, usual release, and how to speak of what is hard, are said by other means.
  const unsaid = new Set(['me/interpreter', 'medicines/release', 'visit/hardHow']);
  const silent: string[] = [];
  for (const part of parts as readonly Part[]) {
    for (const [id, field] of Object.entries<Field>(part.fields)) {
      if (field.silent || field.kind === 'yes' || unsaid.has(`${part.id}/${id}`)) continue;
      const [record = {}] = everything(1).parts.find((each) => each.part === part.id)?.records ?? [];
      const { [id]: value, [part.title]: title } = record as Record<string, Told>;
      const fields = { ...(part.many && title ? { [part.title]: title } : {}), ...(value ? { [id]: value } : {}) };
      const text = textOf(page(extractOf({ [part.id]: [fields] })));
      const shown = value ? valueToLines(field, value, english).map(lineToText) : [];
      const more = [`More about ${english.part(part.id)}.`, 'More of the above.', 'in the full record'];
      if (!shown.every((line) => text.includes(line)) && !more.some((said) => text.includes(said)))
        silent.push(`${part.id}/${id} in ${text}`);
    }
  }
  expect(silent).toEqual([]);
});

test('nothing is said to be in the full record when page one says it all', () => {
  const doc = page(extractOf({ matters: [told({ most: 'My garden.' })], goals: [told({ what: 'Swim' })] }));
  expect(doc.summary.map(({ id }) => id)).toEqual(['matters', 'goals']);
  const more = page(extractOf({ matters: [told({ most: 'My garden.', people: 'Ada' })] }));
  expect(linesOf(section(more, 'also'))).toEqual(['More about What matters.']);
});

test('steps with further lines and past problems are told of, though only the full record has them', () => {
  const steps = page(extractOf({ flare: [told({ steps: ['Heat\nTen minutes, wrapped in a towel'] })] }));
  expect(linesOf(section(steps, 'also'))).toEqual(['More about Flare plan.']);
  const past = page(extractOf({ problems: [told({ name: 'Fracture', status: 'past' })] }));
  expect(linesOf(section(past, 'also'))).toEqual(['More about Problems.']);
});

test('that something may be an allergy is never left off', () => {
  const doc = (sort: string) =>
    linesOf(
      section(page(extractOf({ allergies: [told({ substance: 'Latex', whatHappened: 'Rash', sort })] })), 'allergies'),
    );
  expect(doc('not_sure')).toEqual(['Latex: Not sure if it is an allergy · Rash']);
  expect(doc('allergy')).toEqual(['Latex: Allergy · Rash']);
  expect(doc('bad_reaction')).toEqual(['Latex: Rash']);
});

test.each([1, 3, 60].flatMap((many) => eachReader.map((reader) => [many, reader] as const)))(
  'page one keeps to 250 words when every text is long and each list has %i records, for %s',
  (many, reader) => {
    const long = (key: string) => `${key} is one sentence of some length. `.repeat(80);
    for (const words of many > 3 ? [marked] : [english, marked]) {
      const doc = summarise({ ...everything(many, 'en-GB', long), reader }, words, { today, missing: 2, newer: 3 });
      expect(countWords(doc)).toBeLessThanOrEqual(mostWords);
      expect(section(doc, 'medicines')).toBeDefined();
      expect(section(doc, 'allergies')).toBeDefined();
      for (const run of doc.summary.flatMap(({ blocks }) => blocks.flatMap(blockToLines)).flat())
        expect(run.lang).not.toBe('');
    }
  },
);

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
  const most = 'I walk to the gate and back. '.repeat(60);
  const goals = Array.from({ length: 90 }, (_, place) => told({ what: `Swim ${place}` }));
  const allergies = Array.from({ length: 90 }, (_, place) => told({ substance: `Latex ${place}` }));
  const text = textOf(page(extractOf({ matters: [told({ most })], visit: [told({ want: most })], goals, allergies })));
  expect(text.match(/in the full record\)/g)).toHaveLength(1);
  expect(text.match(/more in the full record/g)).toHaveLength(1);
  expect(text.match(/and \d+ more/g)?.length).toBe(2);
  expect(text.match(/…/g)?.length).toBe(2);
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
  expect(made('2027-03-21')).toBe('Made 21 November 2026, 4 months ago, from the person’s own passport');
  expect(made('2026-11-01')).toBe('Made 21 November 2026 from the person’s own passport');
});
