import { describe, expect, test } from 'vitest';
import type { Value } from '#passport/field.ts';
import { emptyPassport, fold } from '#passport/fold.ts';
import { editsToChanges } from '#passport/write.ts';
import { beyondCalls, contactToCalls } from '#screens/flare/contact-calls.ts';
import { ideas, planOf } from '#screens/flare/pages.ts';
import { decodeRun, emptyRun, encodeRun } from '#screens/flare/run.ts';
import { numbersIn } from '#views/emergency-numbers.ts';
import { world } from '../session.ts';

const passportWith = (set: Record<string, Value | null>) =>
  fold(editsToChanges(emptyPassport, [{ part: 'flare', record: 'flare', set }], { by: '', lang: 'en-GB' }, world));

describe('the plan as screens', () => {
  test('an empty plan opens with a few gentle ideas and then ends', () => {
    for (const passport of [null, emptyPassport, passportWith({ steps: ['  '] })]) {
      const plan = planOf(passport);
      expect(plan.pages.map((page) => page.kind)).toEqual([...ideas.map(() => 'idea'), 'end']);
      expect(plan.isOwn).toBe(false);
    }
  });

  test("the person's steps come first, in their order; the first line is what to do and the rest is how", () => {
    const plan = planOf(passportWith({ steps: ['Lie down\nOn the left.\nLamp low.', '', 'Heat'] }));
    expect(plan.pages.slice(0, 2)).toMatchObject([
      { kind: 'step', what: 'Lie down', how: 'On the left.\nLamp low.', step: 1, lang: 'en-GB' },
      { kind: 'step', what: 'Heat', how: '', step: 2 },
    ]);
    expect(plan.steps).toBe(2);
  });

  test('after the steps: what helps, medicines, people, how I start again, and only what is written', () => {
    const contacts = [{ name: 'Yusuf', phone: '07700 900123', when: '' }];
    const whole = planOf(
      passportWith({ steps: ['Rest'], helps: 'Bath', medicines: 'As agreed', contacts, restart: 'Slowly' }),
    );
    expect(whole.pages.map((page) => page.key)).toEqual([
      'step:0:Rest',
      'helps',
      'medicines',
      'contacts',
      'restart',
      'end',
    ]);
    expect(planOf(passportWith({ helps: 'Bath' })).pages.map((page) => page.kind)).toEqual([
      ...ideas.map(() => 'idea'),
      'words',
      'end',
    ]);
  });

  test('the same step written twice can be done twice', () => {
    const keys = planOf(passportWith({ steps: ['Breathe', 'Breathe'] })).pages.map((page) => page.key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a run', () => {
  const now = new Date('2026-03-14T22:00:00Z');
  const run = {
    ...emptyRun,
    began: '2026-03-14T21:00:00.000Z',
    at: 'helps',
    done: { 'step:0:Rest': '2026-03-14T21:05:00.000Z' },
  };

  test('is taken up where it was left', () => {
    expect(decodeRun(encodeRun(run), now)).toEqual(run);
  });

  test('starts fresh after twelve hours, but loses nothing that was typed', () => {
    const kept = { ...run, noticed: 'It began after the stairs' };
    expect(decodeRun(encodeRun(kept), new Date('2026-03-15T08:59:00Z'))).toEqual(kept);
    expect(decodeRun(encodeRun(kept), new Date('2026-03-15T09:00:00Z'))).toEqual({
      ...emptyRun,
      noticed: kept.noticed,
    });
  });

  test('from a clock that was wrong, or text that is no run, starts fresh', () => {
    expect(decodeRun(encodeRun(run), new Date('2026-03-13T21:00:00Z'))).toEqual(emptyRun);
    for (const text of [undefined, '', 'x', '[]', 'null', '{"began":1}', '{"done":{"a":3}}'])
      expect(decodeRun(text, now)).toEqual(emptyRun);
  });
});

describe('a call', () => {
  const calls = (name: string, phone: string) => contactToCalls({ name, phone, when: '' });

  test('is a button for each number, which says its number where there are several', () => {
    expect(calls(' Yusuf ', '07700 900 123')).toEqual([{ name: 'Yusuf', href: 'tel:07700900123' }]);
    expect(calls('Yusuf', '07700 900123 / 020 7946 0018')).toEqual([
      { name: 'Yusuf, \u206607700 900123\u2069', href: 'tel:07700900123' },
      { name: 'Yusuf, \u2066020 7946 0018\u2069', href: 'tel:02079460018' },
    ]);
    for (const written of ['', 'knock next door', 'room 12']) expect(calls('Yusuf', written)).toEqual([]);
  });

  test('without a name is called by the number, which never turns round', () => {
    expect(calls('', '07700 900123')).toEqual([{ name: '\u206607700 900123\u2069', href: 'tel:07700900123' }]);
  });

  test('keeps the words beside its number', () => {
    const beyond = (phone: string) => beyondCalls({ name: 'Surgery', phone, when: '' });
    expect(beyond('0161 496 0000')).toBe('');
    expect(beyond(' ٠١٦١ ٤٩٦ ٠٠٠٠ ')).toBe('');
    expect(beyond('0161 496 0000 ext 12')).toBe('0161 496 0000 ext 12');
    expect(beyond('111 (24 hours)')).toBe('111 (24 hours)');
    expect(beyond('07700 900123 / 07700 900456')).toBe('');
    expect(beyond('020 7946 0018 (9-5)')).toBe('020 7946 0018 (9-5)');
  });

  test('can be made to every emergency number', () => {
    for (const place of ['flare', 'safety', 'form'] as const) {
      const lines = numbersIn(place).flatMap((country) => country.lines);
      expect(lines.map(({ id }) => id)).toContain('emergency');
      for (const { phone, href } of lines) expect(href).toBe(`tel:${phone.replace(/ /g, '')}`);
    }
  });
});
