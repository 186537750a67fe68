import { useId } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { MedicineLine } from '#passport/paste/medicine-lines.ts';
import { IconButton } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { TextInput } from '#ui/text-input.tsx';
import styles from './paste.module.css';

type Props = { rows: readonly MedicineLine[]; onChange: (rows: readonly MedicineLine[]) => void };

const pieces = [
  { piece: 'name', words: 'paste:medicines.name', ltr: true },
  { piece: 'strength', words: 'paste:medicines.strength', ltr: true },
  { piece: 'rest', words: 'paste:medicines.dose', ltr: false },
] as const;

/** What was read of each line, every piece open to change, and each with a way out of the list. */
export function MedicineRows({ rows, onChange }: Props) {
  const t = useT();
  const id = useId();
  if (rows.length === 0) return <p>{t('paste:medicines.empty')}</p>;
  return (
    <ol className={styles['medicines']}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only changed and removed, and hold no state of their own
        <li key={at}>
          <fieldset className={styles['medicine']}>
            <legend className="visually-hidden">{t('paste:medicines.item', { n: at + 1 })}</legend>
            {pieces.map(({ piece, words, ltr }) => (
              <div key={piece} className={styles[piece]}>
                <Field id={`${id}-${at}-${piece}`} label={t(words)}>
                  <TextInput
                    id={`${id}-${at}-${piece}`}
                    value={row[piece]}
                    ltr={ltr}
                    onType={(typed) => onChange(rows.map((one) => (one === row ? { ...row, [piece]: typed } : one)))}
                  />
                </Field>
              </div>
            ))}
            <div className={styles['remove']}>
              <IconButton
                icon="remove"
                label={t('paste:medicines.remove', { name: row.name })}
                onPress={() => {
                  onChange(rows.filter((one) => one !== row));
                  document.querySelector('h1')?.focus();
                }}
              />
            </div>
          </fieldset>
        </li>
      ))}
    </ol>
  );
}
