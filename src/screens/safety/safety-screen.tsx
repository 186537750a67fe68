import { useT } from '#i18n/i18n.ts';
import type { Place } from '#store/place.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { CallList } from '#views/call-list.tsx';
import { CannotHide } from '#views/cannot-hide.tsx';
import { DiscreetChoice } from '#views/discreet-choice.tsx';

type Props = {
  session: Session;
  discreet: boolean;
  onDiscreet: (discreet: boolean) => void;
  place: Place;
};

/** Who could read this and what can be done about it, in one calm place. */
export function SafetyScreen({ session, discreet, onDiscreet, place }: Props) {
  const t = useT();
  const { hide } = useHiding();
  return (
    <Page back={{ href: routes.more, label: t('more.title') }} title={t('hide:title')}>
      <p>{t('hide:lede')}</p>
      <Rows>
        {!session.example && <RowLink href={routes.lock} title={t('hide:lock')} detail={t('hide:lockHint')} />}
        {session.writer.by === '' && (
          <RowLink href={routes.pages} title={t('hide:pages')} detail={t('hide:pagesHint')} />
        )}
        <RowLink href={routes.removed} title={t('hide:removed')} detail={t('hide:removedHint')} />
      </Rows>
      <Stretch title={t('hide:hide')}>
        <p>{t('hide.how')}</p>
        <p>{t('hide:back')}</p>
        {hide && (
          <Button icon="hide" onPress={hide}>
            {t('hide:tryIt')}
          </Button>
        )}
      </Stretch>
      <Stretch title={t('hide:discreet')}>
        <DiscreetChoice discreet={discreet} onDiscreet={onDiscreet} isInstalled={place === 'installed'} />
      </Stretch>
      <CannotHide level="h2" />
      <Stretch title={t('hide:help')}>
        <p>{t('hide:helpText')}</p>
        <p>{t('hide:notSent')}</p>
        <CallList place="safety" level="h3" />
      </Stretch>
    </Page>
  );
}
