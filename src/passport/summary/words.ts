/**
 * Words in one language, handed in by whoever knows languages (src/i18n): the core puts sentences together from these
 * and holds none of its own. Keys of `say` are those of `locales/<lang>/summary.json`.
 */
export type Words = {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** The name of a part, as a heading. */
  readonly part: (part: string) => string;
  /** What a reader sees beside the value: "What for". */
  readonly field: (part: string, field: string) => string;
  readonly term: (set: string, term: string) => string;
  /** A stored date in words ("March 2015"); free words come back as they are. */
  readonly date: (value: string) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** How long before `today` an ISO date was: "today", "4 months ago". */
  readonly ago: (date: string, today: string) => string;
};
