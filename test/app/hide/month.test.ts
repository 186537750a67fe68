import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  dayToWords,
  distanceToWords,
  firstDayOf,
  monthOf,
  weekdayNames,
  weeksOf,
} from '#app/hide/month.ts';

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('a month', () => {
  test('November 2026 begins on a Sunday', () => {
    expect(weeksOf('2026-11', 1)[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
    expect(weeksOf('2026-11', 6)[0]?.[1]).toBe('2026-11-01');
    expect(weeksOf('2026-11', 1).at(-1)?.[0]).toBe('2026-11-30');
  });

  test('has each of its days once, in order, under its own weekday', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 7 }), (month, firstDay) => {
        const weeks = weeksOf(month, firstDay);
        expect(weeks.every((week) => week.length === 7 && week.some((day) => day !== null))).toBe(true);
        const days = weeks.flat().filter((day) => day !== null);
        expect(days[0]).toBe(`${month}-01`);
        expect(monthOf(addDays(days.at(-1) as string, 1))).toBe(addMonths(month, 1));
        for (const [at, day] of days.entries()) expect(day).toBe(addDays(`${month}-01`, at));
        for (const week of weeks)
          for (const [at, day] of week.entries()) if (day) expect(new Date(day).getUTCDay()).toBe((firstDay + at) % 7);
      }),
    );
  });

  test('goes back and forth over the end of a year and through leap days', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-11-21', '2026-12-25')).toBe(34);
  });
});

describe('its words', () => {
  test('are the language’s own, with western figures', () => {
    expect(dayToWords('2026-11-21', 'en-GB')).toMatch(/^Saturday,? 21 November 2026$/);
    expect(dayToWords('2026-11-21', 'pl')).toBe('sobota, 21 listopada 2026');
    expect(dayToWords('2026-11-21', 'ar')).toContain('21');
    expect(distanceToWords('2026-11-21', '2026-11-22', 'en-GB')).toBe('tomorrow');
    expect(distanceToWords('2026-11-21', '2026-11-09', 'pl')).toBe('12 dni temu');
    expect(distanceToWords('2026-11-21', '2026-12-21', 'ar')).toContain('30');
  });

  test('weeks begin where the language begins them', () => {
    expect(firstDayOf('en-GB')).toBe(1);
    expect(firstDayOf('ar')).toBe(6);
    expect(weekdayNames('en-GB', 1).map(({ short }) => short)).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    expect(weekdayNames('ar', 6)[0]?.full).toBe('السبت');
    for (const lang of ['en-GB', 'pl', 'ar'])
      for (const { short } of weekdayNames(lang, 1)) expect(short.length).toBeLessThanOrEqual(5);
  });
});
