import { expect, test } from 'vitest';
import { parts } from '#passport/catalogue.ts';
import { type Extract, type ExtractPart, emptyShare, pick, type Told } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import { fold } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { dot, lineToText } from '#passport/summary/phrase.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { valueToLines } from '#passport/summary/value-to-line.ts';
import { personToChanges } from '../person.ts';
import { linesOf, pageText, sectionOf } from './doc-text.ts';
import { english } from './locale-words.ts';
import { everything, exampleExtract, extractOf, today, told } from './told-person.ts';

const page = (extract: Extract, more = {}) => summarise(extract, english, { today, ...more });
const eachReader = Object.keys(readers) as ReaderId[];
const lines = (extract: Extract, id: string, more = {}) => linesOf(sectionOf(page(extract, more), id));
const part = (id: string, more: Partial<ExtractPart> = {}): ExtractPart => ({
  part: id,
  checked: null,
  written: null,
  none: false,
  records: [],
  ...more,
});

test('a GP reads what is new, what is wanted, allergies, then medicines', () => {
  const doc = page(pick(fold(personToChanges()), emptyShare('gp'), today));
  expect(doc.summary.map(({ id }) => id).slice(0, 4)).toEqual(['new', 'visit', 'allergies', 'medicines']);
});

test('an ambulance crew reads what is new, allergies and medicines before what is wanted', () => {
  const doc = page(pick(fold(personToChanges()), emptyShare('emergency'), today));
  expect(doc.summary.map(({ id }) => id).slice(0, 4)).toEqual(['new', 'allergies', 'medicines', 'visit']);
});

test('every reader meets every section once, allergies above medicines', () => {
  const sections = new Set(eachReader.flatMap((reader) => readers[reader].order as readonly string[]));
  for (const reader of eachReader) {
    const order: readonly string[] = readers[reader].order;
    expect([...order].sort()).toEqual([...sections].sort());
    expect(order.indexOf('allergies')).toBeLessThan(order.indexOf('medicines'));
  }
});

test('no two readers are given the same page', () => {
  const pages = eachReader.map((reader) => JSON.stringify(page(exampleExtract(reader)).summary));
  expect(new Set(pages).size).toBe(eachReader.length);
});

test('what is urgent stands at the top with what is new, for every reader', () => {
  for (const reader of eachReader) {
    const extract = extractOf({ flare: [told({ urgent: 'Cannot pee.', steps: ['Heat'] })] }, { reader });
    expect(lines(extract, 'new')).toContain('Urgent: Cannot pee.');
    expect(lines(extract, 'flare')).toEqual(['Heat']);
  }
});

test('in an emergency, new things are to be looked at as in anyone, before all else', () => {
  const [first] = page(extractOf({}, { reader: 'emergency' })).summary;
  expect(linesOf(first)).toEqual(['Please assess new symptoms as you would in anyone.']);
});

test('every field that is told stands on page one, or page one names its part as being in the full record', () => {
  // A tick has no words of its own; needing no interpreter, usual release, and how to speak of what is hard, are said by other means.
  const unsaid = new Set(['me/interpreter', 'medicines/release', 'visit/hardHow']);
  const silent: string[] = [];
  for (const each of parts as readonly Part[]) {
    for (const [id, field] of Object.entries<Field>(each.fields)) {
      if (field.silent || field.kind === 'yes' || unsaid.has(`${each.id}/${id}`)) continue;
      const [record = {}] = everything(1).parts.find((one) => one.part === each.id)?.records ?? [];
      const { [id]: value, [each.title]: title } = record as Record<string, Told>;
      const fields = { ...(each.many && title ? { [each.title]: title } : {}), ...(value ? { [id]: value } : {}) };
      const doc = page(extractOf({ [each.id]: [fields] }));
      const shown = value ? valueToLines(field, value, english).map(lineToText) : [];
      const isShown = shown
        .flatMap((line) => line.split(dot))
        .every((word) => pageText(doc).replace(/[“”]/g, '').includes(word));
      if (!isShown && !doc.also.some((named) => named.part === each.id)) silent.push(`${each.id}/${id}`);
    }
  }
  expect(silent).toEqual([]);
});

test('nothing is said to be in the full record when page one says it all', () => {
  const also = (extract: Extract) => page(extract).also.map(({ name }) => lineToText(name));
  expect(also(extractOf({ matters: [told({ most: 'My garden.' })], goals: [told({ what: 'Swim' })] }))).toEqual([]);
  expect(also(extractOf({ matters: [told({ most: 'My garden.', people: 'Ada' })] }))).toEqual(['What matters']);
  expect(also(extractOf({ problems: [told({ name: 'Fracture', status: 'past' })] }))).toEqual(['Problems']);
});

