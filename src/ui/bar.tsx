import styles from './bar.module.css';
import { Icon, type IconName } from './icon.tsx';

export type BarItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
};

type Props = {
  label: string;
  /** Two on each side of the flare button. */
  items: readonly [BarItem, BarItem, BarItem, BarItem];
  flare: { readonly href: string; readonly label: string };
};

/** The bottom bar: four places, and the flare button within reach of either thumb. */
export function Bar({ label, items: [a, b, c, d], flare }: Props) {
  return (
    <nav className={styles['bar']} aria-label={label} data-screen-only>
      <Item {...a} />
      <Item {...b} />
      <a className={styles['flare']} href={flare.href}>
        <Icon name="flare" />
        <span>{flare.label}</span>
      </a>
      <Item {...c} />
      <Item {...d} />
    </nav>
  );
}

function Item({ href, label, icon, current }: BarItem) {
  return (
    <a className={styles['item']} href={href} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
    </a>
  );
}
