import { useWords } from '#i18n/use-words.ts';
import type { PassportRecord } from '#passport/fold.ts';
import { underHeadings } from '#passport/headings.ts';
import type { ListHeading, Part } from '#passport/part.ts';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { LongLine } from '#views/long-line.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { recordToDetail } from '#views/record-words.ts';
import { Headings } from './headings.tsx';
import { RecordName } from './record-name.tsx';

type Props = { part: Part; records: readonly PassportRecord[] };

/** The records of a list under their headings, each a way to its page. */
export function RecordRows({ part, records }: Props) {
  return (
    <Headings part={part} headed={underHeadings(part, records)}>
      {(some, label, heading) => (
        <MoreRows items={some}>
          {(shown) => (
            <Rows label={label} whole>
              {shown.map((record) => (
                <RecordRow key={record.id} part={part} record={record} heading={heading} />
              ))}
            </Rows>
          )}
        </MoreRows>
      )}
    </Headings>
  );
}

type RowProps = { part: Part; record: PassportRecord; heading: ListHeading | null };

/** One record: what it is called, large, and what matters most of it under that. */
export function RecordRow({ part, record, heading }: RowProps) {
  const words = useWords();
  const detail = recordToDetail(part, record, words, heading);
  return (
    <RowLink
      href={routes.record(part.id, record.id)}
      title={<RecordName part={part} record={record} />}
      detail={detail.length > 0 && <LongLine line={detail} brief />}
    />
  );
}
