import { listedNameLength } from '#passport/medicine-names.ts';
import { isTimeOfDay, saysAsNeeded } from './dose-words.ts';
import { isForm, isProduct } from './medicine-pieces.ts';

/** What the lines under a heading are; 'now' for every heading that says neither of the others. */
export type Section = 'now' | 'stopped' | 'allergies';

export type MedicineHeading = {
  readonly section: Section;
  /** One word without a colon ("Regular", "New"): it may be a word of the medicine above. */
  readonly isBare: boolean;
  /** Any words with a colon at the end: no heading that says what is under it. */
  readonly isAny?: true;
  /** It says that what stands under it is taken as needed. */
  readonly asNeeded?: true;
  /** What it says of each medicine under it, as printed: "New", "Held", "Morning". */
  readonly says?: string;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const MEDICINE = set(
  'medication medications medicine medicines med meds prescription prescriptions drug drugs dispensing item items template templates tablets tto ttos tta ttas pills painkillers leki lekarstwa أدوية الأدوية أدويتي',
);
const OVER = set(
  'past previous previously former formerly old historical history inactive stopped discontinued ended finished tried odstawione zakończone poprzednie wcześniejsze dawne dawniej wcześniej سابقة السابقة سابقًا متوقفة المتوقفة موقوفة',
);
const NOW = set(
  'current currently active repeat repeats acute acutes regular now prescribed other otc prn discharge admission onceonly oneoff repeatable obecne aktualne stałe teraz الحالية حالية الآن',
);
const CHANGED = set(
  'new newly started changed altered unchanged continued continue continuing held withheld paused suspended',
);
const ALLERGY = set(
  'allergy allergies reaction reactions sensitivity sensitivities intolerance intolerances hypersensitivities alergie alergia uczulenia uczulenie nietolerancje حساسية الحساسية',
);
const BETWEEN = set(
  'my your all the i have known drug food medicine adverse bad and or list record details to in on at of for review during this that were been repeatable am take taking use using moje i من و',
);
const OVER_PHRASE =
  /(?:no longer|not) (?:tak(?:e|en|ing)|us(?:e|ed|ing)|on|prescribed)(?: now| any ?more)?|used to take|have stopped/g;
const AS_NEEDED_PHRASE = /\b(?:as|when|if) (?:needed|required|necessary)\b/g;
const NO_CHANGE = /\bno changes?\b/g;
const PLAIN_HEADING =
  /^(?:(?:my|all|current|past|repeat|acute|regular|prescribed|other|prn|over the counter|stopped|otc) ?)*(?:medications?|medicines?|meds|prescriptions?|drugs|dispensing|items?|templates?)(?: list)?$/;
const SHORT_HEADING = /^(?:repeats?|acutes?|regular|prn|otc|oneoff|prescribed|current|now)$/;
const BRACKETS = /\s*(?:\([^()]*\)|\[[^[\]]*\])/gu;
const MEDICINE_LAST = /\s+(?:medications?|medicines?|meds|drugs|items?)$/iu;

const WHAT_I_TAKE = /^(?:what|things|everything|all) i(?: am|['’]m)? (?:take|taking|use|using|on)(?: now)?$/;

/** What a line says about the lines under it, its title in a colon, brackets or dashes or not; null for no heading. */
export function readHeading(line: string): MedicineHeading | null {
  if (line.length > 80) return null;
  const plain = line
    .toLowerCase()
    .replace(/[*#=_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const hasColon = plain.endsWith(':');
  const bare = plain
    .replace(/ ?\((?:\d+|[^()]*(?:\d{4}|issued|updated|last \d+ \p{L}+)[^()]*)\)/gu, '')
    .replace(/\bover[ -]the[ -]counter\b/g, 'otc')
    .replace(/\b(?:one|once)[ -]?(?:off|only)\b/g, 'oneoff')
    .replace(/(?<=\p{L}) ?: ?(?=\p{L})| [–—-] |[()[\]]/gu, ' ')
    .replace(/ ?:$/, '')
    .replace(/-/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (hasColon && isTimeOfDay(bare)) return { section: 'now', isBare: false, says: line.replace(/\s*:$/, '').trim() };
  if (WHAT_I_TAKE.test(bare)) return { section: 'now', isBare: false };
  const outside = line.replace(BRACKETS, ' ').trim();
  const inBrackets = hasColon && outside !== line.trim() ? readHeading(outside.replace(/\s+:$/u, ':')) : null;
  if (inBrackets) return inBrackets;
  const asNeeded = saysAsNeeded(bare);
  const words = bare
    .replace(OVER_PHRASE, 'stopped')
    .replace(AS_NEEDED_PHRASE, 'prn')
    .replace(NO_CHANGE, 'unchanged')
    .split(/[\s,/&]+/)
    .filter(Boolean);
  const has = (kind: ReadonlySet<string>) => words.some((word) => kind.has(word));
  const isOnly = (...kinds: ReadonlySet<string>[]) => words.every((word) => kinds.some((kind) => kind.has(word)));
  const isSaid = hasColon || has(MEDICINE) || isOnly(OVER);
  const needed = asNeeded && { asNeeded };

  if (words.length === 0) return null;
  if (has(ALLERGY) && isOnly(ALLERGY, BETWEEN)) return { section: 'allergies', isBare: false };
  if (has(OVER) && isOnly(OVER, NOW, MEDICINE, BETWEEN) && isSaid) {
    const isBoth = has(NOW) && !words.includes('stopped') && words.includes('and');
    return { section: isBoth ? 'now' : 'stopped', isBare: false };
  }
  if (has(CHANGED) && isOnly(CHANGED, NOW, MEDICINE, BETWEEN) && (isSaid || isOnly(CHANGED))) {
    return { section: 'now', isBare: !isSaid, says: line.replace(/\s*:$/, '').replace(MEDICINE_LAST, '').trim() };
  }
  if (PLAIN_HEADING.test(bare) || (has(MEDICINE) && (hasColon || words.length > 1) && isOnly(NOW, MEDICINE, BETWEEN))) {
    return { section: 'now', isBare: false, ...needed };
  }
  if (isOnly(NOW) && words.length > 1 && !asNeeded) return { section: 'now', isBare: false };
  if (asNeeded && isOnly(NOW)) return { section: 'now', isBare: !hasColon, ...needed };
  if (hasColon && isTitle(line)) return { section: 'now', isBare: false, isAny: true, ...needed };
  return SHORT_HEADING.test(words.join(' ')) ? { section: 'now', isBare: !hasColon } : null;
}

/** Words with a colon at the end, and no product or figure among them: "Things I buy myself:". */
function isTitle(line: string): boolean {
  const words = line.replace(/[\s:]+$/u, '');
  return (
    /^\p{L}/u.test(words) && !/\d/.test(words) && listedNameLength(words) === 0 && (isForm(words) || !isProduct(words))
  );
}
