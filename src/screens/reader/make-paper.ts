import { cardsToAddresses } from '#exchange/code/address.ts';
import { fullRoom, packExtract } from '#exchange/code/pack.ts';
import { makePdf, type PdfProblem } from '#exchange/pdf/pdf-job.ts';
import type { Doc } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';

type Paper =
  | { readonly ok: true; readonly file: File; readonly missing: readonly string[] }
  | { readonly ok: false; readonly problem: PdfProblem | 'piece-missing' };

/** A neutral name: a file in a list of downloads tells nothing. */
export const fileName = 'summary.pdf';

/** Where letter paper is the usual one (Unicode CLDR, measurement data: paperSize US). */
const letter = /-(?:BZ|CA|CL|CO|CR|GT|MX|NI|PA|PH|PR|SV|US|VE)\b/;

/** The page as a PDF, with codes made anew from what was read. */
export async function makePaper(doc: Doc, extract: Extract, worker: Worker): Promise<Paper> {
  const qr = await import('#exchange/qr/qr.ts').catch(() => null);
  if (!qr) return { ok: false, problem: 'piece-missing' };
  const { cards } = await packExtract(extract, fullRoom);
  const codes = cardsToAddresses(cards, import.meta.env['VITE_ADDRESS'] as string).map(qr.addressToQr);
  const paper = letter.test(navigator.language) ? 'letter' : 'a4';
  const base = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const result = await makePdf({ doc, options: { paper, codes, made: extract.made }, base }, worker);
  if (!result.ok) return result;
  const bytes = result.bytes as Uint8Array<ArrayBuffer>;
  return { ok: true, file: new File([bytes], fileName, { type: 'application/pdf' }), missing: result.missing };
}
