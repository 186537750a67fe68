import { useT } from '#i18n/i18n.ts';
import { HideButton } from '#ui/hide.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './corner.module.css';

/** The way out of the flare, and, in the corner as on every screen, the way to hide. */
export function Corner({ href }: { href: string }) {
  const t = useT();
  return (
    <span className={styles['corner']}>
      <a href={href} aria-label={t('flare:close')}>
        <Icon name="close" />
      </a>
      <HideButton bare />
    </span>
  );
}
