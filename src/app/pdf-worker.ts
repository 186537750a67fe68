import url from '#exchange/pdf/pdf.worker.ts?worker&url';
import { scriptUrl } from './trusted-types.ts';

/** The worker that makes PDFs, made when the first one is asked for. */
export function makePdfWorker(): Worker {
  return new Worker(scriptUrl(url), { type: 'module' });
}
