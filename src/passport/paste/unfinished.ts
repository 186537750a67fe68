import { listOf, type Passport } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { isHeld } from '#passport/private.ts';

/** The drafts of lists that are pasted and not yet added, by key. */
export const pasteDrafts = {
  medicines: 'paste/medicines',
  medicineRows: 'paste/medicine-rows',
  medicinesRest: 'paste/medicines-rest',
  problems: 'paste/problems',
} as const;

export type Unfinished = {
  /** A list of medicines is in its box, or read and not added. */
  readonly medicines: boolean;
  /** A list of problems is in its box, and not read. */
  readonly problems: boolean;
  /** How many pasted problems wait for the person to place them. */
  readonly unplaced: number;
};

/** What was pasted and is not finished. `drafts`: all unfinished text by key, as the store keeps it. */
export function unfinishedPastes(drafts: ReadonlyMap<string, string>, passport: Passport): Unfinished {
  const has = (...keys: readonly string[]) => keys.some((key) => (drafts.get(key) ?? '').trim() !== '');
  return {
    medicines: has(pasteDrafts.medicines, pasteDrafts.medicineRows, pasteDrafts.medicinesRest),
    problems: has(pasteDrafts.problems),
    unplaced: listOf(passport, problems).filter((record) => isHeld(problems, record)).length,
  };
}
