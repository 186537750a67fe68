import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolate, isolateLine } from '#passport/isolate.ts';
import { isolateText } from '#passport/signs.ts';
import { anyText } from './arbitrary.ts';
import { lineToSigns, seen } from './seen.ts';

const held = (text: string) =>
  isolate(text, 'ar')
    .filter(({ ltr }) => ltr)
    .map((run) => run.text);

test('a dose, a range, a date or a phone number never turns round in Arabic', () => {
  for (const [text, expected] of [
    ['خذ 5-7 أيام', ['5-7']],
    ['من 200–400 mg يوميا', ['200–400 mg']],
    ['10mg', ['10mg']],
    ['اتصل 020 7946 0712 الآن', ['020 7946 0712']],
    ['+44 20 7946 0712', ['+44 20 7946 0712']],
    ['12/03/2024', ['12/03/2024']],
    ['10:30', ['10:30']],
    ['0.5 ml', ['0.5 ml']],
    ['2 x 500 mg', ['2 x 500 mg']],
    ['5 micrograms/24', ['5 micrograms/24']],
    ['٥-٧', ['٥-٧']],
    ['50%', ['50%']],
    ['8:30-9:00', ['8:30-9:00']],
    ['8:30 – 9:00', ['8:30 – 9:00']],
    ['1:2', ['1:2']],
    ['1 000 mg', ['1 000 mg']],
    ['1,000.5 mg', ['1,000.5 mg']],
    ['٠٫٥ ml', ['٠٫٥ ml']],
    ['1½ حبة', ['1½']],
    ['½-1 حبة', ['½-1']],
    ['10 mg/5 ml', ['10 mg/5 ml']],
    ['25 mcg/h ثم 5 mg/kg/day', ['25 mcg/h', '5 mg/kg/day']],
    ['10 mg–20 mg', ['10 mg–20 mg']],
    ['(020) 7946 0712', ['(020) 7946 0712']],
    ['07700 900123', ['07700 900123']],
    ['943 476 5919', ['943 476 5919']],
    ['14. 5. 1971', ['14. 5. 1971']],
  ] as const) {
    expect([text, held(text)]).toEqual([text, expected]);
  }
});

const doses = [
  '.5 mg',
  ',5 mg',
  '<5 mg',
  '≤ 5',
  '≥ 5 mg',
  '~5',
  '≈ 5 ml',
  '± 0.5',
  '5 to 7 mg',
  '5 or 6',
  '1/2',
  '½',
  '1 ½',
  '1 1/2',
  '-5',
  '−5 °C',
  '+5',
  '5+',
  '5 → 7',
  '10 mg -> 20 mg',
  '10 mg–20 mg',
  '30/500',
  'L4/5',
  'C5-6/7',
  'L4-L5',
  'T2*',
  'HbA1c 48 mmol/mol',
  'AB+',
  '2.5 mg/ml',
  '25 mcg/h',
  '1 g × 4',
  '2 x 500 mg',
  '120/80 mmHg',
  '>90 %',
  '£5.50',
  '#4',
  '5.',
  '5 mg.',
  '0.5 mg,',
  '1:1000',
  '10^3',
  '3 tablets',
  '2 puffs',
  '٠٫٥ mg',
  '<٥',
  '+ve',
  '-ve',
  'Rh -ve',
  'K+ 4.5',
  '5"',
  '5 ft 4"',
  '+/- 5',
  '± 5',
  '5 ‰',
  '№ 5',
  '£ 5',
  'no. 5',
  'b.d.',
  'p.r.n.',
  '10mg ×2',
  '10mg ×2 b.d.',
  '5 mg b.d.',
  'HLA-B27 -ve',
  '20mg→40mg',
  '↑ 20 mg',
  'NRS 7/10',
  'T11/12',
  'HLA-B27+',
  '4.5 x 10^9/L',
  '1-0-1',
  '٥ to ٧ mg',
];

