import { twinsFolded } from './twins.ts';
import {
  AXES,
  CONTEXT_WORDS,
  EMPTY_WORDS,
  FINDING_WORDS,
  foldWord,
  GENERAL_WORDS,
  isIllnessWord,
  SITE_WORDS,
  stem,
  TEST_WORDS,
} from './word-classes.ts';

type Bag = ReadonlySet<string>;

/** The words of one name by what they do; names that read the same share one. */
type Wording = {
  names: Bag;
  /** The names before "with": "Depression with anxiety" is a depression. */
  leading: Bag;
  illnesses: Bag;
  adjectives: Bag;
  sites: Bag;
  findings: Bag;
  tests: Bag;
  context: Bag;
  marks: Bag;
  axes: ReadonlyMap<string, string>;
  /** What stands on one side of an "and" and has no name: "back pain" in "Back pain and sciatica". */
  parts: Bag;
  readonly text: string;
};

const NONE: Bag = new Set();
/** A word held by more different wordings than this tells too little to put any of them together. */
const RARE = 24;
const DURATION = /^\d+(?:yrs?|years?|months?|weeks?|days?|m|w|d)$/;
const NUMERAL: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4', i: '1', one: '1', two: '2' };
const DENIED = /^(?:in|im|il|ir|un|non|dis)(?=\p{L}{5})/u;

/**
 * Puts together problem names whose words are alike; gives the sets as positions in `names`, each position in exactly
 * one. The sets do not depend on the order of `names`.
 *
 * Two names are alike when they share a name word and one says nothing the other contradicts: another name of an
 * illness, another place or side of the body, another number ("type 1"), a family history, a "without". Where a name is
 * alike to two that are not alike to each other ("Arthritis" beside "Rheumatoid arthritis" and "Psoriatic arthritis"),
 * there is doubt, and all of them stay apart. This compares words only, everyday twins among them (see `twinsFolded`), and knows no medicine.
 */
