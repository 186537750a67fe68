import { listOf, type Passport } from './fold.ts';
import { problems } from './parts/problems.ts';
import { isHeld } from './private.ts';

/** The drafts that hold a pasted list: what is in a box, or read and not yet added. */
export const listDrafts = { problems: 'paste/problems', medicines: 'paste/medicines' } as const;

/** What of pasted lists waits for the person. Nothing of what the lists say. */
export type UnfinishedLists = {
  /** Pasted problems that were not placed yet. */
  readonly unplaced: number;
  /** Lists that were pasted or half typed, and not read or added yet. */
  readonly begun: readonly (keyof typeof listDrafts)[];
};

/**
 * Whether pasted problems wait to be placed, and whether a list is half typed. `drafts` are those of the store, by key.
 * What it counts is private: it is for the person alone, never for whoever helps.
 */
export function unfinishedLists(passport: Passport, drafts: ReadonlyMap<string, string>): UnfinishedLists {
  const isBegun = (key: string) => (drafts.get(key) ?? '').trim() !== '';
  const { problems: list, medicines } = listDrafts;
  return {
    unplaced: listOf(passport, problems).filter((record) => isHeld(problems, record)).length,
    begun: [
      ...(isBegun(list) ? (['problems'] as const) : []),
      ...([medicines, 'paste/medicine-rows', `${medicines}-rest`].some(isBegun) ? (['medicines'] as const) : []),
    ],
  };
}
