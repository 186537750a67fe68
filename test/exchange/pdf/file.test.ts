import { beforeAll, describe, expect, test } from 'vitest';
import { columnWidths } from '#exchange/pdf/column-widths.ts';
import { docToPdf, type Pdf } from '#exchange/pdf/pdf.ts';

import { hasTool } from '../../tools/debian-tool.ts';
import { arabicDoc, englishDoc } from './example-doc.ts';
import { toMatrix } from './matrix.ts';
import { askTool, pagesOf, sha256, textOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { smallDoc } from './small-doc.ts';

const made = '2026-11-21';
const codes = [toMatrix('12345678901234567890', 10), toMatrix('2'.repeat(900), 22)];
const docs = { 'en-GB': englishDoc, ar: arabicDoc };
const files = new Map<string, Pdf>();
const file = (lang: string) => files.get(lang)?.bytes ?? new Uint8Array();

beforeAll(async () => {
  for (const [lang, doc] of Object.entries(docs))
    files.set(lang, await docToPdf(doc, { paper: 'a4', codes, made }, resources));
});

describe.each(Object.entries(docs))('the PDF in %s', (lang, doc) => {
  test('is the same, byte for byte, for the same input', async () => {
    const again = await docToPdf(doc, { paper: 'a4', codes, made }, { ...resources });
    expect(sha256(again.bytes)).toBe(sha256(file(lang)));
    const later = await docToPdf(doc, { paper: 'a4', codes, made: '2026-11-22' }, resources);
    expect(sha256(later.bytes)).not.toBe(sha256(file(lang)));
  });

  test('has a glyph for every character', () => {
    expect(files.get(lang)?.missing).toEqual([]);
  });

  test.skipIf(!hasTool('qpdf'))('is sound', () => {
    expect(askTool(file(lang), 'qpdf', '--check', 'FILE')).toContain('No syntax or stream encoding errors');
  });

  test.skipIf(!hasTool('pdffonts'))('carries every font it uses, as a subset, and no other', () => {
    const fonts = askTool(file(lang), 'pdffonts', 'FILE').trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+noto-sans\S* +CID TrueType +Identity-H +yes yes yes/);
  });

  test.skipIf(!hasTool('pdfinfo'))('says its language and title, is tagged, and names no clock', () => {
    const info = askTool(file(lang), 'pdfinfo', '-isodates', 'FILE');
    expect(info).toMatch(new RegExp(`Title: +${doc.title}`));
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/PDF version: +1\.7/);
    expect(info).toMatch(/CreationDate: +2026-11-21T00:00:00/);
    const bytes = Buffer.from(file(lang)).toString('latin1');
    expect(bytes).toContain(`/Lang <FEFF${Buffer.from(lang, 'utf16le').swap16().toString('hex').toUpperCase()}>`);
    expect(bytes).toContain('/DisplayDocTitle true');
    // PDFium would copy English lines word by word from their end
    expect(bytes).not.toContain('/Direction');
  });

  test.skipIf(!hasTool('pdfinfo'))('can be read aloud: headings, lists, tables with heads, figures with words', () => {
    const tree = askTool(file(lang), 'pdfinfo', '-struct-text', 'FILE');
    const tags = [...tree.matchAll(/^\s*(Document|H1|H2|P|L|LI|Lbl|LBody|Table|TR|TH|TD|Figure|Caption)\b/gm)];
    const found = new Set(tags.map(([, tag]) => tag));
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(found).toContain(tag);
    expect(tags.filter(([, tag]) => tag === 'TH').length).toBeGreaterThanOrEqual(4);
  });

  test.skipIf(!hasTool('pdftotext'))(
    'numbers its pages, names the person on each, and keeps the order of the Doc',
    () => {
      const pages = pagesOf(file(lang));
      expect(pages).toBeGreaterThan(1);
      const name = doc.name[0]?.text ?? '';
      for (let page = 1; page <= pages; page += 1) {
        const text = textOf(file(lang), '-f', `${page}`, '-l', `${page}`);
        expect(text).toContain(name);
        expect(text).toContain(lang === 'ar' ? `${page} / ${pages}` : `Page ${page} of ${pages}`);
        if (doc.furniture.example !== null) expect(text).toContain('مثال');
      }
      const whole = textOf(file(lang));
      const order = [doc.label, doc.summary[0]?.title ?? [], [{ text: doc.furniture.record, lang }]];
      const spots = order.map((line) => whole.indexOf(line[0]?.text ?? '?'));
      expect(spots).not.toContain(-1);
      expect(spots).toEqual(spots.toSorted((one, two) => one - two));
    },
  );
});

test.skipIf(!hasTool('pdfinfo'))('A4 is A4 and Letter is Letter', async () => {
  expect(askTool(file('ar'), 'pdfinfo', 'FILE')).toContain('595.28 x 841.89 pts (A4)');
  const { bytes } = await docToPdf(arabicDoc, { paper: 'letter', codes, made }, resources);
  expect(askTool(bytes, 'pdfinfo', 'FILE')).toContain('612 x 792 pts (letter)');
});

test.skipIf(!hasTool('pdftotext'))('an empty passport is still a page', async () => {
  const { bytes } = await docToPdf(smallDoc('en', []), { paper: 'a4', codes: [], made }, resources);
  expect(pagesOf(bytes)).toBe(1);
  expect(textOf(bytes)).toMatch(/1 ?\/ ?1/);
});

test.skipIf(!hasTool('pdftotext'))('a name and a label of any length are all there', async () => {
  const long = Array.from({ length: 900 }, (_, at) => `long${at}`).join(' ');
  const doc = { ...englishDoc, label: [{ text: long, lang: 'en' }], name: [{ text: long, lang: 'en' }] };
  const read = textOf((await docToPdf(doc, { paper: 'a4', codes, made }, resources)).bytes);
  expect(new Set(read.match(/long\d+/g)).size).toBe(900);
  expect(read).toContain('Allotment on Saturdays');
});

describe('columns of a table', () => {
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const need = (widest: number, narrowest: number) => ({ widest, narrowest });

  test('share the whole width, and no word is cut where all words fit', () => {
    const widths = columnWidths([[need(900, 60), need(80, 40), need(300, 70)]], 500);
    expect(sum(widths)).toBeCloseTo(500);
    expect(widths.every((width, at) => width >= ([60, 40, 70][at] ?? 0))).toBe(true);
  });

  test('never grow wider than the page, however long a word is', () => {
    const widths = columnWidths([Array.from({ length: 6 }, () => need(5000, 5000))], 500);
    expect(sum(widths)).toBeCloseTo(500);
  });

  test('a name may take two lines where its row has many, so that the table is lower', () => {
    const [name = 0, details = 0] = columnWidths([[need(200, 90), need(2000, 60)]], 500);
    expect(name).toBeLessThan(150);
    expect(details).toBeGreaterThan(350);
  });
});
