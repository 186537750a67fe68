import { beforeAll, describe, expect, test } from 'vitest';
import { type Fonts, openFonts } from '#exchange/pdf/fonts.ts';
import { isolateNumbers } from '#exchange/pdf/furniture.ts';
import { breakLines } from '#exchange/pdf/lines.ts';
import { normal } from '#exchange/pdf/look.ts';
import { type Press, shapeLine } from '#exchange/pdf/paragraph.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import type { Line } from '#passport/doc.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { arabicDoc } from './example-doc.ts';
import { wordsOf } from './read-pdf.ts';
import { resources } from './resources.ts';

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts(resources, 'a ع ≤');
});

/** What an eye sees from left to right: the clusters of a line by where they stand. */
function seen(line: Line, dir: 'ltr' | 'rtl' = 'rtl', width = 500): readonly string[] {
  const press: Press = {
    fonts,
    lang: dir === 'rtl' ? 'ar' : 'en',
    dir,
    marks: {},
    missing: new Set(),
    look: normal,
    shaped: new WeakMap(),
  };
  return breakLines(resources.harfbuzz, shapeLine(press, line, 400), width, 10).map(({ pieces }) =>
    pieces
      .toSorted((one, two) => one.x - two.x)
      .flatMap((piece) => piece.clusters.map((cluster) => cluster.text))
      .join(''),
  );
}

const doses = ['5-7', '200–400 mg', '1 g × 4', '30/500', '07700 900123', '+44 20 7946 0018', '1–2', '2,5 ml (1/2)'];

describe('a dose never turns round in Arabic', () => {
  test.each(doses)('%s after and before Arabic words', (dose) => {
    const line: Line = [
      { text: 'خذي ', lang: 'ar' },
      { text: dose, lang: 'ar', ltr: true },
      { text: ' كل يوم', lang: 'ar' },
    ];
    expect(seen(line)[0]).toContain(dose);
  });

  test.each(doses)('%s alone in a cell of an Arabic table', (dose) => {
    expect(seen([{ text: dose, lang: 'ar', ltr: true }])).toEqual([dose]);
  });

  test.each([...doses, '.5 mg', ',5 mg', '<5 mg', '≤ 5', '~5', '5 to 7 mg', '½', '-5', 'L4/5', '5 → 7'])(
    '%s in words that nobody isolated is isolated where it is drawn',
    (dose) => {
      expect(seen([{ text: `خذي ${dose} كل يوم`, lang: 'ar' }])[0]).toContain(dose);
      expect(seen([{ text: `خذي ${dose}`, lang: 'ar', ltr: true }])[0]).toContain(dose);
    },
  );

  test('two doses side by side stay two, the first read first', () => {
    const [line = ''] = seen([
      { text: '200–400 mg', lang: 'ar', ltr: true },
      { text: ' ثم ', lang: 'ar' },
      { text: '5-7', lang: 'ar', ltr: true },
    ]);
    expect(line.indexOf('200–400 mg')).toBeGreaterThan(line.indexOf('5-7'));
  });

  test('a medicine with an Arabic name does not pull its strength along', () => {
    const [line = ''] = seen([
      { text: 'باراسيتامول', lang: 'ar', ltr: true },
      { text: ' ', lang: 'ar' },
      { text: '500–1000 mg', lang: 'ar', ltr: true },
    ]);
    expect(line).toContain('500–1000 mg');
  });

  test('no text can break out of its place with direction controls', () => {
    const hostile = '\u202e\u2069\u2069\u2067 x \u2067';
    const [line = ''] = seen([
      { text: hostile, lang: 'ar' },
      { text: '5-7', lang: 'ar', ltr: true },
      { text: hostile, lang: 'ar' },
    ]);
    expect(line).toContain('5-7');
  });

  test('a range is not broken over two lines, nor a number from its unit', () => {
    const line: Line = [
      { text: 'one two three ', lang: 'en' },
      { text: 'Ibuprofen 200–400 mg', lang: 'en', ltr: true },
    ];
    for (let width = 60; width < 200; width += 5) {
      const lines = seen(line, 'ltr', width);
      expect(lines.some((text) => text.includes('200–400 mg'))).toBe(true);
    }
    const times: Line = [{ text: 'Paracetamol 1 g × 4', lang: 'en', ltr: true }];
    for (let width = 60; width < 120; width += 5)
      expect(seen(times, 'ltr', width).some((text) => text.includes('1 g × 4'))).toBe(true);
  });

  test('"1 / 4" under an Arabic page keeps its order', () => {
    expect(seen(isolateNumbers('صفحة 1 / 4', 'ar'))[0]).toContain('1 / 4');
  });

  test.skipIf(!hasTool('pdftotext'))('on the page itself, by where the words stand', async () => {
    const options = { paper: 'a4', codes: [], made: '2026-11-21' } as const;
    const words = wordsOf((await docToPdf(arabicDoc, options, resources)).bytes);
    const find = (text: string) => {
      const found = words.find((word) => word.text === text);
      if (found === undefined) throw new Error(`${text} is not on the page`);
      return found;
    };
    const range = find('200–400');
    const unit = words.find((word) => word.text === 'mg' && Math.abs(word.top - range.top) < 1);
    expect(unit?.left).toBeGreaterThan(range.right);
    expect(find('Ibuprofen').right).toBeLessThan(range.left);
    expect(find('5-7').right - find('5-7').left).toBeGreaterThan(10);
    const [area, first, second] = [find('020'), find('7946'), find('0018')];
    expect(area.right).toBeLessThan(first.left);
    expect(first.right).toBeLessThan(second.left);
  });
});