export function alikeSets(names: readonly string[]): number[][] {
  const positions = new Map<string, number[]>();
  const wordings: Wording[] = [];
  const read = withDenialsFolded(names.map(wordingOf));
  read.forEach((wording, position) => {
    const key = keyOf(wording);
    const known = positions.get(key);
    if (known) known.push(position);
    else {
      positions.set(key, [position]);
      wordings.push(wording);
    }
  });
  const same = [...positions.values()];
  return doubtless(neighbours(wordings))
    .map((set) => set.flatMap((i) => same[i] ?? []).sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function wordingOf(name: string): Wording {
  const text = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\bfh\b|\bf\/h\b|\bfamily history\b/g, ' familyhistory ')
    .replace(/\b[hco]\/[oe]\b/g, ' ')
    .replace(/[&+]/g, ' and ')
    .replace(/^#\s?|\s#\s?/g, ' fracture ')
    .replace(/['’]s?\b/g, '');
  const words = (twinsFolded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !DURATION.test(word));
  const bags = {
    names: new Set<string>(),
    sites: new Set<string>(),
    findings: new Set<string>(),
    tests: new Set<string>(),
  };
  const context = new Set<string>();
  const marks = new Set<string>();
  const axes = new Map<string, string>();
  const general = new Set<string>();
  const leading = new Set<string>();
  const illnesses = new Set<string>();
  const adjectives = new Set<string>();
  const hasSite = words.some((word) => SITE_WORDS.has(stem(word)));

  for (const [i, raw] of words.entries()) {
    const word = hasSite && /^[lr]t?$/.test(raw) ? (raw.startsWith('l') ? 'left' : 'right') : raw;
    const root = stem(word);
    const axis = AXES.get(root);
    const site = SITE_WORDS.get(root);
    const kind = GENERAL_WORDS.get(root);
    const numeral =
      /^(?:type|stage|grade|class)$/.test(words[i - 1] ?? '') || /^i[iv]i?$/.test(word) ? NUMERAL[word] : undefined;
    if (numeral !== undefined) marks.add(numeral);
    else if (axis !== undefined) axes.set(axis, [axes.get(axis), root].filter(Boolean).sort().join('+'));
    else if (CONTEXT_WORDS.has(root)) context.add(root);
    else if (EMPTY_WORDS.has(root)) continue;
    else if (kind !== undefined) general.add(kind);
    else if (site !== undefined) bags.sites.add(site);
    else if (TEST_WORDS.has(root)) bags.tests.add(root);
    else if (FINDING_WORDS.has(root)) bags.findings.add(root);
    else if (/\p{N}/u.test(word) || /^[a-z]$/.test(word)) marks.add(word);
    else {
      bags.names.add(root);
      if (!axes.has('with')) leading.add(root);
      if (isIllnessWord(word)) illnesses.add(root);
      if (/(?:ic|al)$/.test(foldWord(word))) adjectives.add(root);
    }
  }
  if (bags.names.size === 0) {
    for (const word of bags.findings.size > 0 ? bags.tests : [...general, ...bags.tests]) bags.findings.add(word);
    bags.tests.clear();
  }
  return {
    ...bags,
    parts: bags.names.size > 0 ? namelessParts(words) : NONE,
    leading,
    context,
    marks,
    axes,
    illnesses,
    adjectives,
    text: name.trim().toLowerCase(),
  };
}

/** "Infertility" is "fertility" where the list also holds that, and only where it is the one name of the entry. */
function withDenialsFolded(wordings: readonly Wording[]): Wording[] {
  const single = (wording: Wording) => (wording.names.size === 1 ? [...wording.names][0] : undefined);
  const singles = new Set(wordings.map(single));
  return wordings.map((wording) => {
    const bare = single(wording)?.replace(DENIED, '');
    return bare !== undefined && singles.has(bare)
      ? { ...wording, names: new Set([bare]), leading: new Set([bare]) }
      : wording;
  });
}

function keyOf(wording: Wording): string {
  const { names, sites, findings, tests, context, marks, axes, text } = wording;
  const empty = [names, sites, findings, tests, marks].every((bag) => bag.size === 0);
  const bags = [names, sites, findings, tests, context, marks].map((bag) => [...bag].sort().join(' '));
  return JSON.stringify([...bags, [...axes].sort().join(' '), empty ? text : '']);
}

function neighbours(wordings: readonly Wording[]): ReadonlySet<number>[] {
  const holders = new Map<string, number[]>();
  wordings.forEach((wording, i) => {
    const nameless = namelessKey(wording.sites, wording.findings);
    for (const word of wording.names.size > 0 ? [...wording.names, ...wording.parts] : [nameless]) {
      const held = holders.get(word);
      if (held) held.push(i);
      else holders.set(word, [i]);
    }
  });
  const near = wordings.map(() => new Set<number>());
  for (const held of holders.values()) {
    if (held.length > RARE) continue;
    for (const i of held) {
      for (const j of held) {
        const [a, b] = [wordings[i], wordings[j]];
        if (i !== j && a && b && isAlike(a, b)) near[i]?.add(j);
      }
    }
  }
  return near;
}

function isAlike(a: Wording, b: Wording): boolean {
  const [small, large] = a.names.size <= b.names.size ? [a, b] : [b, a];
  if (!isWithin(small.names, large.names) || !isSame(a.illnesses, b.illnesses) || !isSame(a.context, b.context))
    return false;
  if (a.marks.size > 0 && b.marks.size > 0 && !isSame(a.marks, b.marks)) return false;
  for (const [axis, value] of a.axes) if ((b.axes.get(axis) ?? value) !== value) return false;
  if (small.names.size === 0 && large.names.size > 0)
    return large.parts.has(namelessKey(small.sites, small.findings)) && isSame(a.marks, b.marks);
  if (small.names.size === 0) return a.sites.size + a.findings.size > 0 && isSame(a.marks, b.marks);
  if (isSame(a.names, b.names)) {
    if (isOfAnother(a, b) || isOfAnother(b, a)) return false;
    return isWithinPlaces(a, b) || isWithinPlaces(b, a);
  }
  return isWithinPlaces(small, large) && [...small.names].some((word) => large.leading.has(word));
}

/** The connected sets in which all are alike to all; the members of the others one by one. */
function doubtless(near: readonly ReadonlySet<number>[]): number[][] {
  const seen = new Set<number>();
  const sets: number[][] = [];
  near.forEach((_, start) => {
    if (seen.has(start)) return;
    const set = [start];
    seen.add(start);
    for (const i of set) {
      for (const j of near[i] ?? []) {
        if (seen.has(j)) continue;
        seen.add(j);
        set.push(j);
      }
    }
    const isSure = set.every((i) => (near[i]?.size ?? 0) === set.length - 1);
    sets.push(...(isSure ? [set] : set.map((i) => [i])));
  });
  return sets;
}

function namelessKey(sites: Bag, findings: Bag): string {
  return `${[...sites].sort()}|${[...findings].sort()}`;
}

function namelessParts(words: readonly string[]): Bag {
  if (!words.includes('and')) return NONE;
  const parts = ` ${words.join(' ')} `.split(' and ').map((part) => part.split(' ').filter(Boolean).map(stem));
  const isSaid = (root: string) =>
    SITE_WORDS.has(root) || FINDING_WORDS.has(root) || EMPTY_WORDS.has(root) || AXES.has(root);
  return new Set(
    parts
      .filter((part) => part.length > 0 && part.every(isSaid))
      .map((part) =>
        namelessKey(
          new Set(part.flatMap((root) => SITE_WORDS.get(root) ?? [])),
          new Set(part.filter((root) => FINDING_WORDS.has(root) && !SITE_WORDS.has(root))),
        ),
      )
      .filter((key) => /[^|]\|./.test(key)),
  );
}

function isWithin(small: Bag, large: Bag): boolean {
  for (const word of small) if (!large.has(word)) return false;
  return true;
}

/** "Diabetic foot" beside "Diabetes": the word only describes, and what it describes is elsewhere. */
function isOfAnother(a: Wording, b: Wording): boolean {
  return !isWithin(a.adjectives, b.adjectives) && !isWithin(a.sites, b.sites);
}

function isWithinPlaces(small: Wording, large: Wording): boolean {
  return isWithin(small.sites, large.sites) && isWithin(small.findings, large.findings);
}

function isSame(a: Bag, b: Bag): boolean {
  return a.size === b.size && isWithin(a, b);
}
