import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { useBack } from '#ui/use-back.ts';
import { SecretForm, type SecretWay } from './secret-form.tsx';
import type { Prover } from './use-proof.tsx';
import { type Refusal, useTries } from './use-tries.ts';
import { WalkPage } from './walk-page.tsx';

type Props<P> = { prover: Prover<P>; what: string; onProved: (proof: P) => void; onBack: () => void };

/** Asks for the passphrase, the recovery key or, where it is all there is, the PIN, before something is done. */
export function ProofPage<P>({ prover, what, onProved, onBack }: Props<P>) {
  const t = useT();
  const { kind, hasPasskey } = prover.state();
  const isPin = kind === 'pin';
  const [way, setWay] = useState<SecretWay>(isPin ? 'pin' : 'passphrase');
  const trying = useTries<{ readonly way: SecretWay; readonly typed: string }>({
    wait: prover.wait,
    async attempt(given): Promise<Refusal | null> {
      const proved = await prover.prove(given.way, given.typed);
      if (!proved.ok) return { why: proved.problem, ...(proved.slip ? { slip: proved.slip } : {}) };
      onProved(proved.proof);
      return null;
    },
    refuseEarly: ({ typed }) => (typed.trim() === '' ? { why: 'empty' } : null),
  });
  const turnTo = (next: SecretWay) => {
    trying.forget();
    setWay(next);
  };
  useBack(way === 'recovery' ? 1 : 0, () => turnTo('passphrase'));
  return (
    <WalkPage key={way} title={t('lock:proof.title')} onBack={onBack}>
      <p>{what}</p>
      {hasPasskey && <p>{t('lock:proof.passkey')}</p>}
      <SecretForm way={way} trying={trying} main={t('lock:proof.go')} working={t('lock:proof.working')} />
      {!isPin && (
        <Button look="plain" onPress={() => turnTo(way === 'recovery' ? 'passphrase' : 'recovery')}>
          {t(way === 'recovery' ? 'lock:locked.usePassphrase' : 'lock:locked.useRecovery')}
        </Button>
      )}
      <Disclosure summary={t(isPin ? 'lock:proof.lostPin' : 'lock:proof.lost')}>
        <Stretch tight>
          <p>{t('lock:proof.lostHow', { lost: t('lock:again.lost') })}</p>
          <ButtonLink href={routes.keepStep('backup')}>{t('lock:proof.backup')}</ButtonLink>
        </Stretch>
      </Disclosure>
    </WalkPage>
  );
}
