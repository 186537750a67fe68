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
  expect(performance.now() - before).toBeLessThan(2_000);
});
