import { type PartId, parts } from './catalogue.ts';
import { compareChanges } from './change.ts';
import { isUsed, type Passport, type PassportRecord } from './fold.ts';
import type { Part } from './part.ts';
import { isOpenlyUsed, isOpenlyWritten, lastOpenChange, openParts, openRecords } from './private.ts';

// What helps most in a first appointment comes first.
const order: readonly PartId[] = [
  'words',
  'matters',
  'medicines',
  'flare',
  'tried',
  'allergies',
  'visit',
  'problems',
  'goals',
  'team',
  'me',
];

/** The parts in use. Whoever helps does not see that something private was written. */
export function usedParts(passport: Passport, isHelped: boolean): readonly Part[] {
  return parts.filter((part) => (isHelped ? isOpenlyUsed(passport, part) : isUsed(passport, part.id)));
}

/** The parts with nothing in them, the most useful first: three to suggest, and the rest. Never a private one. */
export function unusedParts(
  passport: Passport,
  isHelped: boolean,
): { readonly suggested: readonly Part[]; readonly rest: readonly Part[] } {
  const used = new Set(usedParts(passport, isHelped));
  const unused = order.flatMap((id) => openParts.filter((part) => part.id === id && !used.has(part)));
  return { suggested: unused.slice(0, 3), rest: unused.slice(3) };
}

// Without these a page one leaves a stranger to guess: what to call it, what must not be given, what is taken, what matters.
const needed: readonly PartId[] = ['words', 'allergies', 'medicines', 'matters'];

/** The places to start: the parts that a useful page one still lacks, three at most; none when it lacks nothing. */
export function placesToStart(passport: Passport, isHelped: boolean): readonly Part[] {
  const { suggested, rest } = unusedParts(passport, isHelped);
  const unused = [...suggested, ...rest];
  return needed.flatMap((id) => unused.filter((part) => part.id === id)).slice(0, 3);
}

/** The three records written last. A change to something private brings nothing to the front. */
export function lastWritten(passport: Passport): readonly PassportRecord[] {
  return openParts
    .flatMap((part) =>
      openRecords(passport, part)
        .filter((record) => isOpenlyWritten(part, record))
        .flatMap((record) => {
          const last = lastOpenChange(part, record);
          return last ? [{ record, last }] : [];
        }),
    )
    .sort((a, b) => compareChanges(b.last, a.last))
    .map(({ record }) => record)
    .slice(0, 3);
}
