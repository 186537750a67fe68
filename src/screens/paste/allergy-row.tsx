import { useId } from 'react';
import { useT } from '#i18n/i18n.ts';
import { ChooseOne } from '#ui/choices.tsx';
import { Field, FieldGroup } from '#ui/field.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import type { RowProps } from './medicine-row.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';

/** A line that looks like an allergy: added nowhere until the person says where it belongs. */
export function AllergyRow({ row, onChange }: RowProps) {
  const t = useT();
  const id = useId();
  const places = [
    { id: 'allergies', label: t('paste:medicines.toAllergies') },
    { id: 'medicines', label: t('paste:medicines.toMedicines') },
  ];
  return (
    <div className={`${styles['whole']} ${styles['allergy']}`}>
      <PastedLineView text={row.line || row.name} />
      <FieldGroup id={`${id}-place`} label={t('paste:medicines.allergy')} hint={t('paste:medicines.allergyHint')}>
        <ChooseOne
          options={places}
          picked={row.place}
          onPick={(place) => onChange({ place: place === 'medicines' ? 'medicines' : 'allergies' })}
        />
      </FieldGroup>
      {row.place === 'allergies' && (
        <Field id={`${id}-name`} label={t('paste:medicines.substance')}>
          <OwnTextInput id={`${id}-name`} value={row.name} ltr onType={(name) => onChange({ name })} />
        </Field>
      )}
    </div>
  );
}
