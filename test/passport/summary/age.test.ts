import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#passport/change.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { casesOf } from '../../cases-of.ts';
import { untidyChanges } from '../untidy.ts';
import { sectionOf } from './doc-text.ts';
import { english } from './locale-words.ts';
import { extractOf, today, told } from './told-person.ts';

type Part = 'allergies' | 'medicines';
let made = 0;
function change(part: Part, record: string, set: Change['set'], at: string): Change {
  made += 1;
  return {
    id: `c${made}`,
    n: made,
    at: `${at}T09:00:00.000Z`,
    by: '',
    lang: 'en-GB',
    part,
    record,
    ...(set && { set }),
  };
}
const check = (part: Part, day: string) => change(part, part, { checked: day }, day);

function ageOf(changes: readonly Change[], part: Part): string {
  const extract = pick(fold(changes), emptyShare('gp'), today);
  return lineToText(sectionOf(summarise(extract, english, { today }), part)?.checked ?? []);
}

test('a list that was never checked says when it was last written', () => {
  const changes = [change('allergies', 'a', { substance: 'Latex' }, '2019-05-03')];
  expect(ageOf(changes, 'allergies')).toBe('Last written May 2019, not checked since');
});

test('a list checked after its last word says when it was checked', () => {
  const changes = [change('allergies', 'a', { substance: 'Latex' }, '2019-05-03'), check('allergies', '2026-10-02')];
  expect(ageOf(changes, 'allergies')).toBe('Last checked by me on 2 October 2026');
});

test('a word written after the check takes it back, whatever the clock of the phone said', () => {
  const changes = [
    change('allergies', 'a', { substance: 'Latex' }, '2019-05-03'),
    check('allergies', '2026-10-02'),
    change('allergies', 'a', { whatHappened: 'Rash' }, '2018-01-01'),
  ];
  expect(ageOf(changes, 'allergies')).toBe('Last written January 2018, not checked since');
});

test('what is private, unticked or not for this reader does not show by its age', () => {
  const before = [
    change('medicines', 'm', { name: 'Morphine', pattern: 'regular' }, '2020-03-03'),
    change('medicines', 'x', { name: 'Codeine', pattern: 'regular' }, '2020-03-03'),
    check('medicines', '2026-10-02'),
  ];
  const secret = change('medicines', 'm', { reallyTake: 'Half of it.' }, '2026-11-11');
  expect(ageOf([...before, secret], 'medicines')).toBe(ageOf(before, 'medicines'));
  const share = { ...emptyShare('gp'), without: new Set(['medicines/x']) };
  const later = [...before, change('medicines', 'x', { dose: 'two' }, '2026-11-11')];
  expect(pick(fold(later), share, today)).toEqual(pick(fold(before), share, today));
});

test('a private edit changes no word, count or age of any share', () => {
  fc.assert(
    fc.property(untidyChanges(), fc.integer({ min: 1, max: 12 }), (changes, month) => {
      const at = `2026-${String(month).padStart(2, '0')}-01T00:00:00.000Z`;
      const n = changes.length + 1;
      const edits = (['medicines', 'me'] as const).flatMap((part) =>
        changes
          .filter((each) => each.part === part && each.set)
          .slice(-1)
          .map(({ record }, place): Change => {
            const set = part === 'me' ? { alone: ['see_me_alone'] } : { reallyTake: 'Half.' };
            return { id: `secret${part}`, n: n + place, at, by: '', lang: 'en-GB', part, record, set };
          }),
      );
      const shared = (all: readonly Change[]) => pick(fold(all), emptyShare('gp'), today);
      expect(shared([...changes, ...edits])).toEqual(shared(changes));
    }),
    { numRuns: casesOf(100) },
  );
});

test('a code of an older version says that the age is not known', () => {
  const extract = extractOf(
    {},
    {
      parts: [{ part: 'goals', checked: null, written: null, none: false, records: [told({ what: 'Swim' })] }],
    },
  );
  const age = sectionOf(summarise(extract, english, { today }), 'goals')?.checked;
  expect(lineToText(age ?? [])).toBe('Not known when this was written');
});

test('a date still to come, or from before the person was born, says so', () => {
  const age = (checked: string, birthDate: string) => {
    const goals = { part: 'goals', checked, written: null, none: false, records: [told({ what: 'Swim' })] };
    const me = { part: 'me', checked: null, written: null, none: false, records: [told({ birthDate })] };
    const doc = summarise(extractOf({}, { parts: [me, goals] }), english, { today });
    return lineToText(sectionOf(doc, 'goals')?.checked ?? []);
  };
  expect(age('2031-05-03', '1971')).toBe('Last checked by me on 3 May 2031 (a date in the future, please ask)');
  expect(age('1969-05-03', '1971-02')).toBe('Last checked by me on 3 May 1969 (before the birth date, please ask)');
  expect(age('1971-05-03', '1971')).toBe('Last checked by me on 3 May 1971');
});

test('a section that tells of two parts says the age of the one that is less sure', () => {
  const words = {
    part: 'words',
    checked: '2026-11-20',
    written: '2026-11',
    none: false,
    records: [told({ isNew: 'Numb foot' })],
  };
  const flare = {
    part: 'flare',
    checked: null,
    written: '2019-05',
    none: false,
    records: [told({ urgent: 'Cannot breathe' })],
  };
  const doc = summarise(extractOf({}, { parts: [words, flare] }), english, { today });
  expect(lineToText(sectionOf(doc, 'new')?.checked ?? [])).toBe('Last written May 2019, not checked since');
});
