import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMedicineList } from '#passport/paste/medicine-list.ts';
import { groupProblems, splitGroup } from '#passport/paste/problem-groups.ts';
import { isTitle, type PastedEntry, readProblemList } from '#passport/paste/problem-list.ts';
import { casesOf } from '../../cases-of.ts';

const PIECES = [
  ...[
    'Active problems',
    'Significant Past',
    'Medication:',
    'Problem',
    'Onset Date',
    '\t',
    '  ',
    ' ',
    ',',
    ';',
    '|',
    ' - ',
  ],
  ...[
    '20-Feb-2017',
    '2012',
    '29.4.13',
    '31/02/2015',
    '2010 - 2015',
    'Started',
    'Ended',
    '(F26..)',
    '[D]',
    'NEC',
    'NOS',
  ],
  ...[
    'Migraine',
    'Asthma',
    'with',
    'without',
    'of knee',
    'left',
    'pain',
    'Type 1 diabetes',
    'infertility',
    'fertility',
  ],
  ...[
    '1.',
    '•',
    '-',
    '"',
    '(',
    ')',
    '\u0000',
    '\u202e',
    '\u200f',
    '\u00a0',
    '\ufeff',
    '…',
    '🙂',
    'é',
    'ألم',
    'Ќ',
    '٧',
    'K',
  ],
];
const line = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const paste = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 30 })
  .map((lines) => lines.flat().join(''));
const NAMES =
  'Asthma|Asthma NOS|Migraine|Migraine with aura|Migraine without aura|Type 1 diabetes|Type 2 diabetes|Diabetes|Knee pain|Left knee pain|Right knee pain|Fertility problem|Infertility - female|Secondary infertility|Arthritis|Rheumatoid arthritis|Depression|Anxiety and depression|Eye symptoms|Problem|Helicobacter breath test positive|Helicobacter pylori infection'.split(
    '|',
  );
const entry: fc.Arbitrary<PastedEntry> = fc.record({
  original: fc.string({ maxLength: 5 }),
  name: fc.oneof(fc.constantFrom(...NAMES), line),
  began: fc.constantFrom(null, '1998', '2001-02', '2016-04-05'),
  ended: fc.constantFrom(null, null, '2018'),
  recordSays: fc.constantFrom(null, 'active' as const, 'past' as const),
  recordHeading: fc.constant(''),
});

/** Non-blank lines, found without the code under test. */
const linesOf = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r|\v|\f|\u0085|\u2028|\u2029/)
    .filter((one) => one.trim() !== '');

describe('whatever is pasted', () => {
  it('no line of it is lost: each is in an entry, unread, put aside, or a title', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const { entries, unread, aside } = readProblemList(text);
        const kept = [...entries.flatMap((one) => one.original.split('\n')), ...unread, ...aside];
        const left = linesOf(text);
        for (const one of kept) left.splice(left.indexOf(one), left.includes(one) ? 1 : left.length + 1);
        expect(left.filter((one) => !isTitle(one.replace(/\s/g, ' ').replace(/[^\P{C}\n]/gu, '')))).toEqual([]);
        expect(kept.length + left.length).toBe(linesOf(text).length);
      }),
      { numRuns: casesOf(500) },
    );
  });

  it('every entry has a name that can be read', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const { name, began, ended } of readProblemList(text).entries) {
          expect(name).toMatch(/\p{L}.*\p{L}/u);
          expect(name).not.toMatch(/[\t\n\r\0]|^\s|\s$/);
          for (const date of [began, ended]) if (date !== null) expect(date).toMatch(/^\d{4}(-\d\d){0,2}$/);
        }
      }),
      { numRuns: casesOf(300) },
    );
  });

  it('every word of a medicine line survives', () => {
    const letters = (text: string) =>
      (
        text
          .replace(/[\p{Cc}\p{Cf}]/gu, '')
          .replace(/[\ufb00-\ufb06]/gu, (sign) => sign.normalize('NFKC'))
          .match(/[\p{L}\p{M}\p{N}]/gu) ?? []
      )
        .sort()
        .join('');
    const medicine = fc
      .tuple(
        fc.constantFrom('', '- ', '• '),
        fc.array(
          fc.constantFrom(
            ...[
              'Amitriptyline',
              'Zapain',
              '10mg',
              '10 mg',
              '30/500',
              '5micrograms/hour',
              'tablets',
              'oral solution',
              ',',
            ],
            ...[
              ', ',
              ' - ',
              '(',
              ')',
              '\t',
              ' ',
              '  ',
              ':',
              'one at night',
              '2.5',
              '%',
              'patch',
              'if needed',
              'é',
              'دواء',
              'x',
            ],
          ),
          { minLength: 1, maxLength: 9 },
        ),
      )
      .map(([bullet, pieces]) => bullet + pieces.join(' '));
    fc.assert(
      fc.property(fc.oneof(medicine, fc.string({ unit: 'grapheme', maxLength: 40 })), (typed) => {
        const text = typed.replace(/[\p{Zl}\p{Zp}\u0085\v\f\r\n]/gu, ' ').replace(/^\s*o\t|^\W*\d+[.)]/, ' ');
        const { medicines, leftOut } = readMedicineList(text, '2026-11-30');
        const kept = medicines.flatMap(({ line: _, ...said }) => Object.values(said).filter((one) => one !== true));
        expect(letters([...kept, ...leftOut].join(' '))).toEqual(letters(text));
        for (const one of medicines) expect(one.name).not.toBe('');
      }),
      { numRuns: casesOf(500) },
    );
  });
});

