import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '#exchange/pdf/clean.ts';
import { type Fonts, openFonts } from '#exchange/pdf/fonts.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts(resources, 'a ع');
});

function clean(text: string): string {
  return cleanText(text, fonts, 400);
}

describe('text that cannot be drawn as it stands', () => {
  test('NULs and other controls go, line ends stay line ends, tabs become spaces', () => {
    expect(clean('a\0b\u0007c\r\nd\te\u0085f')).toBe('abc\u2028d e\u2028f');
  });

  test('half a character is shown as U+FFFD', () => {
    expect(clean('a\ud83d b \ude00')).toBe('a\ufffd b \ufffd');
  });

  test('what no font has, and nobody marked, is one sign and never a code point a letter', () => {
    expect(clean('ok \u{e000}\u{e001} and 漢字')).toBe('ok \ufffd and \ufffd');
  });

  test('overrides go, isolates are balanced', () => {
    expect(clean('\u202eabc\u202c \u2069x\u2067y')).toBe('abc x\u2067y\u2069');
  });

  test('joiners that shape Persian words stay', () => {
    expect(clean('می\u200cخورم')).toBe('می\u200cخورم');
  });

  test('never throws, and leaves nothing that no font has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const text = clean(any);
        const hasGlyph = (part: string) => fonts.find(part.codePointAt(0) ?? 0, null, 400) !== null;
        const silent = [...text.replace(/[\u2028\u2066-\u2069]/g, '')].filter(
          (character) => !hasGlyph(character) && ![...character.normalize('NFD')].every(hasGlyph),
        );
        expect(silent).toEqual([]);
      }),
    );
  });

  test('any text makes a PDF', async () => {
    const text = fc.string({
      unit: fc.constantFrom('\0', '\ud800', '\u0301', '\u202e', '\u2067', 'ع', '😀', ' ', '\n', 'a'),
    });
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (words, ltr) => {
        const run = { text: words, lang: 'ar', ...(ltr ? { ltr } : {}) } as const;
        const doc = smallDoc('ar', paragraphs([run, run]));
        const pdf = await docToPdf(doc, { paper: 'a4', codes: [], made: '2026-11-21' }, resources);
        expect(pdf.bytes.length).toBeGreaterThan(1000);
      }),
      { numRuns: 25 },
    );
  });
});
