import { useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { OpenPagesForm } from '#views/open-pages-form.tsx';

type Props = { pages: Pages };

/** Pages that have a passphrase of their own, shut. */
export function AskPassphrase({ pages }: Props) {
  const t = useT();
  return (
    <Page back={{ href: routes.safety, label: t('hide:title') }} title={t('pages:title')}>
      <OpenPagesForm open={pages.open} wait={pages.wait} />
    </Page>
  );
}
