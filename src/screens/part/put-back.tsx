import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Passport } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isPrivateField } from '#passport/private.ts';
import type { PutBack as Back, Difference, Version } from '#passport/versions.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { LineView } from '#views/line-view.tsx';
import styles from './history.module.css';
import { entryToLine, fieldInWords, whenInWords } from './version-words.ts';

type Props = {
  passport: Passport;
  part: Part;
  version: Version;
  back: Back;
  onYes: () => void;
  onNo: () => void;
};

/** Exactly what would change, before a whole record is put back as it was. */
export function PutBack({ passport, part, version, back, onYes, onNo }: Props) {
  const t = useT();
  const lang = useLang();
  const open = back.fields.filter(({ field }) => !isPrivateField(part, field));
  const hidden = back.fields.filter(({ field }) => isPrivateField(part, field));
  return (
    <Dialog title={t('part:putAllBackTitle', { when: whenInWords(t, version.last.at, lang) })} onClose={onNo}>
      <p>{t('part:putAllBackText')}</p>
      {back.bringsBack && <p>{t('part:putAllBackReturns')}</p>}
      {open.length > 0 && <Differences passport={passport} part={part} fields={open} />}
      {hidden.length > 0 && (
        <Disclosure summary={t('part:privateShort')}>
          <Differences passport={passport} part={part} fields={hidden} />
        </Disclosure>
      )}
      <Button look="main" onPress={onYes}>
        {t('part:putAllBackYes')}
      </Button>
      <Button onPress={onNo}>{t('part:putAllBackNo')}</Button>
    </Dialog>
  );
}

function Differences({ passport, part, fields }: { passport: Passport; part: Part; fields: readonly Difference[] }) {
  const t = useT();
  const words = useWords();
  return (
    <ul className={styles['fields']}>
      {fields.map(({ field, now, was }) => (
        <li key={field} className={styles['field']}>
          <span className={styles['name']}>{fieldInWords(t, words, part, field)}</span>
          {[
            { label: t('part:putAllBackNow'), line: entryToLine(t, words, passport, part, field, now) },
            { label: t('part:putAllBackThen'), line: entryToLine(t, words, passport, part, field, was) },
          ].map(({ label, line }) => (
            <p key={label}>
              <span className={styles['label']}>{`${label} `}</span>
              {line.length > 0 ? (
                <LineView line={line} />
              ) : (
                <span className={styles['quiet']}>{t('part:historyBlank')}</span>
              )}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
