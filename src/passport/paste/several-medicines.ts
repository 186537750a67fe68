import { listedNameLength } from '#passport/medicine-names.ts';
import { isAllergy } from './allergy-marks.ts';
import { doseStart, isDoseLine } from './dose-words.ts';
import { isStrengthLine } from './medicine-pieces.ts';

type Several = {
  /** What belongs to none of them: "I take", and "and" between two. */
  readonly left: readonly string[];
  readonly pieces: readonly string[];
};

const LONGEST = 400;
const LEAD =
  /^(?:(?:(?:at the moment|currently|now|also|and|then),? )*(?:currently |now |am )?on|(?:(?:at the moment|currently|now|also|and|then),? )?(?:i(?: am|['’]m)?(?: still| also| currently| now)? (?:tak(?:e|ing)|us(?:e|ing)|on)|i have)|biorę|przyjmuję|آخذ|أتناول) (?=\p{L})/iu;
const STOPPED =
  /^(?:i )?(?:have |[’']ve )?(?:stopped|came off|come off|used to take|no longer take|previously (?:took|tried))(?: taking)? /iu;
const BETWEEN = /\s*(?:[,;•·]|\.(?=\s)|(?<!\p{L})(?:and|plus|oraz|i|و)(?=\s))\s*(?:(?:and|plus|also|then|oraz)\s+)?/giu;
// "With paracetamol and ibuprofen", "instead of naproxen, codeine": the second is no medicine of its own.
const OF_ANOTHER =
  /(?<!\p{L})(?:with|without|instead|than|not|never|avoid|from|to|or|like|such|except|allerg\p{L}*|react\p{L}*|interact\p{L}*|chang\p{L}*|switch\p{L}*|replac\p{L}*|because|after|before|when|if|unless)(?!\p{L})[^,;.]*$/iu;

/**
 * The medicines of a line that names more than one, each as typed; null for a line about one. A new one begins after a divider where a listed name stands with its own strength, its own
 * directions, or nothing else. No word is lost.
 */
export function severalMedicines(line: string): Several | null {
  if (line.length > LONGEST || /[\t|]/.test(line) || isAllergy(line)) return null;
  const lead = LEAD.exec(line)?.[0] ?? '';
  const text = line.slice(lead.length);
  if (listedNameLength(text) === 0) return null;
  const left = [lead.trim()];
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(BETWEEN)) {
    const before = text.slice(from, index);
    if (index > from && isInBalance(before) && begins(before, mark, text.slice(index + mark.length))) {
      pieces.push(before.trim());
      left.push(mark.replace(/[^\p{L} ]/gu, '').trim());
      from = index + mark.length;
    }
  }
  if (pieces.length === 0 && lead === '') return null;
  const last = text.slice(from);
  return { left: left.filter(Boolean), pieces: [...pieces, pieces.length > 0 ? last.replace(/[.;,\s]+$/u, '') : last] };
}

function begins(before: string, mark: string, after: string): boolean {
  if (listedNameLength(after.slice(STOPPED.exec(after)?.[0].length ?? after.length)) > 0) return true;
  const length = listedNameLength(after);
  if (length === 0 || OF_ANOTHER.test(before)) return false;
  const rest = after.slice(length).replace(/^\s+/, '');
  const isAlone = /^(?:[,;.(]|$|(?:and|plus)\s)/iu.test(rest);
  const isOwn = isStrengthLine(rest) || /^\d/.test(rest) || isDoseLine(rest) || doseStart(`Aa ${rest}`) === 3;
  // Two substances of one tablet are joined with "and".
  if (!/^\s*[,;.•·]/u.test(mark)) return isOwn && doseStart(before) !== null;
  return isOwn || isAlone;
}

function isInBalance(text: string): boolean {
  return (text.match(/[([]/g) ?? []).length <= (text.match(/[)\]]/g) ?? []).length;
}
