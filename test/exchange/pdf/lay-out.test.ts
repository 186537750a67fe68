import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf } from '#passport/direction.ts';
import type { Block, Doc, Line, Section } from '#passport/doc.ts';
import { laid } from './laid.ts';
import { smallDoc } from './small-doc.ts';

/** A Doc as numbers: how many words each line of each block of each section has, and whether it is spare. */
type Sizes = readonly {
  readonly blocks: readonly {
    readonly kind: Block['kind'];
    readonly lines: readonly number[];
    readonly spare: boolean;
  }[];
}[];

const line = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 1, max: 15 }) },
  { weight: 6, arbitrary: fc.integer({ min: 15, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 900, max: 1200 }) },
);

const block = fc.record({
  kind: fc.constantFrom('paragraph' as const, 'list' as const, 'list' as const, 'table' as const),
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  spare: fc.boolean(),
});

const sizes: fc.Arbitrary<Sizes> = fc.array(fc.record({ blocks: fc.array(block, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 8,
});

/** A Doc in which every word is different: `s2b1l0w3x` is word 3 of line 0 of block 1 of section 2. */
function toDoc(sizes: Sizes, lang: string): Doc {
  const words = (name: string, count: number): Line => [
    { text: Array.from({ length: count }, (_, at) => `${name}w${at}x`).join(' '), lang },
  ];
  const sections = sizes.map(({ blocks }, at): Section => {
    const made = blocks.map(({ kind, lines, spare }, index): Block => {
      const own = lines.map((count, number) => words(`s${at}b${index}l${number}`, count));
      const extra = spare ? { spare: true as const } : {};
      if (kind === 'paragraph') return { kind, line: own[0] ?? [], ...extra };
      if (kind === 'list') return { kind, ordered: at % 2 === 0, items: own, isCompact: true, ...extra };
      return {
        kind,
        head: [words('Name', 1), words('How', 1)],
        rows: own.map((cell) => [words('x', 1), cell]),
        ...extra,
      };
    });
    return {
      id: `part${at}`,
      area: 'main',
      title: [{ text: `title${at}`, lang }],
      checked: at % 3 === 0 ? [{ text: 'last checked', lang }] : null,
      blocks: made,
      parts: [`part${at}`],
    };
  });
  const blank = smallDoc(lang, []);
  return {
    ...blank,
    label: [{ text: 'label', lang }],
    summary: sections,
    record: sections,
    also: [{ part: 'part0', name: [{ text: 'also0', lang }] }],
    closing: [{ text: 'closing', lang }],
    furniture: { ...blank.furniture, record: 'recordstart', also: 'alsostart', onPage: '\ue000 page \ue001' },
  };
}

function wordsIn(line: Line): readonly string[] {
  return line.flatMap((run) => run.text.split(' '));
}

/** What is left out as one: paragraphs, items, rows, each as its words. */
function pieces(block: Block): readonly (readonly string[])[] {
  if (block.kind === 'paragraph') return [wordsIn(block.line)];
  if (block.kind === 'list') return block.items.map(wordsIn);
  return block.rows.map((row) => wordsIn(row[1] ?? []));
}

/** The page that the foot says each name stands on. */
function pagesTold(words: readonly string[]): ReadonlyMap<string, number> {
  const foot = words.slice(words.lastIndexOf('alsostart') + 1);
  const told = new Map<string, number>();
  let names: string[] = [];
  foot.forEach((word, at) => {
    if (foot[at - 1] === 'page') return;
    if (word !== 'page') names.push(word);
    else {
      for (const name of names) told.set(name, Number(foot[at + 1]));
      names = [];
    }
  });
  return told;
}

describe('any summary, in any direction, on any paper', () => {
  const any = fc.tuple(sizes, fc.constantFrom('en-GB', 'ar'), fc.constantFrom('a4' as const, 'letter' as const));

  test('is never cut: what must be there is there whole, what is left out is left whole and named with its page', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ([sizes, lang, paper]) => {
        const doc = toDoc(sizes, lang);
        expect(doc.dir).toBe(directionOf(lang));
        const { words, outside } = await laid(doc, paper);
        expect(outside).toEqual([]);

        const sides = words.findIndex((page) => page.includes('recordstart'));
        expect(sides).toBeGreaterThan(0);
        const onPageOne = words.slice(0, sides).flat();
        const inRecord = words.slice(sides).flat();
        const shown = new Set(onPageOne);
        const told = pagesTold(onPageOne);

        const must = doc.summary.flatMap(({ blocks }) =>
          blocks.flatMap((one) => (one.spare === true ? [] : pieces(one).flat())),
        );
        const isMust = new Set(must);
        expect(onPageOne.filter((word) => isMust.has(word))).toEqual(must);
        const all = doc.record.flatMap(({ blocks }) => blocks.flatMap((one) => pieces(one).flat()));
        const isAny = new Set(all);
        expect(inRecord.filter((word) => isAny.has(word))).toEqual(all);
        expect(onPageOne).toContain('closing');
        expect(told.get('also0')).toBe(words.findIndex((page, at) => at >= sides && page.includes('title0')) + 1);

        doc.summary.forEach((section, at) => {
          const isShown = (piece: readonly string[]) => piece.every((word) => shown.has(word));
          const isMissing = (piece: readonly string[]) => piece.every((word) => !shown.has(word));
          for (const one of section.blocks) {
            const found = pieces(one).map((piece) => [isShown(piece), isMissing(piece)]);
            for (const [is, not] of found) expect(is || not).toBe(true);
            const first = found.findIndex(([is]) => !is);
            if (first >= 0) expect(found.slice(first).every(([, not]) => not)).toBe(true);
          }
          const whole = section.blocks.every((one) => pieces(one).every(isShown));
          const none = section.blocks.every((one) => pieces(one).every(isMissing));
          const titles = onPageOne.filter((word) => word === `title${at}`).length;
          expect(titles).toBe((whole ? 0 : 1) + (none ? 0 : 1));
          if (whole) expect(told.has(`title${at}`)).toBe(false);
          else expect(words[(told.get(`title${at}`) ?? 0) - 1]).toContain(`title${at}`);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('leaves nothing out where there is no full record to find it in', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ([sizes, lang, paper]) => {
        const doc = { ...toDoc(sizes, lang), record: [] };
        const { words, outside } = await laid(doc, paper);
        expect(outside).toEqual([]);
        const all = doc.summary.flatMap(({ blocks }) => blocks.flatMap((one) => pieces(one).flat()));
        const isAny = new Set(all);
        expect(words.flat().filter((word) => isAny.has(word))).toEqual(all);
        expect(words.flat()).not.toContain('alsostart');
      }),
      { numRuns: 10 },
    );
  });

  test('draws the same page again for the same Doc', async () => {
    const doc = toDoc([{ blocks: [{ kind: 'list', lines: Array(40).fill(20), spare: true }] }], 'en-GB');
    expect((await laid(doc)).words).toEqual((await laid(doc)).words);
  });
});

describe('what has room', () => {
  const paragraph = (words: number, spare: boolean): Sizes[number] => ({
    blocks: [{ kind: 'paragraph', lines: [words], spare }],
  });

  test('is taken in the order of the reader until the side is full, and a short thing fills what a long one cannot', async () => {
    const short = new Set<boolean>();
    for (const long of [55, 60, 65, 70, 75, 80, 85]) {
      const doc = toDoc([paragraph(100, false), ...Array(12).fill(paragraph(long, true)), paragraph(4, true)], 'en-GB');
      const { words } = await laid(doc);
      expect(words.findIndex((page) => page.includes('recordstart'))).toBe(1);
      const shown = new Set(words[0]);
      const sections = doc.summary.map((_, at) => shown.has(`s${at}b0l0w0x`));
      const left = sections.indexOf(false);
      expect(left).toBeGreaterThan(2);
      expect(sections.slice(left, -1)).not.toContain(true);
      short.add(sections.at(-1) === true);
    }
    expect(short).toContain(true);
  });

  test('leaves no third of a side blank while a list could go on', async () => {
    for (const count of [10, 40, 150, 300]) {
      const list = { kind: 'list' as const, lines: Array(count).fill(5), spare: true };
      const doc = toDoc([paragraph(60, false), { blocks: [list] }, paragraph(30, false)], 'en-GB');
      const { words, sheets } = await laid(doc);
      const isLeft = !new Set(words[0]).has(`s1b0l${count - 1}w0x`);
      expect(isLeft).toBe(count > 100);
      const foot = sheets[0]?.ops.filter((op) => op.kind === 'text').map((op) => op.baseline) ?? [];
      const gaps = foot.toSorted((one, two) => one - two).map((y, at, all) => y - (all[at - 1] ?? y));
      if (isLeft) expect(Math.max(...gaps)).toBeLessThan(60);
    }
  });

  test('stays on one side in smaller letters rather than go to a second', async () => {
    const doc = toDoc(Array(9).fill(paragraph(45, false)), 'en-GB');
    const { words, sheets } = await laid(doc);
    expect(words.findIndex((page) => page.includes('recordstart'))).toBe(1);
    const body = sheets[0]?.ops.flatMap((op) => (op.kind === 'text' ? [op.size] : [])) ?? [];
    expect(Math.min(...body)).toBeGreaterThanOrEqual(8);
  });
});

describe('what is left out', () => {
  const say = (text: string): Line => [{ text, lang: 'en-GB' }];
  const many = (word: string, count: number) =>
    Array.from({ length: count }, (_, at) =>
      Array.from({ length: 8 }, (_, index) => `${word}${at}n${index}x`).join(' '),
    );
  const list = (texts: readonly string[], spare: boolean): Block => ({
    kind: 'list',
    ordered: false,
    items: texts.map(say),
    ...(spare ? { spare: true } : {}),
  });
  const section = (id: string, blocks: readonly Block[], parts = [id]): Section => ({
    id,
    area: 'main',
    title: say(`${id}title`),
    checked: null,
    blocks,
    parts,
  });
  const blank = smallDoc('en-GB', []);
  const doc: Doc = {
    ...blank,
    furniture: { ...blank.furniture, record: 'recordstart', also: 'alsostart', onPage: '\ue000 page \ue001' },
  };

  test('of a section that tells of two parts is named with the page of the part that holds it', async () => {
    const [medicines, others] = [many('medicine', 60), many('other', 60)];
    const summary = [section('tried', [list([...medicines, ...others], true)], ['medicines', 'tried'])];
    const record = [
      section('medicines', [list(medicines, false)]),
      section('notes', [list(many('note', 90), false)]),
      section('tried', [list(others, false)]),
    ];
    const { words } = await laid({ ...doc, summary, record });
    const told = pagesTold(words[0] ?? []);
    const page = words.findIndex((found, at) => at > 0 && found.includes('triedtitle')) + 1;
    expect(page).toBeGreaterThan(2);
    expect(told.get('triedtitle')).toBe(page);
  });

  test('keeps its name: a name and the list under it go together, and a name stands on no page alone', async () => {
    const name: Block = { kind: 'paragraph', line: [{ text: 'listname', lang: 'en-GB', strong: true }], spare: true };
    const spare = section('spare', [name, list(many('spare', 40), true)]);
    const seen = new Set<boolean>();
    for (let count = 48; count <= 62; count += 1) {
      const must = section('must', [list(many('must', count), false)]);
      const { words } = await laid({ ...doc, summary: [must, spare], record: [must, spare] });
      const [one = []] = words;
      if (words[1]?.[0] !== 'recordstart') continue;
      const at = one.indexOf('listname');
      seen.add(at >= 0);
      expect(one.includes('spare0n0x')).toBe(at >= 0);
      if (at >= 0) expect([one[at + 1], one.includes('spare1n0x')]).toEqual(['spare0n0x', true]);
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  test('is named once, also where the record says more of the same part', async () => {
    const summary = [
      section('must', [list(many('must', 50), false)]),
      section('goals', [list(many('goal', 30), true)]),
    ];
    const also = [{ part: 'goals', name: say('goalstitle') }];
    const { words } = await laid({ ...doc, summary, record: summary, also });
    const foot = words[0]?.slice(words[0].indexOf('alsostart'));
    expect(foot?.filter((word) => word === 'goalstitle')).toHaveLength(1);
  });
});

describe('a page that turns', () => {
  test('never parts a heading from what stands under it, nor a row or an item from itself', async () => {
    const rows = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 10, maxLength: 40 });
    const kinds = fc.constantFrom('list' as const, 'table' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(kinds, rows), { minLength: 3, maxLength: 6 }), async (parts) => {
        const doc = toDoc(
          parts.map(([kind, lines]) => ({ blocks: [{ kind, lines, spare: false }] })),
          'en-GB',
        );
        const { words } = await laid(doc);
        for (const page of words) {
          const placed = new Map(page.map((word, at) => [word, at]));
          doc.summary.forEach((section, at) => {
            if (placed.has(`title${at}`)) expect(placed.has(`s${at}b0l0w0x`)).toBe(true);
            for (const piece of section.blocks.flatMap(pieces)) {
              const on = piece.filter((word) => placed.has(word)).length;
              expect(on === 0 || on === piece.length).toBe(true);
            }
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});
