/**
 * A Doc is a page in words: what a reader sees, in the reader's language, before anything decides
 * whether it becomes a screen, a PDF or plain text. Views, PDF and text all draw this one value.
 */

/** A stretch of text in one language. `lang` is BCP 47; direction follows from it. */
export type Run = {
  readonly text: string;
  readonly lang: string;
  /** Doses, ranges, phone numbers, names of medicines: isolated left-to-right everywhere (UAX #9, LRI…PDI). */
  readonly ltr?: true;
  readonly strong?: true;
};

export type Line = readonly Run[];

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone?: 'quiet' | 'note' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] };

/** `side` sections stand in the narrow column where there is room for two: who this is, how to speak with them. */
export type Section = {
  readonly id: string;
  readonly area: 'side' | 'main';
  readonly title: Line;
  /** When the person last said that this part is still right; null when they never did. */
  readonly checked: Line | null;
  readonly blocks: readonly Block[];
};

export type Doc = {
  /** The reader's language and its direction. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Document title for metadata and window: never a name or a condition. */
  readonly title: string;
  /** The small line above the label: "I call it". */
  readonly kicker: Line;
  /** The name the person prefers for their pain. */
  readonly label: Line;
  readonly name: Line;
  /** Born, number, pronouns, languages: one line each. */
  readonly facts: readonly Line[];
  /** "Made 21 November 2026 from the person's own passport". */
  readonly made: Line;
  /** Sentences that stand above everything: an example, a code still missing, "not a request to reduce anything". */
  readonly notices: readonly Line[];
  /** Page one: at most 250 words. */
  readonly summary: readonly Section[];
  /** Page one for a message, with no record behind it; as `summary` where it is not there. */
  readonly message?: readonly Section[];
  /** The whole record as shared; empty when the summary already says everything. */
  readonly record: readonly Section[];
  /** Words drawn on every page: "Page 1 of 4", "Example", the heading over the full record. */
  readonly furniture: {
    readonly page: (page: number, pages: number) => string;
    readonly record: string;
    readonly example: string | null;
    readonly code: (code: number, codes: number) => string;
    /** The heading over the codes, and what to do with one; `scanUrgent` beside a code that opens only the most urgent. */
    readonly codesTitle: string;
    readonly scan: string;
    readonly scanUrgent: string;
  };
};
