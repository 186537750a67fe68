import { foldMedicineName } from '#passport/medicine-name-key.ts';
import { genericName } from '#passport/medicine-names.ts';
import { westernDigits } from '#passport/partial-date.ts';
import { readPieces } from './medicine-pieces.ts';

/** A medicine of the passport, as far as a list can be put beside it. */
export type StandingMedicine = {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  readonly strength: string;
  readonly dose: string;
  readonly stopped: boolean;
};
export type ListedMedicine = Pick<StandingMedicine, 'name' | 'strength' | 'dose' | 'stopped'>;

/**
 * What a medicine of the list is beside the passport: new; the same; with a strength or dose that differs; `over` where
 * the list says stopped and the passport does not; `again` where it is the other way about.
 */
export type Beside =
  | { readonly kind: 'new'; readonly standing: null }
  | { readonly kind: 'same' | 'differs' | 'over' | 'again'; readonly standing: StandingMedicine };
export type ListBeside = {
  /** One for each medicine of the list, in its order. */
  readonly found: readonly Beside[];
  /** What is taken now by the passport and is not on the list. Nothing follows from it. */
  readonly notOnList: readonly StandingMedicine[];
};

const NUMBERS: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const SAID: readonly (readonly [string, RegExp])[] = [
  ['1x', /\bo ?d\b|\bonce (?:a|each|every|per) day\b|\bonce daily\b|\b(?:each|every) day\b/g],
  ['2x', /\bb ?i? ?d\b|\b(?:twice|2 times) (?:a|each|every|per) day\b|\b(?:twice|2 times) daily\b/g],
  ['3x', /\bt ?d ?s\b|\bt ?i ?d\b|\b3 times (?:a|each|every|per) day\b|\b3 times daily\b/g],
  ['4x', /\bq ?[di] ?[sd]\b|\b4 times (?:a|each|every|per) day\b|\b4 times daily\b/g],
  ['prn', /\b(?:when|if|as) (?:required|needed|necessary)\b|\bp r n\b/g],
  ['nocte', /\bat night\b|\bon\b(?=$)/g],
  ['mane', /\bin the morning\b/g],
  ['mcg', /\bmicrograms?\b|\bμg\b/g],
  ['', /\b(?:take|to be taken|please)\b/g],
];

/** Puts a list beside what stands: each standing medicine is the match of one listed medicine at most, of the likest. */
export function besideStanding(list: readonly ListedMedicine[], standing: readonly StandingMedicine[]): ListBeside {
  const mine = standing.map((one) => ({ one, keys: keysOf(one.name, one.brand) }));
  const pairs = list
    .flatMap((listed, at) => {
      const keys = keysOf(listed.name, '');
      return mine
        .filter((other) => other.keys.some((key) => keys.includes(key)))
        .map(({ one }) => ({ at, one, likeness: likeness(listed, one) }));
    })
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at);
  const matches = new Map<number, StandingMedicine>();
  const taken = new Set<StandingMedicine>();
  for (const { at, one } of pairs) {
    if (matches.has(at) || taken.has(one)) continue;
    matches.set(at, one);
    taken.add(one);
  }
  return {
    found: list.map((listed, at) => {
      const one = matches.get(at);
      return one ? { kind: kindOf(listed, one), standing: one } : { kind: 'new', standing: null };
    }),
    notOnList: standing.filter((one) => !one.stopped && !taken.has(one)),
  };
}

/** The places of names that may be one medicine, a brand and its generic too: each set has two or more. */
export function likeNames(names: readonly string[]): readonly (readonly number[])[] {
  const sets = new Map<string, number[]>();
  names.forEach((name, at) => {
    const key = foldMedicineName(genericName(name));
    if (key !== '') sets.set(key, [...(sets.get(key) ?? []), at]);
  });
  return [...sets.values()].filter((set) => set.length > 1);
}

function kindOf(listed: ListedMedicine, one: StandingMedicine): 'same' | 'differs' | 'over' | 'again' {
  if (listed.stopped !== one.stopped) return listed.stopped ? 'over' : 'again';
  return one.stopped || (isSame(listed.strength, strengthOf(one)) && isSame(listed.dose, one.dose))
    ? 'same'
    : 'differs';
}

/** A list that says nothing says nothing else. */
function isSame(listed: string, mine: string): boolean {
  const said = foldWords(listed);
  return said === '' || said === foldWords(mine);
}

function likeness(listed: ListedMedicine, one: StandingMedicine): number {
  const [said, mine] = [foldWords(listed.strength), foldWords(strengthOf(one))];
  return (
    (listed.stopped === one.stopped ? 8 : 0) +
    (said === mine ? 4 : said === '' || mine === '' ? 2 : 0) +
    (foldWords(listed.dose) === foldWords(one.dose) ? 1 : 0)
  );
}

function strengthOf({ name, strength }: StandingMedicine): string {
  return strength || readPieces(name).strength;
}

function keysOf(name: string, brand: string): readonly string[] {
  const inBrackets = /\(([^()]+)\)/u.exec(name)?.[1] ?? '';
  return [name, brand, inBrackets].map(foldMedicineName).filter(Boolean);
}

/** Words about a dose with what does not matter taken out: case, spaces, signs, "BD" for "twice a day". */
function foldWords(text: string): string {
  let words = westernDigits(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[.,](?=\d)/g, '·')
    .replace(/[^\p{L}\p{N}·/%½¼¾]+/gu, ' ')
    .replace(/(?<=\d) ?(?=\p{L})/gu, ' ');
  NUMBERS.forEach((word, number) => {
    words = words.replace(new RegExp(`\\b${word}\\b`, 'g'), String(number));
  });
  for (const [short, long] of SAID) words = words.replace(long, short);
  return words.replace(/\s+/g, ' ').trim();
}
