import { useT } from '#i18n/i18n.ts';
import { IconButton } from '#ui/button.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { AllergyRow } from './allergy-row.tsx';
import { MedicineFields } from './medicine-fields.tsx';
import type { MedicineRow } from './medicine-row.ts';
import styles from './paste.module.css';

type Props = { rows: readonly MedicineRow[]; onChange: (rows: readonly MedicineRow[]) => void };

/** What was read of each line, every piece open to change, and each with a way out of the list. */
export function MedicineRows({ rows, onChange }: Props) {
  const t = useT();
  if (rows.length === 0) return <p>{t('paste:medicines.empty')}</p>;
  return (
    <MoreRows items={rows} size={50}>
      {(shown) => (
        <ol className={styles['medicines']}>
          {shown.map((row, at) => {
            const Fields = row.allergy && row.place !== 'medicines' ? AllergyRow : MedicineFields;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are only changed and removed, and hold no state of their own
              <li key={at}>
                <fieldset className={styles['medicine']}>
                  <legend className="visually-hidden">{t('paste:medicines.item', { n: at + 1 })}</legend>
                  <Fields
                    row={row}
                    onChange={(piece) => onChange(rows.map((one) => (one === row ? { ...row, ...piece } : one)))}
                  />
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
            );
          })}
        </ol>
      )}
    </MoreRows>
  );
}
