import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { isEmptyValue } from '#passport/field.ts';
import { type Entry, type Passport, recordOf } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { type FieldChange, isSameValue, type Version } from '#passport/versions.ts';
import { Button } from '#ui/button.tsx';
import { LongLine } from '#views/long-line.tsx';
import styles from './history.module.css';
import { entryToLine, fieldInWords, whenInWords } from './version-words.ts';

type Props = {
  passport: Passport;
  part: Part;
  version: Version;
  /** Long words are cut after three lines. */
  brief?: boolean;
  /** Offered beside every value that no longer stands. */
  onPutBack?: (field: string, entry: Entry) => void;
};

// what their names say is all there is to say
const byName: ReadonlySet<string> = new Set(['checked', 'order']);

/** What one version changed: for each field what it was before and what it became, in words. */
export function VersionView({ passport, part, version, brief = false, onPutBack }: Props) {
  const t = useT();
  return (
    <>
      {version.removals.map((removed, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: known by its place in the order it was done
        <p key={place}>{removed ? t('part:historyRemoved') : t('part:historyBack')}</p>
      ))}
      {version.fields.length > 0 && (
        <ul className={styles['fields']} data-brief={brief || undefined}>
          {version.fields.map((change) => (
            <FieldView
              key={change.field}
              passport={passport}
              part={part}
              record={version.record}
              change={change}
              onPutBack={onPutBack}
              brief={brief}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type FieldProps = {
  passport: Passport;
  part: Part;
  record: string;
  change: FieldChange;
  onPutBack: ((field: string, entry: Entry) => void) | undefined;
  brief: boolean;
};

function FieldView({ passport, part, record, change, onPutBack, brief }: FieldProps) {
  const t = useT();
  const words = useWords();
  const lang = useLang();
  const { field, before, wrote } = change;
  const name = fieldInWords(t, words, part, field);
  if (byName.has(field) || !fieldOf(part, field)) return <li className={styles['field']}>{name}</li>;
  const wasBlank = isEmptyValue(before?.value);
  const current = recordOf(passport, part.id, record)?.entries[field];
  const labelOf = (place: number) => {
    if (place > 0) return t('part:historyThen');
    if (!wasBlank) return t('part:historyAfter');
    return wrote.length > 1 ? t('part:historyFirst') : null;
  };
  const draw = (entry: Entry, label: string | null, isLast: boolean) => {
    const line = entryToLine(t, words, passport, part, field, entry);
    const canReturn = onPutBack && !isLast && line.length > 0 && !isSameValue(entry, current);
    return (
      <div key={entry.id} className={styles['value']}>
        <p>
          {label !== null && <span className={styles['label']}>{`${label} `}</span>}
          {line.length > 0 ? (
            <LongLine line={line} brief={brief} />
          ) : (
            <span className={styles['quiet']}>{t('part:historyBlank')}</span>
          )}
        </p>
        {canReturn && (
          <span>
            <Button
              look="plain"
              label={t('part:putBackLabel', { field: name, date: whenInWords(t, entry.at, lang) })}
              onPress={() => onPutBack(field, entry)}
            >
              {t('part:putBack')}
            </Button>
          </span>
        )}
      </div>
    );
  };
  return (
    <li className={styles['field']}>
      <span className={styles['name']}>{name}</span>
      {before && !wasBlank && draw(before, t('part:historyBefore'), false)}
      {wrote.map((entry, place) => draw(entry, labelOf(place), place === wrote.length - 1))}
    </li>
  );
}
