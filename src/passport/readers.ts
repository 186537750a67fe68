import type { Card } from './field.ts';

/** Sections of page one: one file each, in `summary/sections/`. */
export type SectionId =
  | 'new'
  | 'visit'
  | 'allergies'
  | 'medicines'
  | 'problems'
  | 'please_dont'
  | 'alone'
  | 'names'
  | 'where'
  | 'tried'
  | 'please_do'
  | 'hurtful'
  | 'matters'
  | 'flare'
  | 'goals'
  | 'contacts';

/** What one reader gets. Adding a reader is one row here and its words. */
type Reader = {
  /** For ever: it is how a code names its reader. */
  readonly tag: number;
  /**
   * Clinicians start with everything that must not be missing, and are told where a list may not be whole. Everyone
   * else gets what the person ticked and is never told that something is missing.
   */
  readonly isClinical: boolean;
  /** The largest card whose fields this reader is given. */
  readonly card: Card;
  /** Parts that start unticked. */
  readonly without: readonly string[];
  /** Parts whose emptiness is said: "not written here, please ask". All others are covered by one constant sentence. */
  readonly missed: readonly string[];
  /** Sections of page one as they are read. Where paper has no room, the last of what may be left out goes first. */
  readonly order: readonly SectionId[];
};

/** Who a summary is for. */
export const readers = {
  gp: {
    tag: 1,
    isClinical: true,
    card: 'full',
    without: [],
    missed: ['allergies', 'medicines'],
    // Looks ahead: what is new, what is wanted, what is taken.
    order:
      words(`new visit allergies medicines please_dont alone problems names tried please_do where hurtful matters flare goals
      contacts`),
  },
  specialist: {
    tag: 2,
    isClinical: true,
    card: 'full',
    without: [],
    missed: ['allergies', 'medicines'],
    // Looks back: what was tried and why it stopped, goals last.
    order:
      words(`new visit allergies medicines tried problems please_dont alone names please_do where hurtful matters flare contacts
      goals`),
  },
  emergency: {
    tag: 3,
    isClinical: true,
    card: 'clinic',
    without: ['matters', 'goals', 'tried'],
    missed: ['allergies', 'medicines'],
    // What a stranger must know at once.
    order:
      words(`new allergies medicines visit please_dont alone problems names contacts flare please_do where hurtful tried matters
      goals`),
  },
  everything: {
    tag: 4,
    isClinical: true,
    card: 'full',
    without: [],
    missed: ['allergies', 'medicines'],
    // Someone of whom nothing is known: the person, and whom to ask.
    order:
      words(`new visit allergies medicines please_dont alone problems names matters please_do where hurtful tried flare contacts
      goals`),
  },
} as const satisfies Record<string, Reader>;

export type ReaderId = keyof typeof readers;

function words(text: string): readonly SectionId[] {
  return text.split(/\s+/) as readonly string[] as readonly SectionId[];
}
