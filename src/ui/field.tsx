import type { ReactNode } from 'react';
import styles from './field.module.css';

type Props = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
};

/** Label above, hint under the label, error above the field. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div className={styles['field']} data-error={error ? true : undefined}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <Hints id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** The same around a group of choices. */
export function FieldGroup({ id, label, hint, error, children }: Props) {
  return (
    <fieldset className={styles['field']} aria-describedby={describedBy(id, hint, error)}>
      <legend className={styles['label']}>{label}</legend>
      <Hints id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

function Hints({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles['error']}>
          {error}
        </p>
      )}
    </>
  );
}

/** Ids of the hint and error that stand, for `aria-describedby`. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
