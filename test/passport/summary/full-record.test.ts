import { expect, test } from 'vitest';
import { parts } from '#passport/catalogue.ts';
import type { Line } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import type { Part } from '#passport/part.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import { lineToStretches } from '#passport/summary/stretches.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { blockToLines, allLines as linesOfDoc } from './doc-text.ts';
import { english, marked } from './locale-words.ts';
import { everything, exampleExtract, extractOf, today, told } from './told-person.ts';

const recordOf = (extract: Extract, words = english) => summarise(extract, words, { today }).record;
const allLines = (extract: Extract, words = english): readonly Line[] =>
  linesOfDoc(summarise(extract, words, { today }));

// How something hard is to be said is put into a sentence, or kept quiet; see the page one tests.
const notSaid = new Set(['visit~hardHow']);

test('every field of every part is in the full record, with its label', () => {
  const text = allLines(everything(2)).map(lineToText).join('\n');
  for (const part of parts as readonly Part[]) {
    for (const [id, field] of Object.entries<Field>(part.fields)) {
      if (field.silent || notSaid.has(`${part.id}~${id}`)) continue;
      const picked = field.kind === 'term' || field.kind === 'yes' || field.kind === 'terms';
      if (!picked) expect(text).toContain(`${part.id}~${id}~0`);
      const isInTitle = part.many && [part.title, ...(part.besideTitle ?? [])].includes(id);
      if (!isInTitle) expect(text).toContain(english.field(part.id, id));
    }
    if (part.many) expect(text).toContain(`${part.id}~translation~1`);
  }
});

test('no field that the program keeps for itself is ever told', () => {
  const text = allLines(everything(2)).map(lineToText).join('\n');
  expect(text).not.toContain('problems~original');
});

test('a summary in another language holds no word of English', () => {
  const extract = everything(2, 'pl', () => 'słowo');
  const lines = allLines({ ...extract, example: true, leftOut: { goals: 2 } }, marked);
  for (const run of lines.flat().filter((each) => each.lang === marked.lang)) {
    const around = run.text.replace(/«[^»]*»/g, '').replace(/\d+/g, '');
    expect(around, run.text).not.toMatch(/\p{L}/u);
  }
  for (const run of lines.flat()) expect([marked.lang, 'pl']).toContain(run.lang);
});

test('what the person wrote keeps its language, and a line in the reader’s stands beneath it', () => {
  const record = recordOf(exampleExtract('gp')).find(({ id }) => id === 'tried');
  const lines = record?.blocks.flatMap(blockToLines) ?? [];
  const turkish = lines.find((line) => lineToText(line).includes('Suda'));
  expect(turkish).toContainEqual({ text: 'Suda bacaklarım benim oluyor.', lang: 'tr' });
  expect(lineToText(turkish ?? [])).toContain('In English, by Yusuf: In water my legs are my own.');
});

test('figures and left-to-right fields are isolated inside right-to-left text', () => {
  const extract = extractOf({ medicines: [told({ name: 'Zapain', dose: 'من 5-7 حبات' }, 'ar')] });
  const runs = allLines(extract).flat();
  expect(runs).toContainEqual({ text: '5-7', lang: 'ar', ltr: true, exact: true });
  expect(runs).toContainEqual(expect.objectContaining({ text: 'Zapain', ltr: true }));
});

test('characters that turn text round or hide are not shown; marks stay where there are words they help', () => {
  const textOf = (most: string) =>
    allLines(extractOf({ matters: [told({ most })] }))
      .map(lineToText)
      .join('');
  const text = textOf('a\u202e5-7\u2066b\u0000c\u200fd');
  expect(text).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\0/u);
  expect(textOf('حبة\u200f 5')).toContain('\u200f');
});

