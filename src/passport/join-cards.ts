import { parts as catalogue, partOf } from './catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord } from './extract.ts';

/**
 * The sum of cards of one extract: parts in the order they are read, the records of a list in the order of the cards, a
 * single part's fields together again. What is said of a part or a passport is the same in whatever order they come,
 * and where two cards do not agree the one that promises less stands. Null without a card.
 */
export function joinCards(cards: readonly Extract[]): Extract | null {
  const [first] = cards;
  if (!first) return null;
  const parts = new Map<string, ExtractPart>();
  for (const part of cards.flatMap((card) => card.parts)) {
    const known = parts.get(part.part);
    parts.set(part.part, known ? joinParts(known, part) : part);
  }
  return {
    ...first,
    example: cards.some(({ example }) => example),
    parts: [...parts.values()].sort((a, b) => readingPlaceOf(a) - readingPlaceOf(b)),
    leftOut: joinCounts(cards.map(({ leftOut }) => leftOut)),
    shortened: joinCounts(cards.map(({ shortened }) => shortened)),
  };
}

function readingPlaceOf({ part }: ExtractPart): number {
  return catalogue.findIndex(({ id }) => id === part);
}

function joinParts(a: ExtractPart, b: ExtractPart): ExtractPart {
  const records = [...a.records, ...b.records];
  return {
    part: a.part,
    checked: ofBoth(a.checked, b.checked, (one, other) => one < other),
    written: ofBoth(a.written, b.written, (one, other) => one > other),
    none: a.none || b.none,
    ...(a.partial || b.partial ? { partial: true } : {}),
    records: partOf(a.part)?.many || records.length === 0 ? records : [joinRecords(records)],
  };
}

/** Null where either is not known. */
function ofBoth(a: string | null, b: string | null, isFirst: (a: string, b: string) => boolean): string | null {
  return a === null || b === null ? null : isFirst(a, b) ? a : b;
}

/** The fields of all; where two cards hold the same one, the first stands. */
function joinRecords(records: readonly ExtractRecord[]): ExtractRecord {
  return Object.assign({}, ...records.toReversed());
}

/** On one card only: the most any says. */
function joinCounts(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const joined: Record<string, number> = {};
  for (const [part, count] of all.flatMap((counts) => Object.entries(counts)))
    joined[part] = Math.max(joined[part] ?? 0, count);
  return joined;
}
