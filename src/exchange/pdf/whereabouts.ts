import type { Line, Section } from '#passport/doc.ts';
import { type Left, linesOfBlock } from './spare.ts';

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
  pageOf: (part: string) => number | null,
): (left: Left) => readonly number[] {
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
    const parts = section.parts.filter((part) => pageOf(part) !== null);
    const [only] = parts;
    if (only === undefined) return [];
    if (new Set(parts.map(pageOf)).size === 1) return [pageOf(only) ?? 0];
    const pages = pieces.map((piece) => {
      const part = known.get(piece) ?? partOf(piece, parts);
      known.set(piece, part);
      return pageOf(part) ?? 0;
    });
    return [...new Set(pages)].sort((one, two) => one - two);
  };
}
