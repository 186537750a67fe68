import { useEffect, useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import type { Change } from '#passport/change.ts';
import { linkToName } from '#passport/extract.ts';
import { type Choice, isEmptyValue, readValue, type Value } from '#passport/field.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { valueToLine } from '#passport/summary/value-to-line.ts';
import type { Session } from '#store/session.ts';
import { type Editor, useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { LineView } from '#views/line-view.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import styles from './history.module.css';

type Props = { session: Session; part: Part; recordId: string };

/** Who wrote what in one record, and when, latest first; any earlier words can be put back. */
export function HistoryScreen({ session, part, recordId }: Props) {
  const t = useT();
  const words = useWords();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  const record = recordOf(passport, part.id, recordId);
  const title = part.many ? recordToTitle(part, record, words) : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the record changed
  useEffect(() => {
    let current = true;
    void session.store.history(part.id, recordId).then((found) => {
      if (current) setChanges(found);
    });
    return () => {
      current = false;
    };
  }, [session.store, part.id, recordId, record]);

  return (
    <Page
      back={{
        href: part.many ? routes.record(part.id, recordId) : routes.part(part.id),
        label: partWords(t, part.id).name,
      }}
      end={<SavingStatus saving={editor.saving} />}
      title={title.length > 0 ? <LineView line={title} /> : t('part:historyTitle')}
      under={title.length > 0 ? t('part:historyTitle') : undefined}
    >
      <SavingProblem saving={editor.saving} />
      {changes?.length === 0 && <p>{t('part:historyEmpty')}</p>}
      {changes &&
        [...changes]
          .reverse()
          .map((change) => (
            <ChangeView key={change.id} passport={passport} change={change} part={part} editor={editor} />
          ))}
    </Page>
  );
}

function ChangeView({
  passport,
  change,
  part,
  editor,
}: {
  passport: Passport;
  change: Change;
  part: Part;
  editor: Editor;
}) {
  const t = useT();
  const lang = useLang();
  const date = dateToWords(dayOf(new Date(change.at)), lang);
  return (
    <Stretch tight title={`${date}, ${change.by || t('part:historyYou')}`}>
      {change.removed !== undefined && <p>{change.removed ? t('part:historyRemoved') : t('part:historyBack')}</p>}
      <ul className={styles['fields']}>
        {Object.entries(change.set ?? {}).map(([field, value]) => (
          <FieldView
            passport={passport}
            key={field}
            change={change}
            part={part}
            field={field}
            value={value}
            date={date}
            editor={editor}
          />
        ))}
      </ul>
    </Stretch>
  );
}

type FieldProps = {
  passport: Passport;
  change: Change;
  part: Part;
  field: string;
  value: Value | null;
  date: string;
  editor: Editor;
};

function FieldView({ passport, change, part, field, value, date, editor }: FieldProps) {
  const t = useT();
  const words = useWords();
  const known = fieldOf(part, field);
  if (!known) return <li>{t('part:historyUnknown')}</li>;
  if (known.silent || known.private) return null;
  const name = words.field(part.id, field);
  const written = readValue(known.kind, value);
  const read =
    known.kind === 'link' && written !== null ? linkToName(passport, known, written as Choice, new Set()) : written;
  const isCurrent = recordOf(passport, part.id, change.record)?.entries[field]?.id === change.id;
  if (isEmptyValue(read) || read === null) return <li>{t('part:historyCleared', { field: name })}</li>;
  return (
    <li className={styles['field']}>
      <span>
        <span className={styles['name']}>{name}</span>
        <LineView line={valueToLine(known, { value: read, lang: change.lang }, words)} />
      </span>
      {!isCurrent && (
        <span className={styles['back']}>
          <Button
            look="plain"
            label={t('part:putBackLabel', { field: name, date })}
            onPress={() =>
              void editor.edit([{ part: part.id, record: change.record, set: { [field]: written } }], change.lang)
            }
          >
            {t('part:putBack')}
          </Button>
        </span>
      )}
    </li>
  );
}
