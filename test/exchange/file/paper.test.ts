import { beforeAll, describe, expect, test } from 'vitest';
import { aeRoom, packExtract } from '#exchange/code/pack.ts';
import { makePaper } from '#exchange/file/paper.ts';
import type { PdfOptions } from '#exchange/pdf/pdf.ts';
import { answerJob } from '#exchange/pdf/pdf-answer.ts';
import type { PdfRequest, PdfWorker } from '#exchange/pdf/pdf-job.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { lives } from '../../lives/lives.ts';
import { gridLife } from '../../passport/grid.ts';
import { english } from '../../passport/summary/locale-words.ts';
import { resources } from '../pdf/resources.ts';

const made = '2026-11-21';
let asked: PdfOptions[];
beforeAll(() => {
  asked = [];
});

/** The worker's own side in this thread; what it was asked for is kept. */
const worker: PdfWorker = {
  postMessage: (request: PdfRequest) => {
    asked.push(request.options);
    void answerJob(request, async () => resources);
  },
  addEventListener: () => {},
  removeEventListener: () => {},
};

/** The codes that stand on the paper of a life, made by the real thing. */
async function paperOf(passport: Parameters<typeof pick>[0], reader: 'emergency' | 'gp', isPart = false) {
  const extract = pick(passport, emptyShare(reader), made);
  const doc = summarise(extract, english, { today: made });
  const address = 'https://passport.example.org/';
  const result = await makePaper({ doc, extract, words: english, isPart, paper: 'a4', address, base: address }, worker);
  expect(result).toMatchObject({ ok: true });
  return { extract, options: asked.at(-1) as PdfOptions };
}

describe('the codes on paper', () => {
  test('for an ambulance one small code stands on page one, and all of it on the last', async () => {
    const { extract, options } = await paperOf(gridLife({ medicines: 4, allergies: 2 }), 'emergency');
    expect((await packExtract(extract, aeRoom)).cards).toHaveLength(1);
    expect(options.first).toBeDefined();
    expect(options.codes.length).toBeGreaterThan(0);
  });

  test('where what a crew must know takes several, none of them stands alone on page one', async () => {
    for (const { passport } of lives) {
      const { extract, options } = await paperOf(passport, 'emergency');
      const { cards } = await packExtract(extract, aeRoom);
      expect(options.first !== undefined).toBe(cards.length === 1);
    }
    const { extract, options } = await paperOf(gridLife({ medicines: 14, allergies: 8 }), 'emergency');
    expect((await packExtract(extract, aeRoom)).cards.length).toBeGreaterThan(1);
    expect(options.first).toBeUndefined();
    expect(options.codes.length).toBeGreaterThan(0);
  }, 60_000);

  test('a paper made from some of the codes has no code that could pass for the whole', async () => {
    for (const reader of ['emergency', 'gp'] as const) {
      const { options } = await paperOf(gridLife({ medicines: 4, allergies: 2 }), reader, true);
      expect([options.first, options.codes]).toEqual([undefined, []]);
    }
  });
});
