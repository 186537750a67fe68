import { createContext, useContext } from 'react';
import styles from './hide.module.css';
import { Icon } from './icon.tsx';

export type Hiding = {
  /** What the button says. */
  readonly label: string;
  /** Puts a neutral page in place of everything; null where nothing is the person's own. */
  readonly hide: (() => void) | null;
  /** The person chose a plain name and icon: titles and file names follow. */
  readonly discreet: boolean;
};

const Context = createContext<Hiding>({ label: '', hide: null, discreet: false });

/** Gives every screen inside it the way to hide. */
export const HideProvider = Context.Provider;

export function useHiding(): Hiding {
  return useContext(Context);
}

type Props = {
  /** Only the icon to see, where words would be too large to stand under it. */
  bare?: boolean;
};

/** One tap, and nothing of the person's is on the screen. Nothing where there is nothing to hide. */
export function HideButton({ bare = false }: Props) {
  const { label, hide } = useHiding();
  if (!hide) return null;
  return (
    <button
      type="button"
      className={styles['hide']}
      data-screen-only
      aria-label={bare ? label : undefined}
      onClick={hide}
    >
      <Icon name="hide" />
      {!bare && <span>{label}</span>}
    </button>
  );
}
