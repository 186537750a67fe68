import { useT } from '#i18n/i18n.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';

/** What anyone sees of an address that leads nowhere: it does not say that there is something private. */
export function NotHere() {
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