describe('a whole paste of medicines', () => {
  const product = fc.constantFrom(
    ...['Losartan 50mg tablets', 'Zyxol', 'Tramadol 37.5mg / Paracetamol 325mg tablets', 'Movicol sachets'],
    ...['Salmeterol 50micrograms/dose /', 'insulin glargine', 'Repeat medicines: stopped', 'Allergies:', 'Morning:'],
    ...['Losartan 50mg tablets - 28 tablet - One daily', 'Drug\tDosage\tQuantity', 'Senna\ttwo nocte\t56', 'Dose: two'],
    ...['1 Senna', '2 Codeine 30mg', 'I take codeine 30mg at night and senna prn.', 'senna, codeine 15mg; Zyxol'],
    ...['Previously tried: codeine (stopped), senna', 'Current medicines: senna 7.5mg, codeine', 'Acute: none', 'Drug'],
    ...['[21/11/2026, 09:12] Ann: codeine 15mg', '12/11/26 SENNA 7.5MG TABS [60]', 'Senna 2015-2017 stopped'],
  );
  const other = fc.constantFrom(
    ...['One at night', 'TAKE TWO', '28 tablet', '2 June 2026', 'Last issued: 2 June 2026', '', 'inhaler', 'with food'],
    ...['As the clinic says', 'Page 1 of 2', 'Status: Stopped', 'Ended: 01/02/2024', 'Ended: 01/02/2044', '- prn', '½'],
    ...['stopped helping', '(see', 'letter)', '  set in', 'NHS No. 943 476 5919', '| a | b |', 'Qty 5', 'x2', '🙂'],
    ...['Dose', 'Status', 'New', 'CONTINUED', 'Repeat', 'none', 'Notes: after food', 'Ann’s own cream:', '❌'],
  );
  const list = fc.array(fc.oneof(product, other, line), { maxLength: 25 }).map((lines) => lines.join('\n'));
  const words = (text: string) => (text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').match(/[\p{L}\p{M}]{2,}/gu) ?? []).sort();

  const countOf = (text: string) => {
    const counts = new Map<string, number>();
    for (const letter of text.normalize('NFKC').match(/\p{L}/gu) ?? [])
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    return counts;
  };

  it('loses no letter: each is in an entry or left out as it stood', () => {
    fc.assert(
      fc.property(list, (text) => {
        const { medicines, leftOut } = readMedicineList(text, '2026-11-30');
        const kept = countOf([...medicines.map((one) => one.line), ...leftOut].join('\n'));
        const missing = [...countOf(text)].filter(([letter, count]) => (kept.get(letter) ?? 0) < count);
        expect(missing).toEqual([]);
        for (const one of medicines) expect(one.name.trim()).not.toBe('');
      }),
      { numRuns: casesOf(400) },
    );
  });

  it('makes nothing up: every piece is made of the words of the list, and a stop is said in it', () => {
    fc.assert(
      fc.property(list, (text) => {
        const plain = text
          .replace(/[\ufb00-\ufb06]/gu, (sign) => sign.normalize('NFKC'))
          .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''));
        for (const { line: _, ...one } of readMedicineList(text, '2026-11-30').medicines) {
          const { stopped, stoppedOn, asNeeded, allergy: __, ...pieces } = one;
          for (const word of Object.values(pieces).flatMap(words)) expect(plain).toContain(word);
          if (stopped) expect(text).toMatch(/stopped|ended|past|tried|(?:19|20)\d\d ?[-–]/iu);
          if (stoppedOn !== undefined) expect(stoppedOn <= '2026-11-30').toBe(true);
          if (asNeeded) expect(text).toMatch(/prn/iu);
        }
      }),
      { numRuns: casesOf(400) },
    );
  });
});

