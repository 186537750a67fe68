import { partOf } from './catalogue.ts';
import { compareChanges, gonePart } from './change.ts';
import { isSameWritten } from './compare.ts';
import type { Value } from './field.ts';
import { entryValue, headOf, listOf, type Passport, type PassportRecord, recordOf } from './fold.ts';
import type { EditIn } from './versions.ts';

/** The most ids one order can hold (`field.ts`). */
const longestOrder = 10_000;

/**
 * The edits that make `now` show what `wanted` shows: every field, every record taken out or brought back, every list in
 * the same order. Nothing is lost by them: what only `now` holds is taken out, and stays in the history. Words keep the
 * language they were written in. What was removed for ever here stays so. Empty when both show the same.
 */
export function editsToReach(now: Passport, wanted: Passport): readonly EditIn[] {
  const ids = new Set([...Object.keys(now.parts), ...Object.keys(wanted.parts)]);
  ids.delete(gonePart);
  return [...ids].flatMap((part) => [...recordEdits(part, now, wanted), ...orderEdits(part, now, wanted)]);
}

function recordEdits(part: string, now: Passport, wanted: Passport): readonly EditIn[] {
  const records = Object.values(wanted.parts[part] ?? {})
    .filter(({ id }) => !recordOf(now, gonePart, id))
    .sort((a, b) => compareChanges(a.first, b.first));
  const more = Object.values(now.parts[part] ?? {}).filter(({ id }) => !recordOf(wanted, part, id));
  return [
    ...records.flatMap((record) => editsOf(part, record.id, recordOf(now, part, record.id), record)),
    ...more.flatMap((record) =>
      record.id === part
        ? editsOf(part, record.id, record, undefined)
        : record.removed
          ? []
          : [{ part, record: record.id, removed: true, lang: '' }],
    ),
  ];
}

/** One edit for each language the words of the record are in; whether it is in the passport goes with the first. */
function editsOf(
  part: string,
  record: string,
  now: PassportRecord | undefined,
  wanted: PassportRecord | undefined,
): readonly EditIn[] {
  const byLang = new Map<string, Record<string, Value | null>>();
  const fields = new Set([...Object.keys(now?.entries ?? {}), ...Object.keys(wanted?.entries ?? {})]);
  for (const field of fields) {
    const [from, to] = [now?.entries[field], wanted?.entries[field]];
    const isSame = isSameWritten(from?.value, to?.value);
    if (isSame && (from?.lang === to?.lang || isSameWritten(to?.value, null))) continue;
    const lang = to?.lang ?? '';
    byLang.set(lang, { ...byLang.get(lang), [field]: to?.value ?? null });
  }
  const removed = wanted?.removed ?? false;
  const moves = (now?.removed ?? false) === removed && (now !== undefined || byLang.size > 0) ? {} : { removed };
  const sets = [...byLang].map(([lang, set]) => ({ lang, set }));
  if (sets.length === 0 && !('removed' in moves)) return [];
  const [first = { lang: '' }, ...others] = sets;
  return [{ ...first, ...moves }, ...others].map((edit) => ({ part, record, ...edit }));
}

/** Writes the order down where the edits above would leave the list in another. */
function orderEdits(id: string, now: Passport, wanted: Passport): readonly EditIn[] {
  const part = partOf(id);
  if (!part?.many) return [];
  const order = listOf(wanted, part).flatMap((record) => (recordOf(now, gonePart, record.id) ? [] : [record.id]));
  const head = headOf(wanted, part);
  const written = new Map(
    ((entryValue(part, head, 'order') ?? []) as readonly string[]).map((record, at) => [record, at]),
  );
  // as listOf will see it: by the order written, then by when a record first came here, new ones after the others
  const placeOf = (record: string) => written.get(record) ?? written.size;
  const came = new Map(
    order.map((record, at) => [record, recordOf(now, id, record)?.first ?? { n: Infinity, id: pad(at) }]),
  );
  const sorted = [...order].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      compareChanges(came.get(a) as { n: number; id: string }, came.get(b) as { n: number; id: string }),
  );
  if (sorted.every((record, at) => record === order[at])) return [];
  return [
    { part: id, record: id, set: { order: order.slice(0, longestOrder) }, lang: head?.entries['order']?.lang ?? '' },
  ];
}

function pad(at: number): string {
  return String(at).padStart(8, '0');
}
