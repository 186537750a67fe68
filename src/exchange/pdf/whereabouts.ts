import type { Line, Section } from '#passport/doc.ts';
import { type Left, linesOfBlock } from './spare.ts';

/** From the first page to the last: one where they are the same. */
export type Pages = { readonly first: number; readonly last: number };

function wordsOf(section: Section): string {
  const lines = section.blocks.flatMap(linesOfBlock);
  return lines.flatMap((line) => line.map((run) => run.text)).join(' ');
}

/**
 * Gives the pages on which what was left out of a section stands in the full record. Where a section tells of several
 * parts, each piece is looked for by its words: it stands with the part that holds most of them.
 */
export function toWhereabouts(
  record: readonly Section[],
  pagesOf: (part: string) => Pages | null,
): (left: Left) => readonly Pages[] {
  const words = new Map<string, string>();
  const wordsIn = (part: string) => {
    const found =
      words.get(part) ??
      record
        .filter((one) => one.parts.includes(part))
        .map(wordsOf)
        .join(' ');
    words.set(part, found);
    return found;
  };
  const known = new WeakMap<readonly Line[], string>();
  const partOf = (piece: readonly Line[], parts: readonly string[]): string => {
    const runs = piece.flat().map((run) => run.text.trim());
    const score = (part: string) =>
      runs.reduce((sum, text) => sum + (wordsIn(part).includes(text) ? text.length : 0), 0);
    const scores = parts.map(score);
    return parts[scores.indexOf(Math.max(...scores))] ?? '';
  };
  return ({ section, pieces }) => {
    const parts = section.parts.filter((part) => pagesOf(part) !== null);
    if (parts.length < 2) return parts.flatMap((part) => pagesOf(part) ?? []);
    const held = pieces.map((piece) => {
      const part = known.get(piece) ?? partOf(piece, parts);
      known.set(piece, part);
      return part;
    });
    return [...new Set(held)].flatMap((part) => pagesOf(part) ?? []);
  };
}
