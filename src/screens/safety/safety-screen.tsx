import { useT } from '#i18n/i18n.ts';
import type { Place } from '#store/place.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { CannotHide } from '#views/cannot-hide.tsx';
import { DiscreetChoice } from '#views/discreet-choice.tsx';
import { helpLines } from './help-lines.ts';
import styles from './safety.module.css';

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
        {helpLines.map(({ country, lines }) => (
          <section key={country} className={styles['country']}>
            <h3>{t(`hide:countries.${country}`)}</h3>
            <ul className={styles['calls']}>
              {lines.map(({ id, phone }) => (
                <li key={id}>
                  <a className={styles['call']} href={`tel:${phone.replaceAll(' ', '')}`}>
                    <bdi dir="ltr">{phone}</bdi>
                  </a>
                  <span>{t(`hide:lines.${country}.${id}` as 'hide:lines.GB.abuse')}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Stretch>
    </Page>
  );
}
