import { cardsToAddresses } from '#exchange/code/address.ts';
import { aeRoom, clinicRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Extract } from '#passport/extract.ts';
import { onCard } from '#passport/fit.ts';
import type { Words } from '#passport/summary/words.ts';
import { publicAddress } from '#views/public-address.ts';

/** `short`: one code that any camera reads at once, or as few as hold what is most needed. `all`: as many as it takes. */
export type Size = 'short' | 'all';

/** Counts of records by part. */
type Counts = Readonly<Record<string, number>>;

export type CodeSet = {
  readonly addresses: readonly string[];
  readonly shown: Extract;
  /** Not in the codes, and not with all their details, for want of room. */
  readonly leftOut: Counts;
  readonly shortened: Counts;
  /** Not meant for a code of this kind: what has stopped, or is past. */
  readonly notMeant: Counts;
};

/** The codes of one size; the smallest card is for an ambulance. */
export async function codesOf(extract: Extract, size: Size): Promise<CodeSet> {
  const room = size === 'all' ? fullRoom : extract.reader === 'emergency' ? aeRoom : clinicRoom;
  const { cards, shown, leftOut, shortened } = await packExtract(extract, room);
  const notMeant = fewer(insideOf(extract), insideOf(onCard(extract, room.card)));
  return { addresses: cardsToAddresses(cards, publicAddress), shown, leftOut, shortened, notMeant };
}

/** How many records of each part that can be past are in `all` and not in `some`. */
function fewer(all: Counts, some: Counts): Counts {
  const gone = Object.entries(all).map(([part, count]) => [part, count - (some[part] ?? 0)] as const);
  return Object.fromEntries(gone.filter(([part, count]) => partOf(part)?.notOnAe && count > 0));
}

/** True when `less` says fewer things than `more`. */
export function isShorter(less: Extract, more: Extract): boolean {
  return countFields(less) < countFields(more);
}

function countFields(extract: Extract): number {
  const records = extract.parts.flatMap((part) => part.records);
  return records.reduce((sum, record) => sum + Object.keys(record).length, 0);
}

/** How many records of each part are in an extract; a part that is one record, or said to be none, counts 0. */
export function insideOf(extract: Extract): Counts {
  const held = extract.parts.filter((part) => part.records.length > 0 || part.none);
  return Object.fromEntries(held.map(({ part, records }) => [part, partOf(part)?.many ? records.length : 0]));
}

/** "Me, My words and Medicines (5)": parts by name, lists with how many where that is more than 0. */
export function partsToWords(counts: Counts, words: Words, counted: (part: string, count: number) => string): string {
  return words.list(
    Object.entries(counts).map(([part, count]) =>
      count > 0 && partOf(part)?.many ? counted(words.part(part), count) : words.part(part),
    ),
  );
}
