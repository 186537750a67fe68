import { afterEach, describe, expect, test } from 'vitest';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { answerJob, FontMissing } from '#exchange/pdf/pdf-answer.ts';
import { makePdf, type PdfRequest, type PdfResult, type PdfWorker } from '#exchange/pdf/pdf-job.ts';
import type { Doc } from '#passport/doc.ts';
import { arabicDoc, englishDoc } from './example-doc.ts';
import { toMatrix } from './matrix.ts';
import { sha256 } from './read-pdf.ts';
import { resources } from './resources.ts';

const options = { paper: 'a4', codes: [toMatrix('12345', 10)], made: '2026-11-21' } as const;
const base = 'http://localhost/';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Both sides talk over a real channel, as page and worker do; everything is cloned on the way. */
function connect(fonts = resources): PdfWorker {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  port2.onmessage = ({ data }: MessageEvent<PdfRequest>) => void answerJob(data, async () => fonts);
  return port1 as unknown as PdfWorker;
}

function short(result: PdfResult) {
  return result.ok ? { ...result, bytes: sha256(result.bytes) } : result;
}

async function direct(doc: Doc) {
  return short({ ok: true, ...(await docToPdf(doc, options, resources)) });
}

describe('a PDF made in a worker', () => {
  test('is the one made in place, words of its pages included', async () => {
    const result = await makePdf({ doc: englishDoc, options, base }, connect());
    expect(short(result)).toEqual(await direct(englishDoc));
  });

  test('may be asked for twice at once', async () => {
    const worker = connect();
    const [english, arabic] = await Promise.all([
      makePdf({ doc: englishDoc, options, base }, worker),
      makePdf({ doc: arabicDoc, options, base }, worker),
    ]);
    expect(short(english)).toEqual(await direct(englishDoc));
    expect(short(arabic)).toEqual(await direct(arabicDoc));
  });

  test('says when a font cannot be read, and works once it can', async () => {
    let isOffline = true;
    const fonts = {
      ...resources,
      fonts: async (name: string) => {
        if (isOffline) throw new FontMissing(name);
        return resources.fonts(name);
      },
    };
    const worker = connect(fonts);
    expect(await makePdf({ doc: arabicDoc, options, base }, worker)).toEqual({
      ok: false,
      problem: 'pdf-font-missing',
    });
    isOffline = false;
    expect(await makePdf({ doc: arabicDoc, options, base }, worker)).toMatchObject({ ok: true });
  });

  test('that breaks is a problem, never a wait without end', async () => {
    const broken = { ...resources, fonts: async () => new Uint8Array(3) };
    expect(await makePdf({ doc: englishDoc, options, base }, connect(broken))).toEqual({
      ok: false,
      problem: 'pdf-failed',
    });
  });
});
