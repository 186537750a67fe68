import { longestText } from '#passport/field.ts';
import { entryValue, listOf, type Passport } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { readProblemList } from '#passport/paste/problem-list.ts';
import type { Edit } from '#passport/write.ts';

export type ListRead = {
  /** One record a line, private until it is placed. */
  readonly edits: readonly Edit[];
  /** Lines that did not read like a problem: kept all the same. */
  readonly unread: readonly string[];
  /** Lines of an earlier paste, left as they are. */
  readonly here: number;
};

/** Beyond this many, unread lines are kept together: a whole letter pasted by mistake is not a thousand problems. */
const mostUnread = 60;

/**
 * A pasted list as new records, none lost: the line as pasted in `original`, its name and dates beside it. A line that
 * the passport already holds is not kept twice; a line that stands twice in the list is.
 */
export function listToEdits(text: string, passport: Passport, nextId: () => string): ListRead {
  const { entries, unread } = readProblemList(text);
  const known = new Map<string, number>();
  for (const record of listOf(passport, problems)) {
    const original = entryValue(problems, record, 'original');
    if (typeof original === 'string') known.set(original, (known.get(original) ?? 0) + 1);
  }
  const isNew = (original: string) => {
    const count = known.get(original) ?? 0;
    known.set(original, count - 1);
    return count <= 0;
  };
  const edit = (set: Edit['set']): Edit => ({ part: problems.id, record: nextId(), ...(set && { set }) });

  const fresh = entries.filter(({ original }) => isNew(original));
  const loose = pieces(unread).filter(isNew);
  return {
    edits: [
      ...fresh.map(({ name, began, ended, original }) =>
        edit({ name, original, ...(began !== null && { since: began }), ...(ended !== null && { ended }) }),
      ),
      ...loose.map((line) => edit({ name: line, original: line })),
    ],
    unread: loose,
    here: entries.length - fresh.length + pieces(unread).length - loose.length,
  };
}

/** Unread lines as pieces that a field can hold. */
function pieces(lines: readonly string[]): readonly string[] {
  const kept = lines.length > mostUnread ? [...lines.slice(0, mostUnread), lines.slice(mostUnread).join('\n')] : lines;
  return kept.flatMap((line) => cut(line));
}

function cut(text: string): readonly string[] {
  if (text.length <= longestText) return [text];
  // Never between the two halves of one character.
  const at = /[\ud800-\udbff]/.test(text[longestText - 1] ?? '') ? longestText - 1 : longestText;
  return [text.slice(0, at), ...cut(text.slice(at))];
}
