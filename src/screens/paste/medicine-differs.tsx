import { useId } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { StandingMedicine } from '#passport/paste/compare-medicines.ts';
import { ChooseOne } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { MedicineWords } from './medicine-line.tsx';
import type { Choice, RowProps } from './medicine-row.ts';
import styles from './paste.module.css';

type Props = RowProps & { kind: 'differs' | 'over' | 'again'; standing: StandingMedicine; choice: Choice };

const choices = { differs: ['mine', 'list', 'both'], over: ['mine', 'list'], again: ['mine', 'both'] } as const;

/** A medicine that stands in the passport and says something else on the list: both are shown, and nothing changes by itself. */
export function MedicineDiffers({ row, kind, standing, choice, onChange }: Props) {
  const t = useT();
  const id = useId();
  const options = choices[kind].map((one) => ({
    id: one,
    label: t(`paste:beside.${kind}.${one}` as 'paste:beside.differs.mine'),
  }));
  return (
    <div className={styles['differs']}>
      <dl className={styles['both']}>
        <div>
          <dt>{t('paste:beside.mine')}</dt>
          <dd>
            <MedicineWords row={standing} />
          </dd>
        </div>
        <div>
          <dt>{t('paste:beside.list')}</dt>
          <dd>
            <MedicineWords row={row} />
          </dd>
        </div>
      </dl>
      <FieldGroup id={id} label={t('paste:beside.ask', { name: standing.name })}>
        <ChooseOne
          options={options}
          picked={choice}
          onPick={(picked) => onChange({ choice: choices[kind].find((one) => one === picked) ?? 'mine' })}
        />
      </FieldGroup>
    </div>
  );
}
