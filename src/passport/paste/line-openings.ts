import { listedNameLength } from '#passport/medicine-names.ts';
import type { PastedLine } from './lines.ts';

const SENT =
  /^\s*\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? +\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?\]?(?: [–—-])? [^:\n]{1,40}:\s+(?=\S)/iu;
const COUNT = /^\s*([1-9]|1[0-3]) +(?:x )?(?=\p{L})/iu;

/** What a small number before a medicine's name is: its number in the list, how many are taken, or not known. */
export type LeadingNumbers = 'index' | 'count' | 'unknown';

/** What a chat put before a message, its date, time and sender; '' when it is none. */
export function chatOpening(line: string): string {
  return SENT.exec(line)?.[0] ?? '';
}

/** "1 Ramipril", "2 Aspirin": an index where the numbers run on from 1, a count where they do not, unknown where one is alone. */
export function leadingNumbers(lines: readonly PastedLine[]): LeadingNumbers {
  const found = lines.flatMap(({ clean }) => countFirst(clean)?.count ?? []);
  if (found.length < 2) return 'unknown';
  return found.every((count, at) => count === at + 1) ? 'index' : 'count';
}

/** The small number before a listed name, and the line without it; null when there is none. */
export function countFirst(
  line: string,
): { readonly count: number; readonly mark: string; readonly rest: string } | null {
  if (line.length > 400) return null;
  const found = COUNT.exec(line);
  const rest = line.slice(found?.[0].length ?? 0);
  return found && listedNameLength(rest) > 0 ? { count: Number(found[1]), mark: found[0].trim(), rest } : null;
}