/** In Arabic words before it, after it, on both sides, and by itself. */
const places = (dose: string) => [`كلونازيبام ${dose} ليلا`, `${dose} ليلا`, `خذ ${dose}`, dose, `قرص (${dose}) مساء`];

test('a dose keeps its signs and its order among Arabic words, whatever it is written with', () => {
  for (const dose of doses)
    for (const text of places(dose)) {
      expect(seen(lineToSigns(isolate(text, 'ar')))).toContain(dose);
      expect(seen(isolateText(text, 'en-GB'))).toContain(dose);
      expect(seen(isolateText(text, 'ar'), 'ltr')).toContain(dose);
    }
});

test('without the isolates it would not: this test can fail', () => {
  expect(seen('كلونازيبام .5 mg ليلا')).toContain('5. ');
});

test('any figure with any sign before it, between and after it stays as it was typed', () => {
  const amount = fc.constantFrom('5', '0.5', '.5', '1/2', '½', '10', '2.5', '1½');
  const before = fc.constantFrom('', '<', '≤ ', '≥', '~', '≈ ', '±', '+', '-', '−', '$', '№ ', 'x', '#');
  const join = fc.constantFrom(
    '-',
    '–',
    ' – ',
    '/',
    ' to ',
    '→',
    ' → ',
    '->',
    '+',
    ' x ',
    '×',
    ':',
    ' or ',
    '=',
    ' < ',
  );
  const unit = fc.constantFrom('', ' mg', 'mg', ' µg/h', '%', ' ml', ' °C', ' mmol/l');
  const dose = fc.tuple(before, amount, fc.option(fc.tuple(join, amount), { nil: ['', ''] as const }), unit);
  const word = fc.constantFrom('خذ', 'ليلا', 'مرات', 'و', 'حبة', 'שלום', '(صباحا)', 'نعم،', 'ثم.');
  fc.assert(
    fc.property(dose, word, word, ([sign, first, [joined, second], unitWord], left, right) => {
      const text = `${sign}${first}${joined}${second}${unitWord}`;
      expect(seen(lineToSigns(isolate(`${left} ${text} ${right}`, 'ar')))).toContain(text.trim());
    }),
    { numRuns: 3_000 },
  );
});

test('a range in Arabic figures is read from the right, as Arabic is', () => {
  expect(seen(lineToSigns(isolate('خذ ٥-٧ أيام', 'ar')))).toContain(' ٧-٥ ');
});

test('numbers that only stand next to each other are not made one', () => {
  for (const [text, expected] of [
    ['في 2019 10 mg', ['10 mg']],
    ['في 2019 200 mg', ['200 mg']],
    ['خذ 30/500 8 مرات', ['30/500']],
    ['خذ 30/500 800 ليلا', ['30/500']],
    ['أدول 500 mg 2 مرات', ['500 mg']],
    ['في 2019 10 أيام', []],
  ] as const) {
    expect([text, held(text)]).toEqual([text, expected]);
  }
  expect(seen(lineToSigns(isolate('خذ 30/500 8 مرات', 'ar')))).toContain(' 8 30/500 ');
});

test('a full stop after a dose never comes to stand before it', () => {
  expect(seen(lineToSigns(isolate('خذ 5 mg. ثم نم', 'ar')))).toContain(' 5 mg. ');
  expect(seen(lineToSigns(isolate('خذ 5.', 'ar')))).toContain('5.');
  // nor does it make fifty of an Arabic five, whose nought is a dot
  expect(seen(lineToSigns(isolate('خذ ٥. ثم نم', 'ar')))).toContain('.٥ ');
});

