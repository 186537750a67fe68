import { useId } from 'react';
import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { Tick } from '#ui/choices.tsx';
import { Icon } from '#ui/icon.tsx';
import { OwnText } from '#views/own-text.tsx';
import { MedicineFields } from './medicine-fields.tsx';
import { type MedicineRow, type RowProps, wordsOfDose } from './medicine-row.ts';
import styles from './paste.module.css';

type Props = RowProps & {
  /** Its place in the list, from 1. */
  n: number;
  /** Whether it will be added. */
  isAdded: boolean;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  /** Puts it into the row above; null where there is none. */
  onJoin: (() => void) | null;
};

/** One medicine of the list as one line: what and how, and all its pieces one tap away. */
export function MedicineLine({ row, n, isAdded, isOpen, onOpen, onJoin, onChange }: Props) {
  const t = useT();
  const id = useId();
  const shown = [row.name, row.strength].filter(Boolean).join(' ');
  return (
    <>
      <div className={styles['row']} data-off={row.choice === 'leave' || undefined}>
        <Tick
          label={t('paste:medicines.add', { name: shown })}
          checked={isAdded}
          onToggle={(on) => onChange({ choice: on ? 'add' : 'leave' })}
        />
        <button
          type="button"
          className={styles['open']}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onOpen(!isOpen)}
        >
          <MedicineWords row={row} />
          <Icon name="next" />
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <fieldset className={styles['medicine']}>
            <legend className="visually-hidden">{t('paste:medicines.item', { n })}</legend>
            <MedicineFields row={row} onChange={onChange} />
            <div className={`${styles['whole']} ${styles['actions']}`}>
              <Button onPress={() => onOpen(false)}>{t('paste:medicines.close')}</Button>
              {onJoin && (
                <Button look="plain" onPress={onJoin}>
                  {t('paste:medicines.join')}
                </Button>
              )}
            </div>
          </fieldset>
        )}
      </div>
    </>
  );
}

/** A medicine's name and strength, then all of how it is taken: nothing is cut. */
export function MedicineWords({
  row,
}: {
  row: Pick<MedicineRow, 'name' | 'strength' | 'dose'> & Partial<MedicineRow>;
}) {
  const t = useT();
  const marks = [
    row.stopped === true && t('paste:medicines.isStopped'),
    row.asNeeded === true && row.stopped !== true && termWord(t, 'pattern', 'as_needed'),
  ].filter((one) => one !== false);
  const how = 'says' in row ? wordsOfDose(row as MedicineRow) : row.dose;
  const why = row.stopped === true ? (row.stoppedWhy ?? '') : '';
  return (
    <span className={styles['what']}>
      <span translate="no">
        <span className={styles['named']}>
          <OwnText text={[row.name, row.strength].filter(Boolean).join(' ') || '…'} />
        </span>
        {row.form && (
          <span>
            {' '}
            <OwnText text={row.form} />
          </span>
        )}
      </span>
      {[how, why].filter(Boolean).map((text) => (
        <span key={text} translate="no">
          <OwnText text={text} />
        </span>
      ))}
      {marks.length > 0 && <span className={styles['mark']}>{marks.join(' · ')}</span>}
    </span>
  );
}
