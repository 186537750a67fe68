import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import type { PassportRecord } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { lineToSigns } from '#passport/signs.ts';
import { LongLine } from '#views/long-line.tsx';
import { recordToName } from '#views/record-words.ts';

type Props = { part: Part; record: PassportRecord };

/** What a record of a list is called, or that it has no name yet. */
export function RecordName({ part, record }: Props) {
  const t = useT();
  const line = recordToName(part, record, useWords());
  return line.length > 0 ? <LongLine line={line} brief /> : t('part:unnamed');
}

/** The same where only text can stand. */
export function useNameAsText(part: Part): (record: PassportRecord) => string {
  const t = useT();
  const words = useWords();
  return (record) => lineToSigns(recordToName(part, record, words)) || t('part:unnamed');
}
