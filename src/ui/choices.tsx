import { useId, useRef } from 'react';
import styles from './choices.module.css';

export type Option = { readonly id: string; readonly label: string; readonly detail?: string; readonly lang?: string };

type OneProps = {
  options: readonly Option[];
  /** The picked option; null when none is. */
  picked: string | null;
  onPick: (id: string) => void;
  /** Chosen for good: tapped, or Space or Enter pressed. The arrow keys only pick. */
  onChosen?: (id: string) => void;
};

/** Big rows, one real radio each. Inside a FieldGroup. */
export function ChooseOne({ options, picked, onPick, onChosen }: OneProps) {
  const name = useId();
  const isMoving = useRef(false);
  return (
    <div className={styles['choices']}>
      {options.map((option) => (
        <label key={option.id} className={styles['choice']}>
          <input
            type="radio"
            name={name}
            checked={picked === option.id}
            onChange={() => onPick(option.id)}
            onKeyDown={({ key }) => {
              isMoving.current = key.startsWith('Arrow');
              if (key === 'Enter' && picked === option.id) onChosen?.(option.id);
            }}
            onKeyUp={() => {
              isMoving.current = false;
            }}
            onClick={() => {
              if (!isMoving.current) onChosen?.(option.id);
            }}
          />
          <Words option={option} />
        </label>
      ))}
    </div>
  );
}

type ManyProps = {
  options: readonly Option[];
  picked: ReadonlySet<string>;
  onToggle: (id: string, on: boolean) => void;
};

/** Big rows, one real checkbox each. Inside a FieldGroup. */
export function ChooseMany({ options, picked, onToggle }: ManyProps) {
  return (
    <div className={styles['choices']}>
      {options.map((option) => (
        <label key={option.id} className={styles['choice']}>
          <input
            type="checkbox"
            checked={picked.has(option.id)}
            onChange={(event) => onToggle(option.id, event.target.checked)}
          />
          <Words option={option} />
        </label>
      ))}
    </div>
  );
}

type TickProps = { label: string; checked: boolean; onToggle: (on: boolean) => void };

/** One checkbox with room for a thumb, beside words that stand elsewhere; `label` is its name. */
export function Tick({ label, checked, onToggle }: TickProps) {
  return (
    <label className={`${styles['choice']} ${styles['tick']}`}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={label}
        onChange={(event) => onToggle(event.target.checked)}
      />
    </label>
  );
}

function Words({ option }: { option: Option }) {
  return (
    <span className={styles['words']}>
      <span lang={option.lang}>{option.label}</span>
      {option.detail && <span className={styles['detail']}>{option.detail}</span>}
    </span>
  );
}
