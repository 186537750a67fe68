import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { isNone, type Passport } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { LongLine } from './long-line.tsx';
import { partToDetail } from './record-words.ts';

type Props = {
  passport: Passport;
  parts: readonly Part[];
  label: string;
  /** The part that is open beside the list. */
  current?: string | undefined;
  /** Say what an empty part is for. */
  explain?: boolean;
};

/** Parts as rows: the name, and the person's own words under it; under a private one none. */
export function PartList({ passport, parts, label, current, explain = false }: Props) {
  const t = useT();
  const words = useWords();
  return (
    <Rows label={label}>
      {parts.map((part) => {
        const { name, empty } = partWords(t, part.id);
        const detail = partToDetail(passport, part, words);
        const saysNone = detail.length === 0 && isNone(passport, part);
        return (
          <RowLink
            key={part.id}
            href={routes.part(part.id)}
            title={name}
            detail={
              detail.length > 0 ? (
                <LongLine line={detail} brief />
              ) : saysNone ? (
                t('part:none')
              ) : explain ? (
                empty
              ) : undefined
            }
            current={part.id === current}
          />
        );
      })}
    </Rows>
  );
}
