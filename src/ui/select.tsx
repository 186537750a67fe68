import { useId } from 'react';
import type { Option } from './choices.tsx';
import styles from './select.module.css';

type Props = {
  label: string;
  options: readonly Option[];
  picked: string;
  onPick: (id: string) => void;
};

/** A short list folded into one line, with its label before it: for a setting that is seldom touched. */
export function Select({ label, options, picked, onPick }: Props) {
  const id = useId();
  return (
    <div className={styles['line']}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['box']}>
        <select id={id} className={styles['select']} value={picked} onChange={(event) => onPick(event.target.value)}>
          {options.map((option) => (
            <option key={option.id} value={option.id} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
