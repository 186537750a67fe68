import { useMemo } from 'react';
import { useT } from '#i18n/i18n.ts';
import { medicines } from '#passport/parts/medicines.ts';
import type { Edit } from '#passport/write.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { AlikeNote, NotOnList } from './beside-notes.tsx';
import { LeftOut } from './left-out.tsx';
import { isAllergyRow, isUnplaced, lineToRow, type MedicineRow } from './medicine-row.ts';
import { MedicineRows } from './medicine-rows.tsx';
import styles from './paste.module.css';
import type { Compared } from './rows-beside.ts';

type Props = {
  listed: string;
  today: string;
  compared: Compared;
  edits: readonly Edit[];
  /** Medicines stand in the passport already. */
  isBeside: boolean;
  saving: Saving;
  onChange: (rows: readonly MedicineRow[]) => void;
  onSave: () => void;
  onAgain: () => void;
  onDone: () => void;
};

/** Everything that was read, to be put right; nothing is added until the person says so. */
export function CheckPage(props: Props) {
  const { listed, today, compared, edits, isBeside, saving, onChange, onSave, onAgain, onDone } = props;
  const t = useT();
  const rows = useMemo(() => compared.rows.map(({ row }) => row), [compared]);
  const isMixed =
    edits.some(({ part }) => part !== medicines.id) || compared.rows.some(({ row }) => row.choice === 'list');
  const isWaiting = rows.some(isUnplaced);
  return (
    <Page
      key="check"
      back={{ href: routes.part(medicines.id), label: t('paste:medicines.back') }}
      end={<SavingStatus saving={saving} />}
      title={t('paste:medicines.check')}
      under={t(isBeside ? 'paste:beside.hint' : 'paste:medicines.checkHint')}
    >
      <SavingProblem saving={saving} />
      <AlikeNote alike={compared.alike} />
      <MedicineRows rows={compared.rows} isBeside={isBeside} onChange={onChange} />
      <NotOnList notOnList={compared.notOnList} />
      <LeftOut text={listed} today={today} rows={rows} onBring={(line) => onChange([...rows, lineToRow(line)])} />
      <div className={styles['actions']}>
        {edits.length > 0 && (
          <Button look="main" onPress={onSave}>
            {t(isMixed || rows.some(isAllergyRow) ? 'paste:medicines.saveBoth' : 'paste:medicines.save', {
              count: edits.length,
            })}
          </Button>
        )}
        {edits.length === 0 && rows.length > 0 && !isWaiting && (
          <>
            <p>{t('paste:beside.nothing')}</p>
            <ButtonLink look="main" href={routes.part(medicines.id)}>
              {t('paste:medicines.see')}
            </ButtonLink>
            <Button onPress={onDone}>{t('paste:beside.clear')}</Button>
          </>
        )}
        <Button onPress={onAgain}>{t('paste:medicines.again')}</Button>
      </div>
    </Page>
  );
}
