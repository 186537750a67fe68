import type { Line, Section } from '#passport/doc.ts';
import { countLine, countSection, lineToText } from './count-words.ts';
import { type Draft, filled, paragraph, roomy } from './draft.ts';
import { explainCuts, explanationSize, isShortened } from './explain-cuts.ts';
import type { Order } from './page-one-orders.ts';
import { run } from './phrase.ts';
import type { Words } from './words.ts';

const levels = [90, 70, 56, 46, 38, 32, 27, 23, 20, 17, 14, 12, 10, 8, 7, 6, 5] as const;
const lowest = 5;

// A section named only for want of room comes back when it needs no shorter texts than this.
const stump = 9;

// Better fewer sections, named, than all of them in stumps of sentences; stumps only when nothing else is left.
const attempts = [
  { dropped: 2, shortest: 10 },
  { dropped: 4, shortest: 8 },
  { dropped: 6, shortest: 6 },
  { dropped: Number.POSITIVE_INFINITY, shortest: 5 },
] as const;

/** Page one, and the same for a message: there what is left out is to be asked for, as no full record follows. */
export type FittedPage = { readonly summary: readonly Section[]; readonly message: readonly Section[] };

type Made = { readonly section: Section | null; readonly size: number; readonly isCut: boolean };
type Levels = Map<string, number>;

/** Names of parts that have more to say than the page does, with sections at these levels and these only named. */
type RestOf = (levels: ReadonlyMap<string, number>, dropped: ReadonlySet<string>) => readonly string[];

/**
 * Sections in the order of `drafts`, together at most `room` words. Leading ones are made as long as their share allows;
 * all others at the longest level that fits. When even the shortest do not fit, the least of `importance` are named
 * under "also in the full record" instead: nothing goes without a word. What is left over goes to named sections that
 * still fit, then to making those that matter most longer.
 */
export function fitPage(
  drafts: readonly Draft[],
  { leads, importance }: Order,
  room: number,
  words: Words,
  restOf: RestOf,
): FittedPage {
  const made = new Map<string, Made>();
  const make = (draft: Draft, level: number): Made => {
    const key = `${draft.id} ${level}`;
    const known = made.get(key);
    if (known) return known;
    const section = draft.make(level);
    const isCut = section !== null && isShortened(section);
    const fresh = { section, size: section ? countSection(section) : 0, isCut };
    made.set(key, fresh);
    return fresh;
  };
  const placeOf = (draft: Draft) => (importance.includes(draft.id) ? importance.indexOf(draft.id) : importance.length);
  const ranked = [...drafts].filter((draft) => make(draft, levels[0]).section).sort((a, b) => placeOf(a) - placeOf(b));

  const levelOfLead = new Map(
    leads.flatMap(({ sections, share }) => {
      const leading = ranked.filter(({ id }) => sections.includes(id));
      const sizeAt = (level: number) => leading.reduce((sum, draft) => sum + make(draft, level).size, 0);
      const level = levels.find((each) => each < roomy && sizeAt(each) <= room * share) ?? lowest;
      return leading.map(({ id }): [string, number] => [id, level]);
    }),
  );
  const at = (some: readonly Draft[], level: number): Levels =>
    new Map(some.map(({ id }) => [id, levelOfLead.get(id) ?? level]));
  const titles = new Map(ranked.map((draft) => [draft.id, lineToText(make(draft, levels[0]).section?.title ?? [])]));
  const titlesBut = (chosen: ReadonlyMap<string, number>) =>
    [...titles].filter(([id]) => !chosen.has(id)).map(([, title]) => title);
  const rest = restOf(at(ranked, lowest), new Set()).length > 0 ? longestRest(words) : [];
  const explained = explanationSize(words);
  const alsoSizes = new Map<string, number>();
  const alsoSize = (titles: readonly string[]) => {
    const key = titles.join('\n');
    const also = alsoSizes.has(key) ? null : alsoSection(words, titles, rest, 'page');
    const size = alsoSizes.get(key) ?? (also ? countSection(also) : 0);
    alsoSizes.set(key, size);
    return size;
  };
  const fits = (chosen: Levels) => {
    const all = ranked.flatMap((draft) => {
      const level = chosen.get(draft.id);
      return level === undefined ? [] : [make(draft, level)];
    });
    const around = alsoSize(titlesBut(chosen)) + (all.some(({ isCut }) => isCut) ? explained : 0);
    return all.reduce((sum, { size }) => sum + size, around) <= room;
  };
  const longestThatFits = (chosen: Levels, draft: Draft, above: number) =>
    levels.find((each) => each > above && fits(new Map(chosen).set(draft.id, each)));

  for (const { count, shortest } of attemptsFor(ranked.length)) {
    const kept = ranked.slice(0, count);
    const level = levels.find((each) => each >= shortest && fits(at(kept, each)));
    if (level === undefined) continue;

    const chosen = at(kept, level);
    const grow = (draft: Draft, above: number) => {
      const longer = longestThatFits(chosen, draft, above);
      if (longer !== undefined) chosen.set(draft.id, longer);
    };
    for (const draft of ranked.slice(count)) grow(draft, stump);
    for (const draft of ranked) {
      const from = chosen.get(draft.id);
      if (from !== undefined) grow(draft, from);
    }
    const sections = drafts.flatMap((draft) => {
      const here = chosen.get(draft.id);
      const section = here === undefined ? null : make(draft, here).section;
      return section ? [section] : [];
    });
    const dropped = new Set(ranked.filter(({ id }) => !chosen.has(id)).map(({ id }) => id));
    const left = restToLine(words, restOf(chosen, dropped));
    const finish = (form: 'page' | 'message') => {
      const also = alsoSection(words, titlesBut(chosen), left, form);
      return explainCuts(words, also ? [...sections, also] : sections, form);
    };
    return { summary: finish('page'), message: finish('message') };
  }
  return { summary: [], message: [] };
}

function attemptsFor(all: number): readonly { readonly count: number; readonly shortest: number }[] {
  return attempts.flatMap(({ dropped, shortest }) =>
    Array.from({ length: Math.min(dropped, all) + 1 }, (_, place) => ({ count: all - place, shortest })),
  );
}

/** What page one leaves out: sections by their titles, then parts of which there is more. */
function alsoSection(words: Words, titles: readonly string[], rest: Line, form: 'page' | 'message'): Section | null {
  const names = titles.length > 0 ? [run(words, words.list(titles))] : [];
  const title = [run(words, words.say(form === 'page' ? 'also' : 'also_ask'))];
  const blocks = [...paragraph(names), ...paragraph(rest)];
  return filled({ id: 'also', area: 'main', title, checked: null, blocks });
}

/** The parts by name where that takes no more words than to say that there are several. */
function restToLine(words: Words, names: readonly string[]): Line {
  if (names.length === 0) return [];
  const named = [run(words, words.say('rest_named', { parts: words.list(names) }))];
  const several = longestRest(words);
  return countLine(named) <= countLine(several) ? named : several;
}

function longestRest(words: Words): Line {
  return [run(words, words.say('rest_unnamed'))];
}
