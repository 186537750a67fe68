/** What the lines under a heading are; 'now' for every heading that says neither of the others. */
export type Section = 'now' | 'stopped' | 'allergies';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const MEDICINE = set(
  'medication medications medicine medicines med meds prescription prescriptions drug drugs dispensing item items template templates tablets leki lekarstwa أدوية الأدوية أدويتي',
);
const OVER = set(
  'past previous previously former formerly old historical history inactive stopped discontinued ended finished tried odstawione zakończone poprzednie wcześniejsze dawne dawniej wcześniej سابقة السابقة سابقًا متوقفة المتوقفة موقوفة',
);
const NOW = set(
  'current currently active repeat repeats acute acutes regular now prescribed other otc prn obecne aktualne stałe teraz الحالية حالية الآن',
);
const ALLERGY = set(
  'allergy allergies reaction reactions sensitivity sensitivities intolerance intolerances hypersensitivities alergie alergia uczulenia uczulenie nietolerancje حساسية الحساسية',
);
const BETWEEN = set('my all the i have known drug food medicine adverse bad and or list record to in that moje i من و');
const OVER_PHRASE =
  /(?:no longer|not) (?:tak(?:e|en|ing)|us(?:e|ed|ing)|on|prescribed)(?: now| any ?more)?|used to take|have stopped/g;
const PLAIN_HEADING =
  /^(?:(?:my|all|current|past|repeat|acute|regular|prescribed|other|as needed|as required|over the counter|stopped|otc|prn) ?)*(?:medications?|medicines?|meds|prescriptions?|drugs|dispensing|items?|templates?)(?: list)?$/;
const SHORT_HEADING = /^(?:repeats?|acutes?|regular|as needed|as required|prn|over the counter|otc|current|now)$/;

/**
 * What a line says about the lines under it; null for a line that is no heading. `isKept`: it may be a heading and may
 * be a medicine ("Regular", without a colon), so that it ends what went before and is shown all the same.
 */
export function readHeading(line: string): { readonly section: Section; readonly isKept: boolean } | null {
  if (line.length > 80) return null;
  const plain = line.toLowerCase().replace(/\s+/g, ' ').trim();
  const hasColon = plain.endsWith(':');
  const bare = plain.replace(/ ?(?:\(\d+\))? ?:?$/, '').replace(/-/g, ' ');
  const words = bare
    .replace(OVER_PHRASE, 'stopped')
    .split(/[\s,/&]+/)
    .filter(Boolean);
  const has = (kind: ReadonlySet<string>) => words.some((word) => kind.has(word));
  const isOnly = (...kinds: ReadonlySet<string>[]) => words.every((word) => kinds.some((kind) => kind.has(word)));
  const isSaid = hasColon || has(MEDICINE) || isOnly(OVER);

  if (words.length === 0) return null;
  if (has(ALLERGY) && isOnly(ALLERGY, BETWEEN)) return { section: 'allergies', isKept: false };
  if (has(OVER) && isOnly(OVER, NOW, MEDICINE, BETWEEN) && isSaid) {
    return {
      section: has(NOW) && !/stopped/.test(words.join(' ')) && bare.includes('and') ? 'now' : 'stopped',
      isKept: false,
    };
  }
  if (PLAIN_HEADING.test(bare) || (hasColon && has(MEDICINE) && isOnly(NOW, MEDICINE, BETWEEN))) {
    return { section: 'now', isKept: false };
  }
  return SHORT_HEADING.test(bare) ? { section: 'now', isKept: !hasColon } : null;
}
