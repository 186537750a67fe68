import { useT } from '#i18n/i18n.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { Problem } from '#ui/problem.tsx';
import { routes } from '#ui/routes.ts';
import styles from './app.module.css';

/** While the passport or the words are still on their way. */
export function Wait() {
  const t = useT();
  return <p className={styles['opening']}>{t('opening')}</p>;
}

export function NotFound() {
  const t = useT();
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <ButtonLink look="main" href={routes.home}>
        {t('notFound.home')}
      </ButtonLink>
    </Page>
  );
}

/** While someone helps: a page that only the person can use, and why. */
export function PersonOnly() {
  const t = useT();
  return (
    <Page title={t('helping.onlyTitle')}>
      <p>{t('helping.only')}</p>
      <ButtonLink look="main" href={routes.home}>
        {t('notFound.home')}
      </ButtonLink>
    </Page>
  );
}

/** Something is not on this device yet. Said in words of the first screen: the others may be what is missing. */
export function Missing() {
  const t = useT();
  return (
    <Page title={t('missing.title')}>
      <p>{t('missing.text')}</p>
      <Button look="main" onPress={() => window.location.reload()}>
        {t('missing.reload')}
      </Button>
    </Page>
  );
}

/** The passport could not be opened: why, and what can be done without losing anything. */
export function Refused({ problem, onFresh }: { problem: string; onFresh: () => void }) {
  const t = useT();
  if (problem === 'piece-missing') return <Missing />;
  return (
    <Page title={t('refused.title')}>
      <Problem title={t('problem:title')}>
        <p>{t(`problem:${problem}` as 'problem:store-refused')}</p>
      </Problem>
      <Button look="main" onPress={() => window.location.reload()}>
        {t('refused.again')}
      </Button>
      {(problem === 'store-damaged' || problem === 'store-key-missing') && (
        <>
          <Button onPress={onFresh}>{t('refused.fresh')}</Button>
          <p>{t('refused.freshHint')}</p>
        </>
      )}
    </Page>
  );
}