test('one mark, or one word in Arabic letters, swaps no strength with a dose', () => {
  for (const name of ['Methotrexate\u200f', 'Methotrexate ميثوتركسات']) {
    const medicine = told({ name, strength: '10 mg\u200f', dose: '2 a week', pattern: 'regular' });
    const doc = summarise(extractOf({ medicines: [medicine] }), english, { today });
    const [line] = doc.summary.find(({ id }) => id === 'medicines')?.blocks.flatMap(blockToLines) ?? [];
    // nothing that reads from right to left stands bare among what reads from left to right
    for (const { lang, runs } of lineToStretches(line ?? [])) {
      if (lang !== 'und') expect(runs.map(({ text }) => text).join('')).not.toMatch(/[\u0590-\u08ff\u200f]/u);
    }
    expect(lineToText(line ?? [])).toMatch(/^Methotrexate.* 10 mg: 2 a week$/u);
  }
});

test('what was told in confidence is marked wherever it stands', () => {
  const reallyTake = { value: 'Half of it.', lang: 'en-GB', confidence: true as const };
  const alone = { value: ['see_me_alone'], lang: 'en-GB', confidence: true as const };
  const extract = extractOf({
    me: [{ alone }],
    medicines: [{ ...told({ name: 'Morphine', pattern: 'regular' }), reallyTake }],
  });
  const marks = allLines(extract)
    .map(lineToText)
    .filter((line) => line.includes('Half of it.') || line.includes('see me alone'));
  expect(marks).toHaveLength(4);
  expect(summarise(extract, english, { today }).notices.map(lineToText)).toHaveLength(1);
  for (const line of marks) expect(line).toContain('(Told in confidence: please hide from online view)');
});

test('problems put together in the full record lose no date', () => {
  const problem = (since: string) => told({ name: 'Knee pain', status: 'active', since });
  const [section] = recordOf(extractOf({ problems: [problem('2019'), problem('2009')] }));
  const lines = section?.blocks.flatMap(blockToLines).map(lineToText);
  expect(lines?.filter((line) => line === 'Knee pain')).toHaveLength(1);
  expect(lines?.join('\n')).toMatch(/2009\n2019/);
});

test('a medicine and a problem are one row each, with the dose beside the name', () => {
  const extract = extractOf({
    medicines: [told({ name: 'Metformin', strength: '500 mg', dose: 'two twice a day', purpose: 'Diabetes' })],
    problems: [told({ name: 'Gout', status: 'active' })],
  });
  const rows = recordOf(extract).map(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
  );
  expect(rows.map((all) => all.map((row) => row.map(lineToText)))).toEqual([
    [['Metformin 500 mg', 'What for: Diabetes\u00a0· How I take it: two twice a day']],
    [['Gout', 'Now: Still active']],
  ]);
});

test('the full record follows the order of page one', () => {
  const ids = recordOf(everything(2)).map(({ id }) => id);
  expect(ids.indexOf('allergies')).toBeLessThan(ids.indexOf('medicines'));
  expect(ids.indexOf('medicines')).toBeLessThan(ids.indexOf('matters'));
  const read = summarise(everything(2), english, { today }).summary.flatMap(({ parts: from }) => from);
  const known = [...new Set(['words', 'me', ...read])];
  expect(ids.filter((id) => known.includes(id))).toEqual(known);
});

test('a term, a part or a language this version does not know is shown as such or left, never as its id', () => {
  const extract = extractOf({
    medicines: [told({ name: 'X', helps: 'sideways' }, 'x y"<')],
    moon: [told({ rock: 'grey' })],
  });
  const lines = allLines(extract);
  expect(lines.map(lineToText).join('\n')).not.toMatch(/sideways|grey|moon/);
  expect(lines.map(lineToText).join('\n')).toContain('something from a newer version of the app');
  expect(lines.flat().map(({ lang }) => lang)).not.toContain('x y"<');
});

test('a long note keeps its paragraphs, whole', () => {
  const notes = `first line\n\n${'x '.repeat(25_000)}\r\nlast line`;
  const [section] = recordOf(extractOf({ tried: [told({ what: 'yoga', notes })] }));
  const lines = section?.blocks.flatMap(blockToLines).map(lineToText) ?? [];
  expect(lines.at(-1)).toBe(`Notes: \nfirst line\n${'x '.repeat(25_000).trim()}\nlast line`);
});
