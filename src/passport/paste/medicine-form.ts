import type { Choice } from '#passport/field.ts';

const MADE =
  '(?:modified|prolonged|slow|sustained|immediate|extended|controlled)[ -]release|(?:gastro|enteric|film)[ -]?(?:resistant|coated)|orodispersible|effervescent|soluble|dispersible|chewable|sublingual|buccal|oral|nasal|rectal|vaginal|trans-?dermal|pump|medicated|inhalation|dry powder|breath[ -]actuated|cfc[ -]free|pre[ -]?filled|disposable|compound|eye|ear|nose|m\\/?r|e\\/?c|sr|xl|sugar[ -]free';
const HEAD =
  'tablets?|tabs?|caplets?|capsules?|caps|sachets?|patch(?:es)?|plasters?|cream|ointment|gel|lotion|foam|inhalers?|accuhaler|turbohaler|evohaler|nebules|solution|suspension|liquid|syrup|elixir|drops|spray|injections?|pens?|syringes?|ampoules?|cartridges?|suppositor(?:y|ies)|pessar(?:y|ies)|lozenges?|powder|granules|mouthwash|enema|implants?';
const AFTER =
  ' for (?:injection|infusion|inhalation)(?: \\d+(?:\\.\\d+)?ml)?(?: (?:pre[ -]?filled|disposable))*(?: (?:pens?|syringes?|vials?|ampoules?|cartridges?))?| \\d+(?:\\.\\d+)?ml (?:pre[ -]?filled |disposable )*(?:pens?|syringes?|vials?|ampoules?|cartridges?|bottles?|tubes?)| (?:sachets?|plasters?)| sugar[ -]free| with device| cfc[ -]free| \\([A-Z][A-Za-z .&-]{2,40}\\)';
/** Source of an expression (flags `iu`) for the form of a medicine as printed: "modified-release tablets". */
export const FORM = `(?:(?:${MADE}) )*(?:${HEAD})(?!\\p{L})(?:${AFTER})*`;

const SLOW =
  /(?:modified|prolonged|slow|sustained|extended|controlled)[ -]release|(?<!\p{L})(?:m\/?r|sr|xl)(?!\p{L})/giu;
const TERMS: readonly (readonly [string, RegExp])[] = [
  ['tablet', /^(?:film[ -]coated )?(?:tablets?|tabs?)$/],
  ['capsule', /^(?:capsules?|caps)$/],
  ['liquid', /^(?:oral )?(?:solution|suspension|liquid|syrup)$/],
  ['patch', /^(?:transdermal )?patch(?:es)?$/],
  ['plaster', /^(?:medicated )?plasters?$/],
  ['cream', /^cream$/],
  ['injection', /^(?:injections?|solution for injection)$/],
  ['spray', /^spray$/],
  ['drops', /^drops$/],
  ['inhaler', /^inhalers?$/],
  ['suppository', /^suppositor(?:y|ies)$/],
  ['powder', /^(?:oral )?powder$/],
];

/**
 * A printed form as what the fields `form` and `release` hold: a term where it says neither more nor less than the text,
 * otherwise the text itself. Nothing for ''.
 */
export function formToFields(text: string): { readonly form?: Choice; readonly release?: string } {
  const printed = text.trim();
  if (printed === '') return {};
  const isSlow = printed.search(SLOW) >= 0;
  const bare = printed.toLowerCase().replace(SLOW, ' ').replace(/\s+/g, ' ').trim();
  const term = TERMS.find(([, words]) => words.test(bare))?.[0];
  return { form: term ?? { own: printed }, ...(isSlow && { release: 'slow' }) };
}
