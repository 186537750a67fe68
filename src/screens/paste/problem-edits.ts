import { longestText } from '#passport/field.ts';
import { entryValue, listOf, type Passport } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { readProblemList } from '#passport/paste/problem-list.ts';
import type { Edit } from '#passport/write.ts';

export type ListRead = {
  /** One record an entry, private until it is placed. */
  readonly edits: readonly Edit[];
  /** Lines that did not read like a problem: kept all the same. */
  readonly unread: readonly string[];
  /** Entries of an earlier paste, left as they are. */
  readonly here: number;
  /** Lines about the print-out, the person or a place: in no record, unless the person keeps them. */
  readonly aside: readonly string[];
};

/** Beyond this many, unread lines are kept together: a whole letter pasted by mistake is not a thousand problems. */
const mostUnread = 60;

/**
 * A pasted list as new records, none lost: the lines as pasted in `original`, the name and dates beside them, and what
 * the record says of it, which is no status. What the passport already holds is not kept twice; what stands twice in the
 * list is. `keepAside`: the lines put aside are records too.
 */
export function listToEdits(text: string, passport: Passport, nextId: () => string, keepAside = false): ListRead {
  const { entries, unread: notRead, aside } = readProblemList(text);
  const unread = keepAside ? [...notRead, ...aside] : notRead;
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
      ...fresh.map(({ name, began, ended, recordSays, recordHeading, original }) =>
        edit({
          name,
          original,
          ...(began !== null && { since: began }),
          ...(ended !== null && { ended }),
          ...(recordSays !== null && { recordSays }),
          ...(recordHeading !== '' && { recordHeading }),
        }),
      ),
      ...loose.map((line) => edit({ name: line, original: line })),
    ],
    unread: loose,
    here: entries.length - fresh.length + pieces(unread).length - loose.length,
    aside: keepAside ? [] : aside,
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
