import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import type { Doc } from '#passport/doc.ts';
import { isolate } from '#passport/isolate.ts';
import sentences from '../../fixtures/mixed-sentences.json' with { type: 'json' };
import { findViewers } from '../../tools/pdf-viewers.ts';
import { arabicDoc } from './example-doc.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'moving-forwards-copying-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function draw(doc: Doc): Promise<string> {
  const file = join(folder, `${doc.lang}-${Math.random()}.pdf`);
  writeFileSync(file, (await docToPdf(doc, { paper: 'a4', codes: [], made: '2026-11-21' }, resources)).bytes);
  return file;
}

/** Words as they are pasted: marks of direction seen by nobody, a new line as good as a space. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

function mixed(lang: string): Doc {
  return smallDoc(lang, paragraphs(...sentences.map(({ text, lang: own }) => isolate(text, own))));
}

const viewers = findViewers();

describe.each(viewers)('what is copied out of the Arabic paper in $name', ({ read }) => {
  // pdf.js moves a vowel point at the end of a word
  test('is at least 26 of 28 sentences of both languages, whole and in order', async () => {
    const text = plain(await read(await draw(mixed('ar'))));
    expect(sentences.length).toBe(28);
    expect(sentences.filter((one) => !text.includes(plain(one.text))).length).toBeLessThanOrEqual(2);
  });

  test('keeps every figure and every line of English, and a dose with its name in a table', async () => {
    const text = plain(await read(await draw(mixed('ar'))));
    for (const { text: sentence, lang } of sentences) {
      if (lang !== 'ar') expect(text).toContain(plain(sentence));
      for (const run of isolate(sentence, lang)) if (run.ltr) expect(text).toContain(plain(run.text));
    }
    const paper = plain(await read(await draw(arabicDoc)));
    for (const dose of ['Duloxetine 30 mg', 'Ibuprofen 200–400 mg', '5-7', '1 g × 4', 'Zapain 30/500', '943 476 5919'])
      expect(paper).toContain(dose);
  });
});

describe.each(viewers)('what is copied out of the English paper in $name', ({ read }) => {
  test('is at least 26 of 28 sentences of both languages, whole and in order', async () => {
    const text = plain(await read(await draw(mixed('en-GB'))));
    expect(sentences.filter((one) => !text.includes(plain(one.text))).length).toBeLessThanOrEqual(2);
  });
});
