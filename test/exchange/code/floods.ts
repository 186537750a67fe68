import type { Extract, ExtractPart } from '#passport/extract.ts';
import type { Value } from '#passport/field.ts';

const lang = 'en-GB';
/** A part with these records, all in one language. */
export const part = (id: string, ...records: readonly Record<string, Value>[]): ExtractPart => ({
  part: id,
  checked: null,
  written: null,
  none: false,
  records: records.map((record) =>
    Object.fromEntries(Object.entries(record).map(([field, value]) => [field, { value, lang }])),
  ),
});
/** What a code for a GP says, with these parts. */
export const code = (...parts: readonly ExtractPart[]): Extract => ({
  reader: 'gp',
  made: '2026-11-21',
  lang,
  example: false,
  parts,
  leftOut: {},
  shortened: {},
});
export const times = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
export const breaks = (count: number) => 'a\n'.repeat(count);
const contacts = (count: number) =>
  times(count, () => ({ name: breaks(80), phone: '1 '.repeat(100), when: breaks(80) }));

/** What a stranger may not lose, beside what a forger put there. */
export const allergies = part(
  'allergies',
  ...times(8, (at) => ({ substance: `Penicillin ${at}`, whatHappened: 'My throat closed.' })),
);

const plan = ['urgent', 'signs', 'triggers', 'helps', 'worse', 'medicines', 'restart', 'whatHelped'];

/** What a forger could put into a few bytes, by what it is; each goes out beside the allergies above. */
export const floods: Readonly<Record<string, readonly ExtractPart[]>> = {
  '59,000 line breaks in one field': [part('flare', { urgent: breaks(59_000) })],
  'line breaks in every field of who I am': [
    part('me', ...[Object.fromEntries(['preferredName', 'fullName', 'otherId'].map((id) => [id, breaks(59_000)]))]),
  ],
  'as many line breaks as a code can hold': [part('flare', Object.fromEntries(plan.map((id) => [id, breaks(58_000)])))],
  '500 steps with line breaks in each': [part('flare', { steps: times(500, () => breaks(200)) })],
  '200 things to do with line breaks in each': [part('words', { pleaseDo: times(200, () => ({ own: breaks(400) })) })],
  '100 contacts with line breaks in each': [part('flare', { contacts: contacts(100) })],
  '10,000 records of one field': [part('problems', ...times(10_000, (at) => ({ name: `Problem ${at}` })))],
  '10,000 records with a line break in each': [
    part('medicines', ...times(10_000, () => ({ name: 'a', dose: 'b\nc' }))),
  ],
  'a word of 120,000 letters': [part('words', { isNew: 'x'.repeat(120_000) })],
  'words of 120,000 letters in Thai and Arabic': [
    part('words', { isNew: 'ความเจ็บปวด'.repeat(10_900), notUsual: 'ب'.repeat(120_000), usual: 'क'.repeat(120_000) }),
  ],
  '120,000 figures': [part('words', { isNew: '1-2 '.repeat(30_000), usual: '1 '.repeat(60_000) })],
  'a letter with 100,000 marks': [part('words', { label: `e${'\u0301'.repeat(100_000)}` })],
  'records by steps by lines': [
    part('flare', { steps: times(500, () => breaks(20)), contacts: contacts(60), medicines: breaks(9_000) }),
    part('goals', ...times(500, () => ({ why: breaks(40) }))),
    part('tried', ...times(500, () => ({ place: breaks(40), notes: breaks(40) }))),
  ],
};