test('that something may be an allergy is never left off', () => {
  const of = (sort: string) =>
    lines(extractOf({ allergies: [told({ substance: 'Latex', whatHappened: 'Rash', sort })] }), 'allergies');
  expect(of('not_sure')).toEqual(['Latex: Not sure if it is an allergy\u00a0· Rash']);
  expect(of('allergy')).toEqual(['Latex: Allergy\u00a0· Rash']);
  expect(of('bad_reaction')).toEqual(['Latex: Rash']);
});

test('a medicine of which nothing more is said is one line with its dose; one that is explained has a row', () => {
  const statin = told({ name: 'Atorvastatin', strength: '20 mg', pattern: 'regular', dose: 'one at night' });
  const patch = told({
    name: 'Buprenorphine',
    strength: '10 micrograms/hour',
    form: 'patch',
    worries: 'I felt rotten',
  });
  const section = sectionOf(page(extractOf({ medicines: [statin, patch] })), 'medicines');
  expect(section?.blocks.map(({ kind }) => kind)).toEqual(['table', 'list', 'paragraph']);
  expect(linesOf(section)).toEqual(
    expect.arrayContaining([
      'Buprenorphine 10 micrograms/hour (Patch)',
      'Worries about changing it: I felt rotten',
      'Atorvastatin 20 mg: one at night',
    ]),
  );
});

test('wherever medicines taken now are shown, it is said that this is no request to reduce any', () => {
  for (const reader of eachReader) {
    const extract = extractOf({ medicines: [told({ name: 'Ramipril', pattern: 'regular' })] }, { reader });
    expect(lines(extract, 'medicines')).toContain('This list is not a request to reduce anything.');
  }
});

test('an absence is told only where it matters to this reader, and changes no other word', () => {
  const bare = page(extractOf({ words: [told({ label: 'persistent' })] }));
  for (const id of ['goals', 'team', 'tried', 'matters', 'problems', 'flare', 'visit']) {
    expect(page(extractOf({ words: [told({ label: 'persistent' })], [id]: [] }))).toEqual({
      ...bare,
      furniture: expect.anything(),
    });
  }
  expect(linesOf(sectionOf(bare, 'allergies'))).toEqual(['Not written here, please ask.']);
  expect(linesOf(sectionOf(bare, 'medicines'))).toEqual(['Not written here, please ask.']);
  expect(lineToText(bare.closing)).toBe('What is not here may not be written down, or not be shared: please ask.');
});

test('while a code is still missing, nothing is called unwritten that may be on it', () => {
  expect(lines(extractOf({}), 'allergies', { missing: 1 })).toEqual([]);
  expect(lines(extractOf({}, { leftOut: { allergies: 2 } }), 'allergies')).toEqual([]);
});

test('none that I know of is not the same as not written, and is not to be trusted beside a record', () => {
  const none = extractOf({}, { parts: [part('allergies', { none: true })] });
  expect(lines(none, 'allergies')).toEqual(['None that I know of.']);
  const both = extractOf(
    {},
    { parts: [part('allergies', { none: true, records: [told({ substance: 'Penicillin' })] })] },
  );
  expect(lines(both, 'allergies')).toEqual([
    'Penicillin',
    'It also says “none that I know of”. Do not go by that: please ask.',
  ]);
});

test('where one was left out, the list says that it may not be everything', () => {
  const some = part('allergies', { partial: true, records: [told({ substance: 'Latex' })] });
  expect(lines(extractOf({}, { parts: [some] }), 'allergies')).toEqual([
    'Latex',
    'This list may not be everything: please ask.',
  ]);
  const all = part('medicines', { partial: true });
  expect(lines(extractOf({}, { parts: [all] }), 'medicines')).toEqual(['This list may not be everything: please ask.']);
});

test('only stopped medicines told is not the same as none now', () => {
  const extract = extractOf({ medicines: [told({ name: 'Tramadol', pattern: 'stopped', stoppedWhy: 'Sick' })] });
  expect(lines(extract, 'medicines')).toEqual(['Not written here, please ask.']);
  expect(lines(extract, 'tried')).toEqual(expect.arrayContaining(['Tramadol', 'Stopped: Sick']));
});