test('an isolate never begins or ends inside a word, whatever was typed', () => {
  const part = fc.constantFrom(
    'L4',
    '5',
    '.5',
    'mg',
    've',
    'HbA1c',
    'ليل',
    '-',
    '+',
    '/',
    ' ',
    '(',
    ')',
    '→',
    '"',
    '.',
    'b.d.',
    '½',
  );
  const joins = (text: string, at: number) => /^[\p{Script=Latin}\p{Nd}]{2}$/u.test(text.slice(at - 1, at + 1));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), fc.constantFrom('ar', 'en-GB'), (parts, lang) => {
      const text = parts.join('');
      let at = 0;
      for (const run of isolate(text, lang)) {
        if (run.ltr)
          expect([text, run.text, joins(text, at), joins(text, at + run.text.length)]).toEqual([
            text,
            run.text,
            false,
            false,
          ]);
        at += run.text.length;
      }
      const signs = isolateText(text, lang).replace(/[^\u2066-\u2069]/gu, '');
      expect(signs.replace(/[\u2066-\u2068]\u2069/gu, '').replace(/[\u2066-\u2068]\u2069/gu, '')).toBe('');
    }),
    { numRuns: 3_000 },
  );
});

test('an isolate begins and ends at the edge of a word', () => {
  for (const text of ['انزلاق غضروفي L4/5 قديم', 'فيتامين B12 يوميا', 'تحليل HbA1c الأخير', 'كوفيد-19 ثم', '5/يوم']) {
    for (const run of isolate(text, 'ar').filter(({ ltr }) => ltr)) expect(text.split(' ')).toContain(run.text);
  }
});

test('the English words a dose stands with keep their order, and their place before or after it', () => {
  expect(seen(lineToSigns(isolate('خذ Paracetamol 500 mg at 8 and Codeine 30 mg ليلا', 'ar')))).toContain(
    'Paracetamol 500 mg at 8 and Codeine 30 mg',
  );
  expect(seen(lineToSigns(isolate('Take 5 mg at 8, then 10 mg.', 'ar')))).toBe('Take 5 mg at 8, then 10 mg.');
});

test('an Arabic word beside a number takes it: two times is not a strength', () => {
  expect(seen(lineToSigns(isolate('خذ Zapain 2 مرات', 'ar')))).toBe(`${seen('مرات')} 2 Zapain ${seen('خذ')}`);
});

test('a lone number stays in the sentence', () => {
  for (const text of ['بعد 3 أيام', 'بعد ٣ أيام', '12']) expect(held(text)).toEqual([]);
});

test('a field that is written left to right turns no dose when Arabic words stand in it', () => {
  const line = isolateLine([{ text: 'كلونازيبام .5 mg ليلا', lang: 'ar', ltr: true, strong: true }]);
  expect(seen(lineToSigns(line))).toContain('.5 mg');
  expect(line.every((run) => run.strong)).toBe(true);
  expect(isolateLine(line)).toEqual(line);
});

test('the pieces put together are the text, unchanged', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'0123456789٠٥ -–/×x.,:+%mgklر\u00a0') })),
      (text) => {
        const runs = isolate(text, 'ar');
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(runs.every((run) => run.text.length > 0 && run.lang === 'ar')).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('fifty thousand digits and dashes are read in good time', () => {
  const before = performance.now();
  isolate('1-'.repeat(25_000), 'en-GB');
  isolate(`${'1 '.repeat(25_000)}x`, 'en-GB');
  isolate('1'.repeat(50_000), 'en-GB');
  isolate(`${'1 - '.repeat(12_500)}`, 'en-GB');
  isolate('(1) '.repeat(12_500), 'en-GB');
  isolate(`${'123 '.repeat(12_500)}4 mg`, 'en-GB');
  isolate(`${'1234 '.repeat(10_000)}4 mg`, 'en-GB');
  isolate('1.'.repeat(25_000), 'en-GB');
  for (const one of ['1-', '1 ', '1 mg ', '1 mg x ', 'a 1 ', '(1 ', '1) ', '- 1 ', '≤', 'ليل 5-7 ', '5/ليل', '1 to '])
    isolate(`ليل ${one.repeat(20_000 / one.length)}`, 'ar');
  expect(performance.now() - before).toBeLessThan(2_000);
});
