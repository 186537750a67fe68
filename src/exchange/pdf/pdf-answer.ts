import type { Doc } from '#passport/doc.ts';
import type { Resources } from './fonts.ts';
import { docToPdf } from './pdf.ts';
import type { PdfProblem, PdfReply, PdfRequest, PdfResult, PostedDoc } from './pdf-job.ts';

/** Rejecting with this says that a font could not be read: no network and not kept yet. */
export class FontMissing extends Error {}

function toDoc({ furniture, ...doc }: PostedDoc): Doc {
  const { page, codes, ...rest } = furniture;
  return { ...doc, furniture: { ...rest, page: () => page, code: (code) => codes[code - 1] ?? '' } };
}

function askForWords(port: MessagePort, pages: number): Promise<readonly string[]> {
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
    port.postMessage({ kind: 'pages', pages } satisfies PdfReply);
  });
}

/** The worker's side of one job: draws it and answers on the job's own port. Never rejects. */
export async function answerJob(request: PdfRequest, open: (base: string) => Promise<Resources>): Promise<void> {
  const { doc, options, base, port } = request;
  let result: PdfResult;
  try {
    const pdf = await docToPdf(toDoc(doc), options, await open(base), (pages) => askForWords(port, pages));
    result = { ok: true, ...pdf };
  } catch (fault) {
    const problem: PdfProblem = fault instanceof FontMissing ? 'pdf-font-missing' : 'pdf-failed';
    result = { ok: false, problem };
  }
  const reply: PdfReply = { kind: 'result', result };
  port.postMessage(reply, result.ok ? [result.bytes.buffer] : []);
}
