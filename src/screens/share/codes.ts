import { cardsToAddresses } from '#exchange/code/address.ts';
import { aeRoom, clinicRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Extract } from '#passport/extract.ts';
import type { Words } from '#passport/summary/words.ts';
import { publicAddress } from '#views/public-address.ts';

/** `short`: one code that any camera reads at once. `all`: as many as it takes, up to four. */
export type Size = 'short' | 'all';

export type CodeSet = {
  readonly addresses: readonly string[];
  readonly shown: Extract;
  readonly leftOut: Readonly<Record<string, number>>;
};

/** The codes of one size; the smallest card is for an ambulance. */
export async function codesOf(extract: Extract, size: Size): Promise<CodeSet> {
  const room = size === 'all' ? fullRoom : extract.reader === 'emergency' ? aeRoom : clinicRoom;
  const { cards, shown, leftOut } = await packExtract(extract, room);
  return { addresses: cardsToAddresses(cards, publicAddress), shown, leftOut };
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
export function insideOf(extract: Extract): Readonly<Record<string, number>> {
  const held = extract.parts.filter((part) => part.records.length > 0 || part.none);
  return Object.fromEntries(held.map(({ part, records }) => [part, partOf(part)?.many ? records.length : 0]));
}

/** "Me, My words and Medicines (5)": parts by name, with how many where that is more than 0. */
export function partsToWords(
  counts: Readonly<Record<string, number>>,
  words: Words,
  counted: (part: string, count: number) => string,
): string {
  return words.list(
    Object.entries(counts).map(([part, count]) => (count > 0 ? counted(words.part(part), count) : words.part(part))),
  );
}
