import type { Doc } from '#passport/doc.ts';
import type { Pdf, PdfOptions } from './pdf.ts';

/** What the worker is asked for. Fonts are read from `fonts/` under `base`, an absolute URL of our own origin. */
export type PdfJob = { readonly doc: Doc; readonly options: PdfOptions; readonly base: string };

export type PdfProblem = 'pdf-font-missing' | 'pdf-failed';

export type PdfResult = ({ readonly ok: true } & Pdf) | { readonly ok: false; readonly problem: PdfProblem };

/** A Doc without its functions, which cannot be posted: captions are worked out before, page numbers asked for after. */
export type PostedDoc = Omit<Doc, 'furniture'> & {
  readonly furniture: Omit<Doc['furniture'], 'page' | 'code'> & {
    /** Any "page x of y", to know its script. */
    readonly page: string;
    readonly codes: readonly string[];
  };
};

/** Client to worker, with one end of a channel on which everything else is said. */
export type PdfRequest = {
  readonly doc: PostedDoc;
  readonly options: PdfOptions;
  readonly base: string;
  readonly port: MessagePort;
};

/** Worker to client: how many pages there are (answered with their words, a string each), then the result. */
export type PdfReply =
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'result'; readonly result: PdfResult };

/** The part of a Worker that is used. */
export type PdfWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

function toPostedDoc(doc: Doc, codes: number): PostedDoc {
  const { page, code, ...rest } = doc.furniture;
  const captions = Array.from({ length: codes }, (_, at) => code(at + 1, codes));
  return { ...doc, furniture: { ...rest, page: page(1, 1), codes: captions } };
}

/**
 * Makes a PDF in a worker (`pdf.worker.ts`) that the caller has made and may use again. Several jobs may be under way
 * at once. Never rejects: a font that cannot be read and a fault of ours are problems in the result.
 */
export function makePdf(job: PdfJob, worker: PdfWorker): Promise<PdfResult> {
  const { doc, options, base } = job;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (result: PdfResult) => {
      port1.close();
      worker.removeEventListener('error', fail);
      resolve(result);
    };
    const fail = () => finish({ ok: false, problem: 'pdf-failed' });
    port1.onmessage = ({ data }: MessageEvent<PdfReply>) => {
      if (data.kind === 'result') return finish(data.result);
      port1.postMessage(Array.from({ length: data.pages }, (_, at) => doc.furniture.page(at + 1, data.pages)));
    };
    worker.addEventListener('error', fail);
    const request: PdfRequest = { doc: toPostedDoc(doc, options.codes.length), options, base, port: port2 };
    worker.postMessage(request, [port2]);
  });
}
