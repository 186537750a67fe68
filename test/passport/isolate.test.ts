import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolate } from '#passport/isolate.ts';
import { anyText } from './arbitrary.ts';

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

test('numbers that only stand next to each other are not made one', () => {
  for (const [text, expected] of [
    ['في 2019 10 mg', ['10 mg']],
    ['في 2019 200 mg', ['200 mg']],
    ['منذ 2019. 10 mg ليلا', ['10 mg']],
    ['8, 10 mg', ['10 mg']],
    ['1-2, 4 مرات', ['1-2']],
    ['في 2019 10 أيام', []],
  ] as const) {
    expect([text, held(text)]).toEqual([text, expected]);
  }
});

test('a lone number and a word that begins like a unit stay in the sentence', () => {
  expect(held('بعد 3 أيام')).toEqual([]);
  expect(held('Room 12')).toEqual([]);
  expect(held('5 gardens')).toEqual([]);
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
  expect(performance.now() - before).toBeLessThan(2_000);
});
