import { useCallback } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import { useBackups } from '#store/use-backups.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CopyText } from '#ui/copy-text.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { useLatest } from '#ui/use-latest.ts';
import { usePlace } from '#ui/use-place.ts';
import { CodeView } from '#views/code-view.tsx';
import { isLocalAddress, publicAddress } from '#views/public-address.ts';
import { WalkPage } from '#views/walk-page.tsx';
import { CheckWord } from './check-word.tsx';
import styles from './keep.module.css';
import { PagesNote } from './pages-note.tsx';

type Place = 'one' | 'two' | 'three' | 'differs' | 'four';

const steps = 4;

/** To a new phone in four steps: back up here, open there, see that both are the same, and only then remove here. */
export function MovePage({ session }: { session: Session }) {
  const t = useT();
  const { notes, since, isPagesMissing } = useBackups(session);
  const { place, go, back } = usePlace<Place>('one', () => true);
  const isBackedUp = notes?.last != null && since === 0 && !isPagesMissing;

  switch (place) {
    case 'two':
      return (
        <WalkPage key={place} title={t('keep:move.two')} step={[2, steps]} onBack={back}>
          <p>{t('keep:move.twoText')}</p>
          <Address />
          <p>{t('keep:move.twoThen', { saved: t('welcome.restore') })}</p>
          <p>{t('keep:move.twoFile')}</p>
          <Button look="main" onPress={() => go('three')}>
            {t('keep:next')}
          </Button>
        </WalkPage>
      );
    case 'three':
      return (
        <WalkPage key={place} title={t('keep:move.three')} step={[3, steps]} onBack={back}>
          <p>{t('keep:move.threeText', { keep: t('keep:title') })}</p>
          <CheckWord session={session} />
          <Stretch>
            <Button look="main" onPress={() => go('four')}>
              {t('keep:move.same')}
            </Button>
            <Button onPress={() => go('differs')}>{t('keep:move.differs')}</Button>
          </Stretch>
        </WalkPage>
      );
    case 'differs':
      return (
        <WalkPage key={place} title={t('keep:move.differsTitle')} step={[3, steps]} onBack={back}>
          <p>{t('keep:move.differsText')}</p>
          <ButtonLink look="main" href={routes.keepStep('backup')}>
            {t('keep:ways.backup')}
          </ButtonLink>
        </WalkPage>
      );
    case 'four':
      return (
        <WalkPage key={place} title={t('keep:move.four')} step={[4, steps]} onBack={back}>
          <p>{t('keep:move.fourText')}</p>
          {isPagesMissing && <PagesNote />}
          <Stretch>
            <ButtonLink look="main" href={routes.keep}>
              {t('keep:move.fourLater')}
            </ButtonLink>
            <ButtonLink href={routes.more}>{t('keep:move.fourGo', { erase: t('more.erase') })}</ButtonLink>
          </Stretch>
        </WalkPage>
      );
    default:
      return (
        <Page
          key={place}
          back={{ href: routes.keep, label: t('keep:title') }}
          title={t('keep:move.title')}
          under={t('step', { step: 1, steps })}
        >
          <h2>{t('keep:move.one')}</h2>
          <p>{t('keep:move.oneText')}</p>
          {isBackedUp && <p>{t('keep:move.oneDone')}</p>}
          {since > 0 && <p>{t('keep:move.oneSince', { count: since })}</p>}
          {isPagesMissing && <PagesNote />}
          <Stretch>
            {isBackedUp ? (
              <Button look="main" onPress={() => go('two')}>
                {t('keep:next')}
              </Button>
            ) : (
              <>
                <ButtonLink look="main" icon="download" href={routes.keepStep('backup')}>
                  {t('keep:ways.backup')}
                </ButtonLink>
                <Button look="plain" onPress={() => go('two')}>
                  {t('keep:move.oneSkip')}
                </Button>
              </>
            )}
          </Stretch>
        </Page>
      );
  }
}

/** Where the app is, as text to copy and as a code for the new phone's camera. */
function Address() {
  const t = useT();
  const words = {
    copy: t('keep:move.copy'),
    copied: t('keep:trusted.copied'),
    refused: t('keep:trusted.copyRefused'),
  };
  if (isLocalAddress) return <p>{t('keep:move.local')}</p>;
  return (
    <>
      <CopyText label={t('keep:move.address')} text={publicAddress} dir="ltr" words={words} short />
      <Disclosure summary={t('keep:move.code')}>
        <Code />
      </Disclosure>
    </>
  );
}

function Code() {
  const t = useT();
  const draw = useCallback(async () => {
    const { addressToQr, qrToPath } = await import('#exchange/qr/qr.ts');
    return qrToPath(addressToQr(`${publicAddress}#`));
  }, []);
  const { value } = useLatest(draw);
  return (
    <div className={styles['code']}>
      {value && <CodeView size={value.size} d={value.d} label={t('keep:move.codeLabel')} />}
    </div>
  );
}
