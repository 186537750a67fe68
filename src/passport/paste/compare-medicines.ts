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

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(
  (word) => new RegExp(`\\b${word}\\b`, 'g'),
);
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
  const listed = list.map((one) => folded(one, one.strength, ''));
  const mine = standing.map((one) => folded(one, strengthOf(one), one.brand));
  const byKey = new Map<string, number[]>();
  mine.forEach(({ keys }, place) => {
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), place]);
  });
  const pairs = listed
    .flatMap((one, at) => {
      const places = new Set(one.keys.flatMap((key) => byKey.get(key) ?? []));
      return [...places].map((place) => ({ at, place, likeness: likeness(one, mine[place] ?? one) }));
    })
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at);
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, place } of pairs) {
    if (matches.has(at) || taken.has(place)) continue;
    matches.set(at, place);
    taken.add(place);
  }
  return {
    found: listed.map((one, at) => {
      const place = matches.get(at) ?? -1;
      const [match, other] = [standing[place], mine[place]];
      return match && other ? { kind: kindOf(one, other), standing: match } : { kind: 'new', standing: null };
    }),
    notOnList: standing.filter((one, place) => !one.stopped && !taken.has(place)),
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

type Folded = {
  readonly keys: readonly string[];
  readonly strength: string;
  readonly dose: string;
  readonly stopped: boolean;
};

function folded(one: ListedMedicine, strength: string, brand: string): Folded {
  const [keys, dose] = [keysOf(one.name, brand), foldWords(one.dose)];
  return { keys, strength: foldWords(strength), dose, stopped: one.stopped };
}

function kindOf(listed: Folded, mine: Folded): 'same' | 'differs' | 'over' | 'again' {
  if (listed.stopped !== mine.stopped) return listed.stopped ? 'over' : 'again';
  // A list that says nothing of the dose says nothing else.
  const isSame = (field: 'strength' | 'dose') => listed[field] === '' || listed[field] === mine[field];
  return mine.stopped || (isSame('strength') && isSame('dose')) ? 'same' : 'differs';
}

function likeness(listed: Folded, mine: Folded): number {
  const isUnsaid = listed.strength === '' || mine.strength === '';
  return (
    (listed.stopped === mine.stopped ? 8 : 0) +
    (listed.strength === mine.strength ? 4 : isUnsaid ? 2 : 0) +
    (listed.dose === mine.dose ? 1 : 0)
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
    words = words.replace(word, String(number));
  });
  for (const [short, long] of SAID) words = words.replace(long, short);
  return words.replace(/\s+/g, ' ').trim();
}
