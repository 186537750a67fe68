import type { ReactNode } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

type Look = 'main' | 'line' | 'plain' | 'warm';

type Common = { children: ReactNode; look?: Look; icon?: IconName };

type ButtonProps = Common & {
  onPress: () => void;
  disabled?: boolean;
  /** For a button whose words alone do not say what it acts on. */
  label?: string;
  pressed?: boolean;
  type?: 'button' | 'submit';
};

export function Button({
  children,
  look = 'line',
  icon,
  onPress,
  disabled,
  label,
  pressed,
  type = 'button',
}: ButtonProps) {
  return (
    <button
      type={type}
      className={styles['button']}
      data-look={look}
      data-icon={icon}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

type LinkProps = Common & { href: string; download?: string };

export function ButtonLink({ children, look = 'line', icon, href, download }: LinkProps) {
  return (
    <a className={styles['button']} data-look={look} data-icon={icon} href={href} download={download}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

type IconButtonProps = { icon: IconName; label: string; onPress: () => void; disabled?: boolean; id?: string };

/** A square button with only an icon to see; `label` is its name. */
export function IconButton({ icon, label, onPress, disabled, id }: IconButtonProps) {
  return (
    <button
      id={id}
      type="button"
      className={styles['icon']}
      aria-label={label}
      title={label}
      onClick={onPress}
      disabled={disabled}
    >
      <Icon name={icon} />
    </button>
  );
}
