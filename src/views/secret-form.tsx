import { useEffect, useState } from 'react';
import { type Translate, useT } from '#i18n/i18n.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import type { Refusal, Tries } from './use-tries.ts';

/** A secret of the lock that a person types. */
export type SecretWay = 'passphrase' | 'pin' | 'recovery';
export type TypedSecret = { readonly way: SecretWay; readonly typed: string };

type Props = {
  way: SecretWay;
  trying: Tries<TypedSecret>;
  /** What the button says. */
  main: string;
  /** What is said while a secret is looked at. */
  working: string;
};

const kinds = { passphrase: 'words', pin: 'pin', recovery: 'key' } as const;

/** One box and one button. What was typed stays after a wrong try, to be looked at. */
export function SecretForm({ way, trying, main, working }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [isShown, setShown] = useState(false);
  const { isOpening, refusal, seconds, attempt, forget } = trying;
  const isWaiting = seconds > 0;
  const said = isWaiting ? t('lock:locked.wait', { time: timeInWords(t, seconds) }) : refusalInWords(t, refusal);
  const hint = way === 'recovery' ? t('lock:locked.recoveryHint') : undefined;
  const announced = useAnnounced(isWaiting, said);

  useEffect(() => document.getElementById('secret')?.focus(), []);
  // the box is where a wrong try is put right
  useEffect(() => {
    if (refusal) document.getElementById('secret')?.focus();
  }, [refusal]);

  return (
    <Form main={main} onSend={() => attempt({ way, typed })}>
      <Field id="secret" label={t(`lock:locked.${way}`)} hint={hint} error={said}>
        <SecretInput
          id="secret"
          kind={kinds[way]}
          value={typed}
          onType={(text) => {
            setTyped(text);
            forget();
          }}
          isShown={isShown}
          describedBy={describedBy('secret', hint, said)}
          invalid={said !== undefined}
        />
      </Field>
      {way !== 'recovery' && (
        <ChooseMany
          options={[{ id: 'show', label: t('lock:show') }]}
          picked={new Set(isShown ? ['show'] : [])}
          onToggle={(_, on) => setShown(on)}
        />
      )}
      <p role="status" className={isOpening ? undefined : 'visually-hidden'}>
        {isOpening ? working : announced}
      </p>
    </Form>
  );
}

/** What is spoken: the wait once when it begins and once when it is over, never each second. */
function useAnnounced(isWaiting: boolean, said: string | undefined): string {
  const t = useT();
  const [announced, setAnnounced] = useState('');
  const [was, setWas] = useState({ isWaiting: false, said: '' });
  if (isWaiting !== was.isWaiting || (!isWaiting && (said ?? '') !== was.said)) {
    setAnnounced(was.isWaiting && !isWaiting ? t('lock:locked.ready') : (said ?? ''));
    setWas({ isWaiting, said: isWaiting ? '' : (said ?? '') });
  }
  return announced;
}

function timeInWords(t: Translate, seconds: number): string {
  if (seconds < 60) return t('lock:locked.seconds', { count: seconds });
  return t('lock:locked.minutes', { count: Math.ceil(seconds / 60) });
}

function refusalInWords(t: Translate, refusal: Refusal | null): string | undefined {
  if (!refusal) return undefined;
  if (refusal.why === 'empty') return t('lock:locked.empty');
  if (refusal.why === 'unlock-wrong') return t('lock:locked.wrong');
  const { why, slip } = refusal;
  if (!slip) return t(`problem:${why}` as 'problem:save-full');
  if (slip.found === 'part') return t('lock:typed.part', { typed: slip.typed, total: slip.total });
  if (slip.found === 'group') return t('lock:locked.group', { group: slip.group });
  return t(`lock:locked.${slip.found}`);
}
