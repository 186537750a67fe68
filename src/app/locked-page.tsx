import { Suspense, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import type { Locked, Opened } from '#store/opened.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { useBack } from '#ui/use-back.ts';
import { FlareLink } from '#views/flare-link.tsx';
import { SecretForm, type SecretWay } from '#views/secret-form.tsx';
import { lazily } from './lazily.ts';
import { StartAgain } from './start-again.tsx';
import { useUnlock } from './use-unlock.ts';
import { Wait } from './without-passport.tsx';

const EmergencyCard = lazily(() => import('./emergency-card.tsx'), 'EmergencyCard');

type Props = {
  locked: Locked;
  /** It opened, or what lies behind the lock cannot be opened for another reason. */
  onOpened: (opened: Opened) => void | Promise<void>;
  /** What was locked here is gone: begin again. */
  onErased: () => void;
  world: World;
};

/** In place of every screen while it is locked: the box, the other ways in, and what the person left outside the lock. */
export function LockedPage({ locked, onOpened, onErased, world }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  const name = discreet ? t('hide.name') : t('name');
  const { state, open } = locked;
  const isPin = state.kind === 'pin';
  const [way, setWay] = useState<SecretWay>(isPin ? 'pin' : 'passphrase');
  const [isCardOpen, setCardOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const trying = useUnlock(locked, onOpened);

  const turnTo = (next: SecretWay) => {
    trying.forget();
    setWay(next);
  };

  const isOver = isCardOpen || isLeaving;
  useBack((way === 'recovery' ? 1 : 0) + (isOver ? 1 : 0), () => {
    setCardOpen(false);
    setLeaving(false);
    if (!isOver) turnTo('passphrase');
  });

  if (isCardOpen && open?.emergency) {
    return (
      <Suspense fallback={<Wait />}>
        <EmergencyCard
          passport={open.emergency}
          written={open.written}
          world={world}
          onClose={() => setCardOpen(false)}
        />
      </Suspense>
    );
  }
  if (isLeaving) {
    return <StartAgain erase={locked.erase} onErased={onErased} onBack={() => setLeaving(false)} world={world} />;
  }
  return (
    <Page
      key={way}
      top={name}
      end={<FlareLink />}
      title={t(way === 'recovery' ? 'lock:locked.recoveryTitle' : 'lock:locked.title')}
    >
      {way === 'recovery' && <p>{t('lock:locked.recoveryText')}</p>}
      <SecretForm way={way} trying={trying} main={t('lock:locked.open')} working={t('lock:locked.opening')} />
      <Stretch>
        {state.kind === 'passphrase' && state.hasPasskey && (
          <Button onPress={trying.usePasskey}>{t('lock:locked.usePasskey')}</Button>
        )}
        {way === 'passphrase' && (
          <Button look="plain" onPress={() => turnTo('recovery')}>
            {t('lock:locked.useRecovery')}
          </Button>
        )}
        {way === 'recovery' && (
          <Button look="plain" onPress={() => turnTo('passphrase')}>
            {t('lock:locked.usePassphrase')}
          </Button>
        )}
      </Stretch>
      <Note>
        <p>{t(isPin ? 'lock:locked.resetPin' : 'lock:locked.reset')}</p>
      </Note>
      <Disclosure summary={t('lock:locked.backup')}>
        <p>{t('lock:locked.backupHow', { lost: t('lock:again.lost'), restore: t('welcome.restore') })}</p>
      </Disclosure>
      <Button look="plain" onPress={() => setLeaving(true)}>
        {t('lock:again.lost')}
      </Button>
      {open?.flare && (
        <ButtonLink look="warm" icon="flare" href={routes.flare}>
          {t('lock:locked.flare')}
        </ButtonLink>
      )}
      {open?.emergency && (
        <Button icon="file" onPress={() => setCardOpen(true)}>
          {t('lock:locked.card')}
        </Button>
      )}
    </Page>
  );
}
