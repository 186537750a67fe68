import type { HeadingState } from './headings.ts';
import type { Columns, Row } from './layout.ts';
import { tidyName } from './tidy.ts';

/** A line longer than this is read as text. */
export const LONGEST_LINE = 400;

/** An entry while its lines are read. */
export type Open = {
  readonly lines: string[];
  text: string;
  /** What stands on the lines after the first, where the page has wrapped. */
  rest: string;
  began: string | null;
  ended: string | null;
  state: HeadingState | undefined;
  stateWords: string;
  readonly first: Row;
  readonly indent: number;
  readonly width: number;
  readonly columns: Columns | null;
  readonly heading: { readonly state: HeadingState; readonly printed: string };
};

/** A date that ended the first line stands inside the whole: it is read there, and the name put together without it. */
export function wholeRow({ first, rest, columns }: Open, whole: Row): Row {
  if (rest !== '' && columns?.mark === '') return { ...first, name: tidyName(`${first.name} ${rest}`) };
  if (rest === '' || first.began === null || whole.began !== null) return whole;
  return { ...first, name: tidyName(`${first.name} ${rest}`) };
}

/** Whether a text can be the name of an entry: it has letters. */
export function isName(name: string): boolean {
  return (name.match(/\p{L}/gu) ?? []).length >= 2 && name.length <= LONGEST_LINE;
}
