import { listOf, type Passport, recordOf } from './fold.ts';
import type { Part } from './part.ts';
import { isHeld, isPrivateField, openParts } from './private.ts';

/**
 * Something the person began and can go on with.
 * 'record': a form left before it was saved; `text` is its title as typed so far, '' when none may be shown.
 * 'list': a pasted list in its box, not taken in. 'held': records of a list that wait for their place.
 */
export type Unfinished =
  | { readonly kind: 'record'; readonly part: Part; readonly record: string; readonly text: string }
  | { readonly kind: 'list'; readonly part: Part }
  | { readonly kind: 'held'; readonly part: Part };

/** The drafts of lists that are pasted and not yet added, by key: what is in a box, or read from it. */
export const pasteDrafts = {
  medicines: 'paste/medicines',
  medicineRows: 'paste/medicine-rows',
  medicinesRest: 'paste/medicines-rest',
  problems: 'paste/problems',
} as const;

const listsOf: Readonly<Record<string, readonly string[]>> = {
  medicines: [pasteDrafts.medicines, pasteDrafts.medicineRows, pasteDrafts.medicinesRest],
  problems: [pasteDrafts.problems],
};

/**
 * What is unfinished in the parts that are not private, in the order of the parts; lists first (one row, also
 * where records of an earlier one wait), then what waits for its place, then forms. `drafts` holds what was typed by its key: `part/record/field`, or a list's own. For whoever helps
 * nothing that is private, nor that it is there.
 */
export function unfinishedOf(
  passport: Passport,
  drafts: ReadonlyMap<string, string>,
  isHelped: boolean,
): readonly Unfinished[] {
  const lists = openParts
    .filter((part) => hasList(drafts, part) && !(isHelped && part.held))
    .map((part) => ({ kind: 'list', part }) as const);
  const held = openParts
    .filter(
      (part) => !isHelped && !hasList(drafts, part) && listOf(passport, part).some((record) => isHeld(part, record)),
    )
    .map((part) => ({ kind: 'held', part }) as const);
  const records = openParts
    .filter((part) => part.many)
    .flatMap((part) =>
      [...unsavedRecords(passport, drafts, part, isHelped)].map(
        ([record, text]) => ({ kind: 'record', part, record, text }) as const,
      ),
    );
  return [...lists, ...held, ...records];
}

/** The first words of each record of a part that was begun and never saved, by its id; '' when none may be shown. */
export function unsavedRecords(
  passport: Passport,
  drafts: ReadonlyMap<string, string>,
  part: Part,
  isHelped: boolean,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, text] of drafts) {
    const [home, record = '', field = ''] = key.split('/');
    if (home !== part.id || !Object.hasOwn(part.fields, field) || text.trim() === '') continue;
    if (record === part.id || recordOf(passport, part.id, record)) continue;
    if (isHelped && isPrivateField(part, field)) continue;
    const isList = part.fields[field]?.kind === 'steps' || part.fields[field]?.kind === 'contacts';
    const isShown = !isList && !isPrivateField(part, field);
    if (field === part.title || !found.has(record)) found.set(record, isShown ? text : '');
  }
  return found;
}

function hasList(drafts: ReadonlyMap<string, string>, part: Part): boolean {
  return (listsOf[part.id] ?? []).some((key) => (drafts.get(key) ?? '').trim() !== '');
}
