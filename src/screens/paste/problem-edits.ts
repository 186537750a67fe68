import { longestText } from '#passport/field.ts';
import { entryValue, listOf, type Passport, type PassportRecord } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { isDoubtful } from '#passport/paste/furniture.ts';
import { type KeptProblem, keptBefore } from '#passport/paste/kept-before.ts';
import { type PastedEntry, readProblemList } from '#passport/paste/problem-list.ts';
import type { Edit } from '#passport/write.ts';

export type ListRead = {
  /** One record an entry, private until it is placed. */
  readonly edits: readonly Edit[];
  /** What the record says now of a problem that was here before. */
  readonly updates: readonly Edit[];
  /** Lines that did not read like a problem: kept all the same. */
  readonly unread: readonly string[];
  /** How many were here before, left as they are. */
  readonly here: number;
  /** Their lines, as pasted now. */
  readonly known: readonly string[];
};

/** Lines of a pasted list that may be left out. */
export type Aside = {
  /** About the print-out, the person or a place: ticked to be left out. */
  readonly sure: readonly string[];
  /** What may be no problem, and is kept as one unless the person ticks it. */
  readonly doubtful: readonly string[];
};

/** Beyond this many, unread lines are kept together: a whole letter pasted by mistake is not a thousand problems. */
const mostUnread = 60;

/** What of a pasted list is offered to be left out, each text once. */
export function asideOf(text: string): Aside {
  const { entries, unread, aside } = readProblemList(text);
  const doubtful = entries.map(({ original }) => original).filter((original) => isDoubtful(original));
  const once = (lines: readonly string[]) => [...new Set(lines)];
  return { sure: once(aside), doubtful: aside.length + doubtful.length > 0 ? once([...unread, ...doubtful]) : [] };
}

/**
 * A pasted list as new records, none lost: the lines as pasted in `original`, the name and dates beside them, and what
 * the record says of it, which is no status. What the passport already holds is not kept twice; what stands twice in the
 * list is. `leftOut`: lines and entries that the person leaves out; without it, what surely is no problem.
 */
export function listToEdits(
  text: string,
  passport: Passport,
  nextId: () => string,
  leftOut: ReadonlySet<string> = new Set(asideOf(text).sure),
): ListRead {
  const list = readProblemList(text);
  const isIn = (line: string) => !leftOut.has(line);
  const entries = list.entries.filter(({ original }) => isIn(original));
  const unread = [...list.unread, ...list.aside].filter(isIn);
  const kept = listOf(passport, problems).map(recordToKept);
  const before = keptBefore(entries, kept);
  const lines = new Map<string, number>();
  for (const { original } of kept) lines.set(original, (lines.get(original) ?? 0) + 1);
  const isNew = (original: string) => {
    const count = lines.get(original) ?? 0;
    lines.set(original, count - 1);
    return count <= 0;
  };
  const edit = (set: Edit['set']): Edit => ({ part: problems.id, record: nextId(), ...(set && { set }) });

  const fresh = entries.filter((entry) => !before.has(entry));
  const loose = pieces(unread).filter(isNew);
  return {
    edits: [
      ...fresh.map((entry) =>
        edit({
          name: entry.name,
          original: entry.original,
          ...(entry.began !== null && { since: entry.began }),
          ...(entry.ended !== null && { ended: entry.ended }),
          ...saying(entry),
        }),
      ),
      ...loose.map((line) => edit({ name: line, original: line })),
    ],
    updates: [...before]
      .filter(([entry, one]) => entry.recordSays !== null && entry.recordSays !== one.recordSays)
      .map(([entry, { id }]) => ({
        part: problems.id,
        record: id,
        set: { recordSays: entry.recordSays, recordHeading: entry.recordHeading || null },
      })),
    unread: loose,
    here: before.size + pieces(unread).length - loose.length,
    known: [...before.keys()].map(({ original }) => original),
  };
}

function saying({ recordSays, recordHeading }: PastedEntry) {
  return { ...(recordSays !== null && { recordSays }), ...(recordHeading !== '' && { recordHeading }) };
}

function recordToKept(record: PassportRecord): KeptProblem {
  const textOf = (field: 'name' | 'mine' | 'original' | 'since' | 'recordSays') => {
    const value = entryValue(problems, record, field);
    return typeof value === 'string' ? value : '';
  };
  const says = textOf('recordSays');
  return {
    id: record.id,
    names: [textOf('name'), textOf('mine')],
    original: textOf('original'),
    began: textOf('since') || null,
    recordSays: says === 'active' || says === 'past' ? says : null,
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
