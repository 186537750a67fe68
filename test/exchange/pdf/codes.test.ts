import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeRectangles } from '#exchange/pdf/code-path.ts';
import { firstCodeSide } from '#exchange/pdf/opening.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { arabicDoc, englishDoc } from './example-doc.ts';
import { toMatrix } from './matrix.ts';
import { codesOf, pagesOf, textOf } from './read-pdf.ts';
import { resources } from './resources.ts';

const words = (version: number) => `HTTPS://EXAMPLE.ORG/#1${`${version}`.repeat(version * 8)}`;
const made = '2026-11-21';

test('the rectangles of a code cover its dark modules, each once', () => {
  const codes = fc.integer({ min: 1, max: 24 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      modules: fc.uint8Array({ min: 0, max: 1, minLength: size * size, maxLength: size * size }),
    }),
  );
  fc.assert(
    fc.property(codes, (code) => {
      const drawn = new Uint8Array(code.modules.length);
      for (const [x, y, width, height] of codeRectangles(code))
        for (let row = y; row < y + height; row += 1)
          for (let at = x; at < x + width; at += 1)
            drawn[row * code.size + at] = (drawn[row * code.size + at] ?? 0) + 1;
      expect(drawn).toEqual(code.modules);
    }),
  );
});

test('a code stands on page one only where its modules are wide enough to be read', () => {
  const millimetres = (version: number) => {
    const side = firstCodeSide(toMatrix(words(version), version));
    return side === null ? null : (side * 25.4) / 72;
  };
  expect(millimetres(10)).toBeCloseTo(38);
  expect(millimetres(15)).toBeCloseTo(77 * 0.55);
  expect(millimetres(22)).toBeNull();
  expect(firstCodeSide(undefined)).toBeNull();
});

describe.skipIf(!hasTool('zbarimg') || !hasTool('pdftoppm'))('an independent reader, from the page at 150 dpi', () => {
  test.each([
    ['en-GB', 'a4', englishDoc],
    ['ar', 'letter', arabicDoc],
  ] as const)('reads every code of the page in %s on %s', async (_, paper, doc) => {
    const versions = [15, 22, 20, 22];
    const codes = versions.map((version) => toMatrix(words(version), version));
    const first = toMatrix(words(14), 15);
    const { bytes } = await docToPdf(doc, { paper, codes, first, made }, resources);
    const last = pagesOf(bytes);
    expect(codesOf(bytes, 1)).toEqual([words(14)]);
    expect([...codesOf(bytes, last)].sort()).toEqual(versions.map(words).sort());
  });

  test('reads a dense first code from the last page, where alone it fits', async () => {
    const { bytes } = await docToPdf(englishDoc, { paper: 'a4', codes: [toMatrix(words(22), 22)], made }, resources);
    expect(codesOf(bytes, pagesOf(bytes))).toEqual([words(22)]);
    expect(textOf(bytes)).toContain('Code 1 of 1 Point a phone camera at it to open this summary.');
  });

  test('reads a small code that is the only one from page one, and there is no other', async () => {
    const { bytes } = await docToPdf(englishDoc, { paper: 'a4', codes: [toMatrix(words(15), 15)], made }, resources);
    expect(codesOf(bytes, 1)).toEqual([words(15)]);
    expect(textOf(bytes)).not.toContain('This summary, for a phone');
    expect(pagesOf(bytes)).toBe(
      pagesOf((await docToPdf(englishDoc, { paper: 'a4', codes: [], made }, resources)).bytes),
    );
  });
});
