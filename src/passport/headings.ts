import { entryValue, type PassportRecord } from './fold.ts';
import type { ListHeading, Part } from './part.ts';

/** Records that stand under one heading of the person's own list; null for a list that has none. */
export type Headed = { readonly heading: ListHeading | null; readonly records: readonly PassportRecord[] };

/** The heading a record stands under; null where its part has none. */
export function headingOf(part: Part, record: PassportRecord | undefined): ListHeading | null {
  if (!part.headings) return null;
  const { field, of, others } = part.headings;
  const term = entryValue(part, record, field);
  return of.find(({ terms }) => terms.includes(term as string)) ?? of.find(({ id }) => id === others) ?? null;
}

/** The records under their headings, in the order of the table; each once, and none of the headings blank. */
export function underHeadings(part: Part, records: readonly PassportRecord[]): readonly Headed[] {
  const of: readonly (ListHeading | null)[] = part.headings?.of ?? [null];
  return of
    .map((heading) => ({ heading, records: records.filter((record) => headingOf(part, record) === heading) }))
    .filter((headed) => headed.records.length > 0);
}
