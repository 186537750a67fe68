import { cardsToAddresses } from '#exchange/code/address.ts';
import { aeRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import { makePdf, type PdfResult, type PdfWorker } from '#exchange/pdf/pdf-job.ts';
import { type Unprinted, unprintedScripts } from '#exchange/pdf/unprinted.ts';
import type { Doc } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import type { Room } from '#passport/fit.ts';
import type { Words } from '#passport/summary/words.ts';

export type PaperJob = {
  readonly doc: Doc;
  readonly extract: Extract;
  /** It is not all that was shared: no code is made of it, which would pass for the whole. */
  readonly isPart?: boolean;
  /** In the language of the Doc. */
  readonly words: Words;
  readonly paper: 'a4' | 'letter';
  /** Where the codes lead. */
  readonly address: string;
  /** Where the fonts lie: an absolute URL of our own origin. */
  readonly base: string;
};

export type PaperResult = PdfResult | { readonly ok: false; readonly problem: 'piece-missing' };

/**
 * A page and the codes that open it again, as one PDF. In an emergency the first sheet has to be enough: its own small
 * code stands on it, unless it takes several, of which one alone would be only a part. Never rejects; 'piece-missing'
 * when the maker of codes is not on this device yet.
 */
export async function makePaper(
  { doc, extract, words, isPart = false, paper, address, base }: PaperJob,
  worker: PdfWorker,
): Promise<PaperResult> {
  const qr = await import('#exchange/qr/qr.ts').catch(() => null);
  if (!qr) return { ok: false, problem: 'piece-missing' };
  const codesIn = async (room: Room) =>
    cardsToAddresses((await packExtract(extract, room)).cards, address).map(qr.addressToQr);
  const codes = isPart ? [] : await codesIn(fullRoom);
  const urgent = extract.reader === 'emergency' && !isPart ? await codesIn(aeRoom) : [];
  const first = urgent.length === 1 ? urgent[0] : undefined;
  const unprinted = unprintedOf(doc, words);
  const options = { paper, codes, made: extract.made, ...(first && { first }), ...(unprinted && { unprinted }) };
  return makePdf({ doc, options, base }, worker);
}

/** The words for letters that have no font; null when there are none. */
function unprintedOf(doc: Doc, words: Words): Unprinted | null {
  const scripts = unprintedScripts(doc);
  if (scripts.length === 0) return null;
  const names = scripts.map((script) => words.say(`unprinted.scripts.${script}`));
  const marks = Object.fromEntries(scripts.map((script, at) => [script, names[at]]));
  return { marks, note: words.say('unprinted.note', { list: words.list(names) }) };
}
