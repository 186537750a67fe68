import { useT } from '#i18n/i18n.ts';
import { Icon } from '#ui/icon.tsx';
import { routes } from '#ui/routes.ts';
import styles from './flare-link.module.css';

/** The way to a flare on screens without the bottom bar. */
export function FlareLink() {
  const t = useT();
  return (
    <a className={styles['flare']} href={routes.flare}>
      <Icon name="flare" />
      <span>{t('nav.flare')}</span>
    </a>
  );
}
