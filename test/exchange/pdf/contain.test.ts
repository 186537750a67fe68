import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { boundsOf } from '#exchange/pdf/contain.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import type { Doc } from '#passport/doc.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { laid } from './laid.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';

/** The first page in grey, 72 dots an inch: a dot is a point. */
async function pictureOf(doc: Doc): Promise<{ width: number; dots: Uint8Array }> {
  const { bytes } = await docToPdf(doc, { paper: 'a4', codes: [], made: '2026-11-21' }, resources);
  const folder = mkdtempSync(join(tmpdir(), 'moving-forwards-pdf-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), bytes);
    const file = join(folder, 'page');
    execFileSync('pdftoppm', ['-r', '72', '-gray', '-singlefile', join(folder, 'page.pdf'), file]);
    const picture = readFileSync(`${file}.pgm`);
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'));
    return { width: Number(head?.[1]), dots: picture.subarray(head?.[0].length ?? 0) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of a page in which two pictures differ. */
function rowsApart(one: { width: number; dots: Uint8Array }, two: { dots: Uint8Array }): readonly number[] {
  const rows = new Set<number>();
  one.dots.forEach((dot, at) => {
    if (dot !== two.dots[at]) rows.add(Math.floor(at / one.width));
  });
  return [...rows].sort((a, b) => a - b);
}

describe.skipIf(!hasTool('pdftoppm'))('a name piled high with marks', () => {
  const marks = (count: number) => '\u0301\u0323\u0308\u032d'.repeat(count);
  const line = (text: string) => [{ text, lang: 'en' }];
  const of = (label: string, name: string): Doc => ({
    ...smallDoc('en', paragraphs(line('Penicillin: my throat closed.'), line('Latex: a rash.'))),
    kicker: line('I call it'),
    label: line(label),
    name: line(name),
    facts: [line('born 1971')],
  });

  test('paints over nothing: not over the allergies, not over what stands above it', async () => {
    const plain = await pictureOf(of('Pain', 'Zoe'));
    const piled = await pictureOf(of(`P${marks(1)}ain`, `Z${marks(40)}oe`));
    const high = await pictureOf(of(`P${marks(60)}ain`, `Z${marks(40)}oe`));
    const rows = rowsApart(plain, high);
    expect(rows.length).toBeGreaterThan(0);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(33 + 19 + 10);
    expect(rowsApart(piled, plain).length).toBeGreaterThan(0);
  });

  test('an ordinary one has all its marks: nothing of it is clipped', async () => {
    const isClipped = async (words: string) =>
      (await laid(of(words, words))).sheets.some(({ ops }) =>
        ops.some((op) => op.kind === 'text' && op.line.pieces.some((piece) => boundsOf(piece) !== null)),
      );
    expect(await isClipped('Ṩ Ở ậ Ọ̀ ṣ̀ Ǖ الرَّحْمٰنِ لَّكُمُ')).toBe(false);
    expect(await isClipped(`Z${marks(3)}oe`)).toBe(true);
  });
});
