import { useT } from '#i18n/i18n.ts';
import type { Contact } from '#passport/field.ts';
import { routes } from '#ui/routes.ts';
import { contactToCalls } from './contact-calls.ts';
import styles from './flare.module.css';
import type { PlanAt } from './use-plan.ts';

/** A button in words. */
export function TextButton({ children, onPress }: { children: string; onPress: () => void }) {
  return (
    <button type="button" className={styles['text']} onClick={onPress}>
      {children}
    </button>
  );
}

/** A call to the first of the person's own people who can be rung. */
export function Caller({ contacts }: { contacts: readonly Contact[] }) {
  const t = useT();
  const [caller] = contacts.flatMap(contactToCalls);
  if (!caller) return null;
  return (
    <a className={styles['text']} href={caller.href}>
      {t('flare:call', { name: caller.name })}
    </a>
  );
}

type Props = {
  at: PlanAt;
  /** The passport is open, and has no steps in it. */
  isUnwritten: boolean;
  takeOwn: (() => void) | null;
};

/** Why these are not the person's own steps, and the way to those. */
export function WayToOwn({ at, isUnwritten, takeOwn }: Props) {
  const t = useT();
  if (takeOwn) return <TextButton onPress={takeOwn}>{t('flare:own')}</TextButton>;
  if (isUnwritten) {
    return (
      <a className={styles['text']} href={routes.part('flare')}>
        {t('flare:write')}
      </a>
    );
  }
  if (at === 'locked') {
    return (
      <>
        <p>{t('flare:locked')}</p>
        <a className={styles['text']} href={routes.unlockFlare}>
          {t('flare:unlock')}
        </a>
      </>
    );
  }
  return at === 'none' ? null : <p role="status">{t(`flare:${at}`)}</p>;
}
