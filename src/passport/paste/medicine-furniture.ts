import { isAllergy } from './allergy-marks.ts';
import { WRITTEN_DATE } from './dates-in-text.ts';
import { isFurniture } from './furniture.ts';

// What apps, slips and labels say around a list.
const AROUND =
  'request(?: (?:repeat|this|an? emergency|other))?(?: (?:prescription|medicine)s?)?|not available to (?:order|request).*|(?:available|ready) to (?:order|request).*|your (?:order|request|prescription) (?:will|has|is)\\b.*|(?:you can|too soon to) (?:order|request)\\b.*|add to (?:order|basket|request)|show (?:more|less|details)|tap to .*|.*\\bplease (?:tick|allow|order|return|hand)\\b.*|tick (?:the )?(?:items?|boxes?)\\b.*|(?:medication|repeat|prescription|pharmacy) (?:notes?|messages?) ?:.*|(?:emergency care|summary care|key information) (?:summary|record)|(?:gms|private|medical card) prescription|rx|mitte\\b.*|(?:blister|dosette|nomad|venalink)(?: (?:pack|box|tray))?\\b.*|weekly? (?:starting|commencing|beginning|ending)\\b.*|(?:warning|caution) ?:.*|keep out of (?:the )?(?:sight|reach)\\b.*|(?:repeat )?prescription order(?: form)?|repeat (?:slip|request|master)|discharge (?:summary|letter)|(?:pharmacist|doctor|nurse|prescriber|completed by|checked by|allergy status)\\s*:.*|signature ?:?|date ?:?|chi ?:? ?\\d.*';
const FURNITURE = new RegExp(`^(?:${AROUND})$`, 'iu');
const DATE_LAST = new RegExp(`[\\s,]+${WRITTEN_DATE}$`, 'iu');
const NOTHING =
  /^(?:(?:none|nil|n\/?a|no|nothing|not applicable|(?:none|nil|nothing) (?:known|else|recorded|reported|at present|now)|brak|nie dotyczy|nie mam|żadn[ey]ch|لا شيء|لا يوجد|لا توجد)[\s.!-]*)$/iu;
const LABEL = /^[^:]{2,40}:\s*/u;

/** Whether a cleaned line is about the print-out, the app or the person, or says that there is nothing: "Acute: none". */
export function isMedicineFurniture(line: string): boolean {
  if (line.length > 400) return false;
  return isFurniture(line) || FURNITURE.test(line) || isFurniture(line.replace(DATE_LAST, '')) || saysNothing(line);
}

/** True for "none", "nil", "n/a" and their like, alone or after a title that is not of allergies: nothing anybody takes. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.replace(LABEL, '')) && !isAllergy(text);
}
