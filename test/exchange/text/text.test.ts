import { expect, test } from 'vitest';
import { docToMessage, docToText } from '#exchange/text/text.ts';
import type { Doc, Line } from '#passport/doc.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { english } from '../../passport/summary/locale-words.ts';
import { exampleExtract, extractOf, today, told } from '../../passport/summary/told-person.ts';

const example = () => summarise(exampleExtract('gp'), english, { today });
const isolates = /[\u2066-\u2069]/u;

test('the example as text reads well from top to bottom', () => {
  const text = docToText(example());
  expect(text).toContain(
    'EXAMPLE\nI call it: Persistent pain\nAmina Yıldız\nborn 14 May 1971 · NHS 943 476 5919 · She/her\n',
  );
  expect(text).toContain(
    '\n\nMEDICINES NOW\n- Duloxetine 30 mg · How I take it: Once in the morning · What for: Legs, mood\n  · Does it help me do things?: A little. I can stand to cook.\n',
  );
  expect(text).toContain('\n1. Heat\n2. Lie on my side\n3. Slow breathing\n');
  expect(text).toContain('\n\nTHE FULL RECORD\n');
  expect(text).not.toMatch(/[*#_|<>]|\n\n\n/);
  expect(text.endsWith('\n')).toBe(true);
});

test('a message is page one and no more', () => {
  const message = docToMessage(example());
  const [head, left] = message.split('ASK ME FOR\n');
  expect(docToText(example()).startsWith(head as string)).toBe(true);
  expect(left).toBe('Problems and Who to contact\nMore of the above.\n');
});

test('a message never speaks of a full record, which it does not carry', () => {
  const goals = Array.from({ length: 90 }, (_, place) => told({ what: `Swim ${place}` }));
  const most = 'I walk to the gate and back. '.repeat(90);
  const doc = summarise(extractOf({ goals, matters: [told({ most })] }), english, { today });
  const message = docToMessage(doc);
  expect(message).not.toMatch(/full record/i);
  expect(message).toContain('… (please ask me for the rest)');
  expect(message).toMatch(/and \d+ more, please ask me/);
  expect(docToText(doc)).toContain('… (all of it in the full record)');
});

test('lines fit a note field, and a dose is never parted from its unit', () => {
  const most = `${'We walk '.repeat(9)}40–80 mg and then on, as far as the corner and back. `.repeat(4);
  const text = docToText(summarise(extractOf({ matters: [told({ most })] }), english, { today }));
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
  expect(text.match(/40–80 mg/g)?.length).toBeGreaterThan(3);
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
    message: [{ id: 'x', area: 'main', title: [{ text, lang }], checked: null, blocks: [] }],
  });
  const line = (text: string): Line => [{ text, lang: 'en-GB' }];
  expect(docToMessage(title('bilgi', 'tr'))).toContain('BİLGİ');
  expect(docToMessage({ ...title('الأدوية', 'ar'), label: line('Pain') })).toContain('الأدوية');
});
