import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysInMonth, partialDate, readDate, westernDigits } from '#passport/partial-date.ts';

const iso = (typed: string, months?: readonly (readonly string[])[]) => {
  const read = readDate(typed, months);
  return read.ok ? read.iso : read.problem;
};

test('a date is read as a person in the UK writes it, as far as they know it', () => {
  for (const [typed, expected] of [
    ['2012', '2012'],
    ['March 2015', '2015-03'],
    ['mar 2015', '2015-03'],
    ['3/2015', '2015-03'],
    ['2015-03', '2015-03'],
    ['14/3/2015', '2015-03-14'],
    ['14-Mar-2015', '2015-03-14'],
    ['14th March, 2015', '2015-03-14'],
    ['March 14, 2015', '2015-03-14'],
    ['14.03.2015', '2015-03-14'],
    ['2015-03-14', '2015-03-14'],
    [' 1 sept 1999 ', '1999-09-01'],
    ['٢٠١٥', '2015'],
    ['۱۴/۳/۲۰۱۵', '2015-03-14'],
    ['29/2/2024', '2024-02-29'],
  ] as const) {
    expect([typed, iso(typed)]).toEqual([typed, expected]);
  }
});

test('a date no calendar has is told apart from words', () => {
  for (const typed of ['31/2/2015', '29/2/2023', '14/13/2015', '0/3/2015', '13/2015', '2015-00']) {
    expect([typed, iso(typed)]).toEqual([typed, 'date-impossible']);
  }
  for (const typed of ['', 'when my son was born', '15', '14/3/15', 'ma 2015', '1/2/3/2015', 'May', '99999']) {
    expect([typed, iso(typed)]).toEqual([typed, 'date-unread']);
  }
});

test("months are read in the person's own language too", () => {
  const polish = ['sty', 'lut', 'marzec|marca', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'].map(
    (names) => names.split('|'),
  );
  expect(iso('14 marca 2015', polish)).toBe('2015-03-14');
  expect(iso('paź 2020', polish)).toBe('2020-10');
});

test('what was read stays the same when it is read again', () => {
  const dates = fc.tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  );
  fc.assert(
    fc.property(dates, ([year, month, day]) => {
      const read = readDate(`${day}/${month}/${year}`);
      expect(read.ok).toBe(day <= daysInMonth(year, month));
      if (!read.ok) return;
      expect(readDate(read.iso)).toEqual(read);
      expect(partialDate(read.iso)).toEqual({ year, month, day });
    }),
  );
});

test('any text typed as a date gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = readDate(typed);
      if (read.ok) expect(partialDate(read.iso)).not.toBeNull();
    }),
  );
});

test('a stored date has a year, and a month and day only when they are known', () => {
  expect(partialDate('2012')).toEqual({ year: 2012, month: null, day: null });
  expect(partialDate('2015-03')).toEqual({ year: 2015, month: 3, day: null });
  for (const words of ['2015-3', '2015-13', '2015-02-30', '2015-', '15', 'in 2012', ''])
    expect(partialDate(words)).toBeNull();
});

test('Arabic and Persian digits are the same numbers', () => {
  expect(westernDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ mg')).toBe('0123456789 0123456789 mg');
});

test('leap years are as the calendar has them', () => {
  expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  expect([1, 4, 6, 9, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 30, 30, 30, 30, 31]);
});
