/**
 * A Doc is a page in words: what a reader sees, in the reader's language, before anything decides
 * whether it becomes a screen, a PDF or plain text. Views, PDF and text all draw this one value.
 */

/** A stretch of text in one language. `lang` is BCP 47; direction follows from it. A "\n" in it ends a line. */
export type Run = {
  readonly text: string;
  readonly lang: string;
  /** Doses, ranges, phone numbers, names of medicines: isolated left-to-right everywhere (UAX #9, LRI…PDI). */
  readonly ltr?: true;
  readonly strong?: true;
  /** A name, dose, number or allergy, or told in confidence: no browser may translate it. */
  readonly exact?: true;
};

/** False for what must stand as it was written: no browser may put it in another language (HTML `translate`). */
export function isTranslated({ ltr, exact }: Run): boolean {
  return !ltr && !exact;
}

export type Line = readonly Run[];

/**
 * `spare`: on paper it may be left out for want of room, whole or from its last item or row on; it is then named with
 * the page of the full record where it stands. What is not spare is never left out, and nothing is ever cut.
 */
export type Block = (
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone?: 'quiet' | 'note' }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly Line[];
      /** Short items: two columns where that saves room. */
      readonly isCompact?: true;
    }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
) & { readonly spare?: true };

/** `side` sections stand in the narrow column where there is room for two: who this is, how to speak with them. */
export type Section = {
  readonly id: string;
  readonly area: 'side' | 'main';
  readonly title: Line;
  /** How old this is: when it was last checked, or written; null where that is not said. */
  readonly checked: Line | null;
  readonly blocks: readonly Block[];
  /** The parts it tells of: where else to look when it is left out. A section of the full record has one. */
  readonly parts: readonly string[];
};

export type Doc = {
  /** The reader's language and its direction. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Document title for metadata and window: never a name or a condition. */
  readonly title: string;
  /** The small line above the label: "I call it". */
  readonly kicker: Line;
  /** The name the person prefers for their pain, quoted where the words are theirs. */
  readonly label: Line;
  /** What they are called, quoted as theirs. */
  readonly name: Line;
  /** Born, number, pronouns, languages, how to talk with me: one line each. */
  readonly facts: readonly Line[];
  /** Who can have made this: "Written by the person, not taken from a clinical record …". */
  readonly origin: Line;
  /** "Made 21 November 2026". */
  readonly made: Line;
  /** Sentences that stand above everything: an example, a code still missing, made years ago. */
  readonly notices: readonly Line[];
  /** Page one, in the order of its reader: everything whole. */
  readonly summary: readonly Section[];
  /** Parts of which the full record holds more than page one, by name. */
  readonly also: readonly { readonly part: string; readonly name: Line }[];
  /** What stands at the foot of page one for every clinician, the same whatever is empty; blank for other readers. */
  readonly closing: Line;
  /** The whole record as shared, in the order of page one; empty when nothing was shared. */
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
    /** Over the names of what page one leaves to the full record, and of what a message leaves to be asked for. */
    readonly also: string;
    readonly ask: string;
    /** "U+E000: page U+E001": the names of what stands on later pages, and their numbers, go where those signs are. */
    readonly onPage: string;
    /** "U+E000 (continued)": over the rest of a section that runs on elsewhere; its title goes where the sign is. */
    readonly continued: string;
  };
};
