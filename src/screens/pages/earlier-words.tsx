import { useEffect, useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Change } from '#passport/change.ts';
import type { Field, Value } from '#passport/field.ts';
import { isEmptyValue, readValue } from '#passport/field.ts';
import type { PassportRecord } from '#passport/fold.ts';
import { fieldOf } from '#passport/part.ts';
import { pages as part } from '#passport/parts/pages.ts';
import { valueToLines } from '#passport/summary/value-to-line.ts';
import type { Session } from '#store/session.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { LongLine } from '#views/long-line.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import styles from './pages.module.css';

type Props = { session: Session; record: PassportRecord; editor: Editor };

type Earlier = { readonly change: Change; readonly id: string; readonly field: Field; readonly value: Value | null };

/** What stood on a page before, latest first; any of it can be put back. */
export function EarlierWords({ session, record, editor }: Props) {
  const t = useT();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  useEffect(() => {
    let current = true;
    session.store.history(part.id, record.id).then(
      (found) => {
        if (current) setChanges(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session.store, record]);

  const earlier = [...changes].reverse().flatMap((change) =>
    Object.entries(change.set ?? {}).flatMap(([id, written]): readonly Earlier[] => {
      const field = fieldOf(part, id);
      const stands = record.entries[id]?.id === change.id;
      return field && !field.silent && !stands ? [{ change, id, field, value: readValue(field.kind, written) }] : [];
    }),
  );
  return (
    <Disclosure summary={t('pages:page.earlier')}>
      {earlier.length === 0 ? (
        <p>{t('pages:page.earlierNone')}</p>
      ) : (
        <MoreRows items={earlier} size={20}>
          {(shown) => (
            <ul className={styles['before']}>
              {shown.map((one) => (
                <EarlierView key={`${one.change.id}/${one.id}`} earlier={one} editor={editor} />
              ))}
            </ul>
          )}
        </MoreRows>
      )}
    </Disclosure>
  );
}

function EarlierView({ earlier: { change, id, field, value }, editor }: { earlier: Earlier; editor: Editor }) {
  const t = useT();
  const lang = useLang();
  const words = useWords();
  const date = dateToWords(dayOf(new Date(change.at)), lang);
  const name = words.field(part.id, id);
  const isBlank = value === null || isEmptyValue(value);
  const lines = value === null || isBlank ? [] : valueToLines(field, { value, lang: change.lang }, words);
  return (
    <li className={styles['words']}>
      <span className={styles['name']}>
        {t('pages:page.before', { date, name: isBlank ? t('pages:page.cleared', { field: name }) : name })}
      </span>
      <MoreRows items={lines}>
        {(shown) => (
          <span className={styles['words']}>
            {shown.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
              <span key={at}>
                <LongLine line={line} />
              </span>
            ))}
          </span>
        )}
      </MoreRows>
      {!isBlank && (
        <Button
          look="plain"
          label={t('pages:page.putBackLabel', { field: name, date })}
          onPress={() =>
            void editor.edit([{ part: part.id, record: change.record, set: { [id]: value } }], change.lang)
          }
        >
          {t('pages:page.putBack')}
        </Button>
      )}
    </li>
  );
}
