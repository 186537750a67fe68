import { makePaper, type PaperResult } from '#exchange/file/paper.ts';
import type { Doc } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import type { Words } from '#passport/summary/words.ts';
import { publicAddress } from '#views/public-address.ts';

type Paper = { readonly ok: true; readonly file: File } | Exclude<PaperResult, { readonly ok: true }>;

/** Where letter paper is the usual one (Unicode CLDR, measurement data: paperSize US). */
const letter = /-(?:BZ|CA|CL|CO|CR|GT|MX|NI|PA|PH|PR|SV|US|VE)\b/;

/** What was read: `isPart` when codes are still missing, or hold what this version does not know. */
export type Read = { readonly doc: Doc; readonly extract: Extract; readonly isPart: boolean };

/** The page as a PDF of that name, with codes made anew from what was read where that is all there is. */
export async function makeFile(
  { doc, extract, isPart }: Read,
  words: Words,
  name: string,
  worker: Worker,
): Promise<Paper> {
  const paper = letter.test(navigator.language) ? 'letter' : 'a4';
  const base = new URL(import.meta.env.BASE_URL, document.baseURI).href;
  const result = await makePaper({ doc, extract, words, isPart, paper, address: publicAddress, base }, worker);
  if (!result.ok) return result;
  const bytes = result.bytes as Uint8Array<ArrayBuffer>;
  return { ok: true, file: new File([bytes], name, { type: 'application/pdf' }) };
}
