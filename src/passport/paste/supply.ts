import { dateToIso, WRITTEN_DATE } from './dates-in-text.ts';

const ONE =
  'tablet|tab|capsule|cap|patch|plaster|sachet|dose|unit dose|suppository|pessary|lozenge|puff|spray|drop|strip|needle|lancet|film|nebule|caplet';
const MANY =
  'tablets|tabs|capsules|caps|patches|plasters|sachets|doses|suppositories|pessaries|lozenges|caplets|strips|needles|lancets';
const HELD =
  '(?:(?:pre[ -]?filled|disposable) )*(?:injection|inhaler|pack|box|bottle|tube|pen|cartridge|vial|ampoule|syringe|device|pot|kit|op|original pack|canister)(?:s|es|\\(s\\))?';
const MEASURED = 'ml|mls|millilitres?|g|gm|grams?';
const QUANTITY = new RegExp(
  `^\\(?(\\d{1,5}(?:\\.\\d+)?) ?(?:(x) ?(\\d{1,5}(?:\\.\\d+)?) ?)?-?(?:(${ONE})(?:\\(e?s\\))?|(${MANY})|(${HELD})|(${MEASURED}))\\)?\\.?$`,
  'iu',
);
const NAMED_QUANTITY = /^(?:quantity|qty|pack ?size|amount supplied)\b[\s:.=-]*\(?\d.{0,30}$/iu;
const A_DATE = `\\(?(?:${WRITTEN_DATE})\\)?`;
const WHEN =
  '(?:last|next|first|latest) (?:issued?(?: due)?|ordered|requested|dispensed|prescribed|collected|review(?:ed)?|due|order|authorised)(?: date| on)?|(?:issued?|ordered|requested|dispensed|prescribed|authorised|collected|added|printed|re-?order|order by)(?: on| date| by)?|(?:medication |medicine |next )?review(?: date| due(?: date)?| by)?|(?:issue|order|collection|authorisation|prescription|expiry) date|date (?:issued|prescribed|authorised|added|ordered|last issued|of (?:last )?issue)|last|scheduled end(?: date)?|(?:re-?)?authorise(?:d)? until|expir(?:es|y)(?: on)?|due(?: date| on)?';
const WHEN_LINE = new RegExp(`^(?:${WHEN})\\s*[:.–-]?\\s*${A_DATE}$`, 'iu');
// With their colon, and whatever comes after it: lines of a card or a table set on its side.
const LABEL =
  "repeat dispensing(?: \\(rd\\))?|quantity|qty|supply|days?[’']? supply|supplied|pack size|issues?(?: (?:left|remaining|authorised|allowed|made|number))?|(?:repeats|issues) (?:left|remaining)|max(?:imum)? issues|prescri(?:bed|ber|ption)(?: by| type| id| number)?|(?:nominated |usual )?pharmacy|type|authorised by|issued by|dispens(?:ed|er)(?: by)?|dm\\+d(?: code)?|snomed(?: code)?|code|batch(?: number)?|last issued?|start(?:ed)?(?: date)?|scheduled end(?: date)?|script type|usage|compliance|added by";
const LABEL_LINE = new RegExp(
  `^(?:(?:${LABEL}|${WHEN})\\s*:.*|status ?: ?(?:active|current|repeat|acute|ongoing)|(?:(?:issues?|repeats?) )?\\d{1,2} (?:of|/) \\d{1,2} (?:issues?|repeats?).*)$`,
  'iu',
);
const TITLE = new RegExp(
  `^(?:${WHEN}|quantity|qty|dosage|dose|directions|supply|type|prescriber|issues|status|strength|form|route|frequency|request(?: this medicine)?|select|view details|more details|order now)$`,
  'iu',
);
const PARTS = /(\t+|\s[–—-]\s|\s*[|;]\s*|,\s+|(?<!\d),|,(?!\d)| {2,})/u;
const LABELLED =
  /^(?:(?:supply|supplied|qty|quantity|disp|pack size|refills|issues?) ?:.*|(?:supply|disp) \(?\d.*|issued? \d{1,2}(?:\/| of )\d{1,2})$/iu;
const IN_BRACKETS = /\s*\(([^()]{1,60})\)/gu;
const COUNT_LAST = /\s*\[\d{1,4}\]$/u;
// Between the form and how it is taken, in capitals, with nothing to divide them: "capsules 60 capsule ONE TWICE A DAY".
const RUN_ON =
  /(?<=\p{L}\)? )\d{2,4} (?:tablet|capsule|patch|plaster|sachet|ml|gram|dose|lozenge|caplet)(?:\(s\))? (?=\p{Lu})/gu;

/**
 * True for text that is only how much was supplied: "112 tablet", "1 x 120 dose", "Qty 56". `hasDose`: how it is taken
 * is said elsewhere, so that a small number ("2 tablets", "10 ml") need not be it.
 */
export function isQuantity(text: string, hasDose: boolean): boolean {
  const bare = text.trim();
  if (NAMED_QUANTITY.test(bare)) return true;
  const found = QUANTITY.exec(bare);
  if (!found) return false;
  const [, first, x, second, one, many, held] = found;
  const [count, each] = [Number(first), Number(second ?? 0)];
  if (held !== undefined) return true;
  if (x !== undefined) return each >= 10;
  // dm+d counts in the singular: "4 patch" is a supply, and "1 tablet" may be a dose.
  if (one !== undefined) return hasDose ? count >= 2 : count >= 4;
  if (many !== undefined) return count >= (hasDose ? 14 : 21);
  return hasDose ? count >= 5 : count >= 50;
}

/** True for a whole date and nothing else, a day or a month of a year: "2 June 2026". */
export function isDateAlone(text: string): boolean {
  const bare = text.trim().replace(/^\(|[).,:]+$/g, '');
  return bare.length <= 40 && !/^\d{4}$/.test(bare) && dateToIso(bare) !== null;
}

/** True for text that only tells of issues, reviews and orders: "Last issued: 12 November 2026". */
function isIssue(text: string): boolean {
  return WHEN_LINE.test(text.trim());
}

/** True for a line whose every piece, between wide spaces or other dividers, is a supply or an issue. */
export function isAllSupply(line: string, hasDose: boolean): boolean {
  const pieces = line
    .trim()
    .split(PARTS)
    .filter((piece, i) => i % 2 === 0 && piece.trim() !== '');
  return (
    pieces.length > 1 &&
    pieces.every((piece) => isQuantity(piece, hasDose) || isSupplyLine(piece.trim()) || isDateAlone(piece))
  );
}

/** True for a line of a card that is about the supply and not about how it is taken: "Pharmacy: …", "Quantity". */
export function isSupplyLine(line: string): boolean {
  return isIssue(line) || LABEL_LINE.test(line) || TITLE.test(line);
}

/**
 * `text` without the pieces, between its own dividers, that are only a supply or an issue; they are in `dropped` as they
 * stood. Every other piece stays where it was. `isTable`: the pieces are cells, so that dates alone go as well.
 */
export function withoutSupply(text: string, isTable: boolean): { readonly text: string; readonly dropped: string[] } {
  const dropped: string[] = [];
  const drop = (all: string, inside = all) => {
    dropped.push(inside.trim());
    return '';
  };
  const bare = text
    .replace(IN_BRACKETS, (all, inside: string) => (isIssue(inside) || isQuantity(inside, true) ? drop(all) : all))
    .replace(RUN_ON, (all) => drop(all))
    .replace(COUNT_LAST, (all) => drop(all));
  const parts = bare.split(PARTS);
  const hasDate = parts.some((part, i) => i % 2 === 0 && (isDateAlone(part) || isIssue(part)));
  const hasQuantity = parts.some((part, i) => i > 0 && i % 2 === 0 && isQuantity(part, true));
  let kept = parts[0] ?? '';
  if (isTable && isDateAlone(kept)) {
    dropped.push(kept.trim());
    kept = '';
  }
  for (let i = 1; i < parts.length; i += 2) {
    const [mark = '', piece = ''] = [parts[i], parts[i + 1]];
    const others = parts.filter((_, j) => j > 0 && j !== i + 1 && j % 2 === 0).join(' ');
    const hasDose = /\p{L}{2}/u.test(others);
    // "Fentanyl 12 patch, 25 patch": between commas only a number that nobody takes is a supply.
    const isSure = isTable || hasDate || !mark.startsWith(',') || Number.parseFloat(piece) >= 28;
    const isSupply =
      (isSure && isQuantity(piece, hasDose)) ||
      isIssue(piece) ||
      LABELLED.test(piece.trim()) ||
      ((isTable || hasQuantity) && isDateAlone(piece));
    if (isSupply) dropped.push(piece.trim());
    else kept = kept === '' ? piece : kept + mark + piece;
  }
  return { text: kept, dropped };
}