describe('groups', () => {
  const setsOf = (entries: PastedEntry[]) =>
    groupProblems(entries)
      .map((group) => group.entries.map((one) => entries.indexOf(one)).sort((a, b) => a - b))
      .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

  it('hold every entry exactly once', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), (entries) => {
        const grouped = groupProblems(entries).flatMap((group) => group.entries);
        expect(grouped).toHaveLength(entries.length);
        expect(new Set(grouped)).toEqual(new Set(entries));
      }),
    );
  });

  it('are the same in whatever order the list is', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 25 }).chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries))),
        ([entries, other]) => {
          const back = setsOf(other).map((set) => set.map((i) => entries.indexOf(other[i] as PastedEntry)));
          const sorted = back.map((set) => set.sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
          expect(sorted).toEqual(setsOf(entries));
          const said = (list: PastedEntry[]) =>
            groupProblems(list)
              .map((group) => JSON.stringify([group.name, group.began, group.latest]))
              .sort();
          expect(said(other)).toEqual(said(entries));
        },
      ),
    );
  });

  it('split into two that hold the same entries', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), (entries) => {
        for (const group of groupProblems(entries)) {
          for (const one of group.entries) {
            const halves = splitGroup(group, one);
            expect(new Set(halves.flatMap((half) => half.entries))).toEqual(new Set(group.entries));
            expect(halves).toHaveLength(group.entries.length > 1 ? 2 : 1);
          }
        }
      }),
    );
  });
});

describe('too much', () => {
  const took = (work: () => void) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  /** Four times as much takes four times as long, or a little more: never the square of it. What is short is all noise. */
  const keepsPace = (work: (size: number) => void, size: number) => {
    const quarter = Math.min(...[1, 2].map(() => took(() => work(size / 4))));
    const whole = took(() => work(size));
    expect(whole).toBeLessThan(12 * Math.max(quarter, 25));
  };

  it('one line of 50,000 characters is kept as text', () => {
    for (const sign of ['a', ' a', '1', '-', '(', '2012 ', '\t', ',', '\u202e', '\u0000', '.', 'Active ', '[D]', '"']) {
      const textOf = (length: number) => `${sign.repeat(length / sign.length)}x`;
      const text = textOf(50_000);
      keepsPace((length) => readProblemList(textOf(length)), 50_000);
      expect(readProblemList(text).unread).toEqual(linesOf(text));
      keepsPace((length) => readMedicineList(textOf(length), '2026-11-30'), 50_000);
    }
  });

  it('5,000 lines are read in step with their number, and what is beyond the cap is kept as text', () => {
    const kinds = [
      (i: number) => `${i}. Illness${i} of knee ${1950 + (i % 70)}`,
      () => 'Asthma 2012',
      (i: number) => `Asthma kind${i}`,
      (i: number) => `${String.fromCodePoint(0x4e00 + i)}${String.fromCodePoint(0x4e01 + i)} 2012`,
      (i: number) => ' ,-('.repeat(i % 60) + 'Started '.repeat(i % 20),
      (i: number) => `Pain ${'(2012) - '.repeat(30)}${i}`,
    ];
    for (const kind of kinds) {
      const textOf = (length: number) => Array.from({ length }, (_, i) => kind(i)).join('\n');
      const text = textOf(5_000);
      const read = readProblemList(text);
      keepsPace((length) => readProblemList(textOf(length)), 5_000);
      expect(read.entries.length + read.unread.length + read.aside.length).toBe(linesOf(text).length);
      expect(read.entries.length).toBeLessThanOrEqual(2_000);
      keepsPace((length) => readMedicineList(textOf(length), '2026-11-30'), 5_000);
    }
  }, 120_000);

  it('a name that is in thousands of entries does not slow the grouping', () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => ({
      original: '',
      name: `Asthma word${i} of other${i % 3_000}`,
      began: null,
      ended: null,
      recordSays: null,
      recordHeading: '',
    }));
    keepsPace((length) => groupProblems(entries.slice(0, length)), 20_000);
  }, 60_000);
});

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}
