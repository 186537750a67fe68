import { useT } from '#i18n/i18n.ts';
import { Bar } from '#ui/bar.tsx';
import { routes } from '#ui/routes.ts';
import type { Route } from './route.ts';

type Props = { route: Route };

export function Navigation({ route }: Props) {
  const t = useT();
  const inPassport = ['passport', 'part', 'record', 'record-history', 'part-history', 'paste'].includes(route.to);
  const inShare = route.to === 'share' || route.to === 'share-with';
  const inMore = ['more', 'history', 'removed', 'pages', 'page', 'keep', 'keep-step', 'safety', 'lock'].includes(
    route.to,
  );
  return (
    <Bar
      label={t('nav.label')}
      items={[
        { href: routes.home, label: t('nav.home'), icon: 'home', current: route.to === 'home' },
        { href: routes.passport, label: t('nav.passport'), icon: 'passport', current: inPassport },
        { href: routes.share, label: t('nav.share'), icon: 'share', current: inShare },
        { href: routes.more, label: t('nav.more'), icon: 'more', current: inMore },
      ]}
      flare={{ href: routes.flare, label: t('nav.flare') }}
    />
  );
}
