const FREE = '(?<![\\p{L}\\p{N}])';
const DONE = '(?![\\p{L}\\p{N}])';
const ALLERGY =
  '(?:allerg(?:ic|y|ies)|anaphyla(?:xis|ctic)|intoleran(?:t|ces?)|(?:bad|adverse|allergic)(?: drug)? reactions?|hypersensitiv(?:e|ity)|nkda|alergi[aei]|uczuleni[ea]|uczulon[ya]|nietolerancj[ai]|(?:ال)?حساسية)';
// What is sold or taken for an allergy is a medicine: "Benadryl Allergy Relief", "allergy tablets", "allergic rhinitis".
const REMEDY =
  '(?! ?(?:and |& ?)?(?:relief|remed|tabs?|tablets?|capsules?|eyes?|drops|spray|syrup|medic|hay|nasal|rhinitis|conjunctivitis|asthma|pills?|season))';
const FIRST = new RegExp(
  `^(?:(?:i|i[’']m|am|no|known|severe|severely|drug|possible|sensitive|mam) )*(?:${ALLERGY}|sensitiv(?:e to|ity)(?= to|:|$))${DONE}${REMEDY}`,
  'iu',
);
const INSIDE = new RegExp(`${FREE}${ALLERGY}${DONE}${REMEDY}`, 'giu');
const TAKEN_FOR = new RegExp(`${FREE}(?:for|against|if|when|from|treats?|helps?|na|przy|w razie|ل)${DONE}`, 'iu');
const ONLY_SAYS_SO =
  /^(?:(?:i|i[’']m|am) )*allerg(?:(?:ic|y|ies) to|y|ies)\s*[:–—-]?\s*(?=\p{L}{2})(?!none|nil|no\s|not\s|nkda|unknown)/iu;

/** True for a line that speaks of an allergy or a bad reaction, not for a medicine that is taken for one. */
export function isAllergy(line: string): boolean {
  if (FIRST.test(line)) return true;
  return [...line.matchAll(INSIDE)].some(({ index }) => {
    const before = line.slice(0, index);
    return /\p{L}{2}/u.test(before) && !TAKEN_FOR.test(before);
  });
}

/** True when the line begins by naming an allergy. */
export function isAllergyFirst(line: string): boolean {
  return FIRST.test(line);
}

/** What the allergy is to: the line without an opening "allergic to" or "allergy:", otherwise the line as it is. */
export function allergyToSubstance(line: string): string {
  return line.replace(ONLY_SAYS_SO, '');
}
