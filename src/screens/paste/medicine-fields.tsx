import { useId } from 'react';
import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { termWord, wordsOf } from '#i18n/words.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import type { RowProps } from './medicine-row.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';

const pieces = [
  { piece: 'name', words: 'paste:medicines.name', ltr: true },
  { piece: 'strength', words: 'paste:medicines.strength', ltr: true },
  { piece: 'dose', words: 'paste:medicines.dose', ltr: false },
] as const;
const stopping = [
  { piece: 'stoppedOn', words: 'paste:medicines.stoppedOn' },
  { piece: 'stoppedWhy', words: 'paste:medicines.stoppedWhy' },
] as const;

/** One medicine as it was read, and whether it is one from before. */
export function MedicineFields({ row, onChange }: RowProps) {
  const t = useT();
  const lang = useLang();
  const id = useId();
  return (
    <>
      {pieces.map(({ piece, words, ltr }) => (
        <div key={piece} className={styles[piece]}>
          <Field id={`${id}-${piece}`} label={t(words)}>
            <OwnTextInput
              id={`${id}-${piece}`}
              value={row[piece]}
              ltr={ltr}
              onType={(typed) => onChange({ [piece]: typed })}
            />
          </Field>
        </div>
      ))}
      {row.says !== '' && (
        <Field id={`${id}-says`} label={t('paste:medicines.says')}>
          <OwnTextInput id={`${id}-says`} value={row.says} onType={(says) => onChange({ says })} />
        </Field>
      )}
      {row.shown.map((piece) => (
        <Field key={piece} id={`${id}-${piece}`} label={wordsOf(t, lang).field('medicines', piece)}>
          <OwnTextInput id={`${id}-${piece}`} value={row[piece]} onType={(typed) => onChange({ [piece]: typed })} />
        </Field>
      ))}
      <div className={styles['whole']}>
        <ChooseMany
          options={[
            ...(row.stopped ? [] : [{ id: 'asNeeded', label: termWord(t, 'pattern', 'as_needed') }]),
            { id: 'stopped', label: t('paste:medicines.stopped') },
          ]}
          picked={new Set([row.asNeeded && 'asNeeded', row.stopped && 'stopped'].filter((one) => one !== false))}
          onToggle={(one, on) => onChange({ [one]: on })}
        />
      </div>
      {row.stopped &&
        stopping.map(({ piece, words }) => (
          <Field key={piece} id={`${id}-${piece}`} label={t(words)}>
            <OwnTextInput
              id={`${id}-${piece}`}
              value={piece === 'stoppedOn' ? dateToWords(row.stoppedOn, lang) : row.stoppedWhy}
              onType={(typed) => onChange({ [piece]: typed })}
            />
          </Field>
        ))}
      {row.asRead && row.line !== '' && (
        <div className={styles['whole']}>
          <p className={styles['quiet']}>{t('paste:medicines.asWritten')}</p>
          <PastedLineView text={row.line} />
        </div>
      )}
    </>
  );
}
