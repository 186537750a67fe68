import styles from './suggestions.module.css';

type Props = {
  label: string;
  items: readonly { readonly name: string; readonly also?: string }[];
  onPick: (name: string) => void;
};

/** Words offered under a text box: plain buttons, reached by thumb or Tab, never put in by themselves. */
export function Suggestions({ label, items, onPick }: Props) {
  if (items.length === 0) return null;
  return (
    <ul className={styles['suggestions']} aria-label={label}>
      {items.map(({ name, also }) => (
        <li key={name}>
          {/* The box keeps the focus: leaving it would save the half word and take the offers from under the finger. */}
          <button
            type="button"
            className={styles['offer']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(name)}
          >
            <bdi>{name}</bdi>
            {also && (
              <span className={styles['also']}>
                <bdi>{also}</bdi>
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