test('still doing, tried and stopped, and not begun are told apart, in words that stand alone', () => {
  const therapy = (state: string, helped: string, again: string) => told({ what: 'tens', state, helped, again });
  const came = (record: ReturnType<typeof told>) => lines(extractOf({ tried: [record] }), 'tried').at(-1);
  expect(came(therapy('still', 'little', 'maybe'))).toBe('Still doing it\u00a0· Helped a little; might try it again');
  expect(came(therapy('stopped', 'worse', 'no'))).toBe(
    'Tried and stopped\u00a0· Made things worse; would not try it again',
  );
  expect(came(told({ what: 'programme', state: 'not_begun', again: 'later' }))).toBe(
    'Not begun\u00a0· not now, maybe later',
  );
});

test('how to talk with me says what is asked for', () => {
  const doc = page(extractOf({ me: [told({ communication: ['large_print', 'written_down'] })] }));
  expect(doc.facts.map(lineToText)).toEqual(['Please: Large print, Things written down']);
});

test('an NHS number never stands apart from the letters before it', () => {
  for (const nhsNumber of ['9434765919', '943-476-5919', '٩٤٣ ٤٧٦ ٥٩١٩', '۹۴۳۴۷۶۵۹۱۹', '943\u200f 476 5919']) {
    const doc = page(extractOf({ me: [told({ nhsNumber, birthDate: '1971-05-14' })] }));
    expect(doc.facts.map(lineToText)).toEqual(['born 14 May 1971\u00a0· NHS\u00a0943\u00a0476\u00a05919']);
  }
});

test('what is hard to say is read, asked about gently, or not mentioned at all', () => {
  const hard = { value: 'Sleep.', lang: 'en-GB', confidence: true as const };
  const extract = (more: object) => extractOf({ visit: [{ ...told({ want: 'A plan.' }), ...more }] });
  expect(lines(extract({ hardToSay: hard }), 'visit')).toEqual([
    'A plan.',
    'Please read: Sleep. (Told in confidence: please hide from online view)',
  ]);
  expect(lines(extract(told({ hardHow: 'ask' })), 'visit')).toEqual([
    'A plan.',
    'There is something I find hard to say. Please ask me, gently.',
  ]);
  expect(lines(extract({}), 'visit')).toEqual(['A plan.']);
});

test('a medicine someone would rather leave for now says so kindly', () => {
  const extract = extractOf({
    medicines: [told({ name: 'Morphine', strength: '10 mg', release: 'slow', notNow: true })],
  });
  expect(lines(extract, 'medicines')).toEqual(
    expect.arrayContaining([
      'Morphine 10 mg (Slow release)',
      'I would rather leave this for now: Morphine 10 mg (Slow release).',
    ]),
  );
});

test('a problem whose standing this version does not know is not hidden', () => {
  const extract = extractOf({ problems: [told({ name: 'Addison disease', status: 'from_a_newer_version' })] });
  expect(lines(extract, 'problems')).toEqual(['Addison disease']);
});

test('a medicine known by its brand alone is called by it, and one without a name says so', () => {
  const medicine = (more: object) =>
    lines(
      extractOf({ medicines: [told({ strength: '30 mg', dose: 'one', pattern: 'regular', ...more })] }),
      'medicines',
    )[0];
  expect(medicine({ brand: 'Zomorph' })).toBe('Zomorph 30 mg: one');
  expect(medicine({})).toBe('No name written, 30 mg: one');
});

test('problems with the same words and status are one, with the oldest date', () => {
  const problem = (since: string, status = 'active') => told({ name: 'Knee pain', status, since });
  const extract = extractOf({ problems: [problem('2019'), problem('2009-04'), problem('2001', 'past')] });
  expect(lines(extract, 'problems')).toEqual(['Still active: Knee pain, since April 2009']);
});

test('what is missing, left out, without its details or newer is said above everything', () => {
  const extract = extractOf(
    { goals: [told({ what: 'Swim' })] },
    { leftOut: { tried: 1 }, shortened: { medicines: 3 } },
  );
  const notices = (more: object) => page(extract, more).notices.map(lineToText);
  expect(notices({ missing: 2, newer: 1 })).toEqual([
    expect.stringMatching(/^This is only part of the summary/),
    expect.stringMatching(/^1 thing here was made by a newer version/),
    'Left out, as there was no room: Things tried (1). Please ask.',
    'For want of room some details are not here: Medicines (3). Please ask.',
  ]);
});

test('the example says so on every page, and a real passport never does', () => {
  const example = page(exampleExtract('gp'));
  expect(example.notices.map(lineToText)).toContain('An example: this person is invented.');
  expect(example.furniture.example).toBe('Example');
  expect(page(extractOf({})).furniture.example).toBeNull();
});
