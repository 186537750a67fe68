import type { Option } from './choices.tsx';
import select from './select.module.css';
import styles from './text-input.module.css';

type Props = {
  id: string;
  options: readonly Option[];
  /** The picked option; '' when none is. */
  picked: string;
  /** What stands there while nothing is picked, and lets a pick be taken back. */
  blank: string;
  onPick: (id: string) => void;
  describedBy?: string | undefined;
};

/** The device's own list, for more choices than a person would want to read down. Inside a Field. */
export function PickList({ id, options, picked, blank, onPick, describedBy }: Props) {
  return (
    <span className={select['box']} data-wide>
      <select
        id={id}
        className={styles['input']}
        value={picked}
        onChange={(event) => onPick(event.target.value)}
        aria-describedby={describedBy}
        autoComplete="off"
      >
        <option value="">{blank}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
