import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docToPdf, type PdfOptions } from '#exchange/pdf/pdf.ts';
import type { Doc } from '#passport/doc.ts';

import { isolate } from '#passport/isolate.ts';
import { readers } from '#passport/readers.ts';
import { summarise } from '#passport/summary/summarise.ts';
import sentences from '../../fixtures/mixed-sentences.json' with { type: 'json' };
import { everything, exampleExtract, today } from '../../passport/summary/told-person.ts';
import { checkPdfUa, findVeraPdf } from '../../tools/pdf-ua.mjs';
import { arabicDoc, englishDoc } from './example-doc.ts';
import { toMatrix } from './matrix.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';
import { spoken } from './spoken.ts';

const vera = findVeraPdf();
if ('missing' in vera) console.warn(`Skipped: ${vera.missing}.`);

const codes = [toMatrix('12345678901234567890', 10), toMatrix('2'.repeat(900), 22)];
const first = toMatrix('1', 5);
let folder = '';

async function write(name: string, doc: Doc, options: Partial<PdfOptions> = {}): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  const { bytes } = await docToPdf(doc, { paper: 'a4', codes, made: today, ...options }, resources);
  writeFileSync(file, bytes);
  return file;
}

async function writeAll(): Promise<readonly string[]> {
  const files = [
    await write('english', englishDoc),
    await write('arabic', arabicDoc, { paper: 'letter' }),
    await write('nothing', { ...smallDoc('en-GB', []), title: 'Passport' }, { codes: [] }),
  ];
  for (const lang of ['en-GB', 'pl', 'ar']) {
    const words = await spoken(lang);
    for (const reader of Object.keys(readers) as (keyof typeof readers)[])
      files.push(await write(`${reader}-${lang}`, summarise(exampleExtract(reader), words, { today }), { first }));
    files.push(await write(`everything-${lang}`, summarise(everything(3), words, { today })));
    const mixed = smallDoc(lang, paragraphs(...sentences.map(({ text, lang: own }) => isolate(text, own))));
    const unprinted = paragraphs([{ text: 'שלום 😀 漢字', lang: 'he' }]);
    const title = { title: 'Passport', label: [{ text: 'שלום', lang: 'he' }] };
    files.push(await write(`mixed-${lang}`, { ...mixed, ...title }));
    files.push(await write(`unprinted-${lang}`, { ...smallDoc(lang, unprinted), ...title }));
  }
  return files;
}

describe.skipIf('missing' in vera)('a PDF that a screen reader is given', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'moving-forwards-pdf-ua-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('meets PDF/UA-1, for every reader and in every language, as veraPDF judges it', async () => {
    const files = await writeAll();
    const { passed, failures } = checkPdfUa('path' in vera ? vera.path : '', files);
    expect(failures).toEqual([]);
    expect(passed).toBe(files.length);
  }, 300_000);

  test('one that does not say so fails: this test can fail', async () => {
    const file = await write('unsaid', { ...smallDoc('en-GB', []), title: 'Passport' });
    const bytes = readFileSync(file, 'latin1');
    writeFileSync(file, bytes.replace('<pdfuaid:part>1<', '<pdfuaid:part>9<'), 'latin1');
    expect(checkPdfUa('path' in vera ? vera.path : '', [file]).failures.length).toBeGreaterThan(0);
  }, 120_000);
});
