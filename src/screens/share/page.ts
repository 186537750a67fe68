import { useCallback, useMemo } from 'react';
import { linkRoom, packExtract } from '#exchange/code/pack.ts';
import type { Spoken } from '#i18n/use-language.ts';
import type { Doc } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import { summarise } from '#passport/summary/summarise.ts';
import type { Words } from '#passport/summary/words.ts';
import { type Latest, useLatest } from '#ui/use-latest.ts';

/** One page on its way out: what was picked, the card that carries it, and what its reader will see of that card. */
export type OutgoingPage = {
  readonly extract: Extract;
  readonly cards: readonly Uint8Array[];
  readonly shown: Extract;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly doc: Doc;
  /** In the reader's language, as the page is. */
  readonly words: Words;
};

/** The page of an extract in the reader's language: packed, read back, then put into words. Null until the language is here. */
export function useOutgoingPage(extract: Extract, spoken: Spoken | null): Latest<OutgoingPage> {
  const carry = useCallback(async () => {
    const { cards, shown, leftOut } = await packExtract(extract, linkRoom);
    return { extract, cards, shown, leftOut };
  }, [extract]);
  const carried = useLatest(carry);
  const value = useMemo(
    () =>
      carried.value && spoken
        ? {
            ...carried.value,
            doc: summarise(carried.value.shown, spoken.words, { today: carried.value.extract.made }),
            words: spoken.words,
          }
        : null,
    [carried.value, spoken],
  );
  return { ...carried, value };
}

/** True when nothing of the passport is on the page: only "not written here" would stand there. */
export function isBlank(extract: Extract): boolean {
  return extract.parts.every((part) => part.records.length === 0 && !part.none);
}
