import { expect, test } from 'vitest';
import { docToMessage, docToText, docToWholeText } from '#exchange/text/text.ts';
import type { Doc, Line } from '#passport/doc.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { english } from '../../passport/summary/locale-words.ts';
import { exampleExtract, extractOf, today, told } from '../../passport/summary/told-person.ts';

const example = () => summarise(exampleExtract('gp'), english, { today });
const isolates = /[\u2066-\u2069]/u;

test('the example as text reads well from top to bottom', () => {
  const text = docToWholeText(example());
  expect(text).toContain(
    'EXAMPLE\nI call it: Persistent pain\nName: “Amina Yıldız”\nborn 14 May 1971 · NHS 943 476 5919 · She/her\n',
  );
  expect(text).toContain('Written by the person, not taken from a clinical record.');
  expect(text).toContain('\n\nMEDICINES NOW\n');
  expect(text).toMatch(/\n1\. .+\n(?:.+\n)*2\. .+\n/);
  expect(text).toContain('\n\nTHE FULL RECORD\n');
  expect(text).not.toMatch(/[*#_|<>\u00a0]|\n\n\n/);
  expect(text.endsWith('\n')).toBe(true);
});

test('what is copied first is page one, with the names of what the full record also holds', () => {
  const extract = extractOf({ matters: [told({ most: 'My garden.', people: 'Ada' })] });
  const doc = summarise(extract, english, { today });
  expect(docToText(doc)).toMatch(/\nAlso in the full record: What matters\n$/);
  expect(docToText(doc)).not.toContain('Ada');
  expect(docToWholeText(doc)).toContain('Ada');
});

test('a message never speaks of a full record, which it does not carry', () => {
  const extract = extractOf({ matters: [told({ most: 'My garden.', people: 'Ada' })] });
  const message = docToMessage(summarise(extract, english, { today }));
  expect(message).not.toMatch(/full record/i);
  expect(message).toMatch(/\nAsk me for: What matters\n$/);
});

test('no line is broken: what it is pasted into knows its own width', () => {
  const most = 'We walk 40–80 mg and then on, as far as the corner and back. '.repeat(9).trim();
  const text = docToText(summarise(extractOf({ matters: [told({ most })] }), english, { today }));
  expect(text.split('\n')).toContain(most);
});

test('a long answer forges no heading: its further lines are set in', () => {
  const isNew = 'nothing\nALLERGIES AND BAD REACTIONS\nNone that I know of.';
  const text = docToText(summarise(extractOf({ words: [told({ isNew })] }), english, { today }));
  expect(text.match(/^ALLERGIES AND BAD REACTIONS$/gm)).toHaveLength(1);
  expect(text).toContain('\n    ALLERGIES AND BAD REACTIONS\n    None that I know of.\n');
});

test('English text carries no hidden signs', () => {
  expect(
    docToText(summarise(extractOf({ medicines: [told({ name: 'Zapain', dose: '1–2' })] }), english, { today })),
  ).not.toMatch(isolates);
});

test('in an Arabic page, doses, names and other languages are isolated, and every isolate is closed', () => {
  const arabic = { ...english, lang: 'ar', dir: 'rtl' as const };
  const dose = { value: 'من 5-7 حبات', lang: 'ar' };
  const extract = extractOf({ medicines: [{ ...told({ name: 'Zapain', purpose: 'Bad nights, 2 of 3' }), dose }] });
  const text = docToMessage(summarise(extract, arabic, { today }));
  expect(text).toContain('من \u20665-7\u2069 حبات');
  expect(text).toContain('\u2066Zapain\u2069');
  expect(text).toContain('\u2066Bad nights, 2 of 3\u2069');
  for (const line of text.split('\n')) {
    expect(line.match(/[\u2066-\u2068]/gu)?.length).toBe(line.match(/\u2069/gu)?.length);
  }
});

test('Arabic words in an English page keep their order around a dose', () => {
  const doc = summarise(extractOf({ matters: [told({ most: 'آخذ 5-7 حبات' }, 'ar')] }), english, { today });
  expect(docToMessage(doc)).toContain('\u2067آخذ \u20665-7\u2069 حبات\u2069');
});

test('words in no known language take the direction of their first letter', () => {
  const doc = summarise(extractOf({ matters: [told({ most: 'שלום' }, '?')] }), english, { today });
  expect(docToMessage(doc)).toContain('\u2068שלום\u2069');
});

test('headings are in capitals as their language writes them', () => {
  const title = (text: string, lang: string): Doc => ({
    ...example(),
    lang,
    furniture: { ...example().furniture, example: null },
    summary: [{ id: 'x', area: 'main', title: [{ text, lang }], checked: null, blocks: [], parts: [] }],
  });
  const line = (text: string): Line => [{ text, lang: 'en-GB' }];
  expect(docToMessage(title('bilgi', 'tr'))).toContain('BİLGİ');
  expect(docToMessage({ ...title('الأدوية', 'ar'), label: line('Pain') })).toContain('الأدوية');
});
