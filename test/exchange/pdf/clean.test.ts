import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '#exchange/pdf/clean.ts';
import { type Fonts, openFonts } from '#exchange/pdf/fonts.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { textOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts(resources, 'a ع');
});

function clean(text: string): { text: string; missing: string[] } {
  const missing = new Set<string>();
  return { text: cleanText(text, fonts, 400, missing), missing: [...missing] };
}

describe('a character that no font has', () => {
  test('is shown by its code point and reported once', () => {
    const { text, missing } = clean('ok 😀 and 😀 漢');
    expect(text.replace(/[\u2066-\u2069]/g, '')).toBe('ok [U+1F600] and [U+1F600] [U+6F22]');
    expect(missing).toEqual(['U+1F600', 'U+6F22']);
  });

  test('shows an emoji of several parts without invisible leftovers', () => {
    const { text, missing } = clean('❤\ufe0f 👩\u200d🔬.');
    expect(text.replace(/[\u2066-\u2069]/g, '')).toBe('[U+2764] [U+1F469][U+1F52C].');
    expect(missing).toEqual(['U+2764', 'U+1F469', 'U+1F52C']);
  });

  test.skipIf(!hasTool('pdftotext'))('is on the page and in the result', async () => {
    const doc = smallDoc('ar', paragraphs([{ text: 'يوم جيد 😀 جدًا', lang: 'ar' }]));
    const pdf = await docToPdf(doc, { paper: 'a4', codes: [], made: '2026-11-21' }, resources);
    expect(pdf.missing).toEqual(['U+1F600']);
    expect(textOf(pdf.bytes)).toContain('[U+1F600');
  });
});

describe('text that cannot be drawn as it stands', () => {
  test('NULs and other controls go, line ends stay line ends, tabs become spaces', () => {
    expect(clean('a\0b\u0007c\r\nd\te\u0085f').text).toBe('abc\u2028d e\u2028f');
  });

  test('half a character is shown as U+FFFD and reported', () => {
    expect(clean('a\ud83d b \ude00')).toEqual({ text: 'a\ufffd b \ufffd', missing: ['U+D83D', 'U+DE00'] });
  });

  test('overrides go, isolates are balanced', () => {
    expect(clean('\u202eabc\u202c \u2069x\u2067y').text).toBe('abc x\u2067y\u2069');
  });

  test('joiners that shape Persian words stay', () => {
    expect(clean('می\u200cخورم').text).toBe('می\u200cخورم');
  });

  test('never throws, and leaves nothing that no font has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const { text } = clean(any);
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
