import { useEffect, useState } from 'react';
import { type Translate, useT } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';
import { Button } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Note } from '#ui/note.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { WalkPage } from '#views/walk-page.tsx';

type Props = {
  erase: () => Promise<void>;
  onErased: () => void;
  onBack: () => void;
  world: Pick<World, 'now'>;
};

/** How long the last button waits: for second thoughts, and for whoever only picked the phone up. */
const pause = 60_000;

/** For someone who has lost every way in: a typed word, a wait, and one button that erases what is locked here. */
export function StartAgain({ erase, onErased, onBack, world }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [since, setSince] = useState<number | null>(null);
  const [state, setState] = useState<'asking' | 'erasing' | 'failed'>('asking');
  const left = useLeft(since, world);
  const word = t('lock:again.word');
  const error = isWrong ? t('lock:again.wrong', { word }) : undefined;

  const send = () => {
    const isRight = plain(typed) === plain(word);
    setWrong(!isRight);
    if (isRight) setSince(world.now().getTime());
    else document.getElementById('again-word')?.focus();
  };
  const go = async () => {
    setState('erasing');
    const isErased = await erase().then(
      () => true,
      () => false,
    );
    if (isErased) onErased();
    else setState('failed');
  };

  return (
    <WalkPage title={t('lock:again.title')} onBack={onBack}>
      {state === 'failed' && <ProblemView t={t} problem="save-gone" />}
      <Note tone="warm">
        <p>{t('lock:again.text')}</p>
      </Note>
      <p>{t('lock:again.backup', { restore: t('welcome.restore') })}</p>
      {left === null ? (
        <Form main={t('lock:again.next')} onSend={send}>
          <Field id="again-word" label={t('lock:again.label', { word })} error={error}>
            <TextInput
              id="again-word"
              value={typed}
              onType={(text) => {
                setTyped(text);
                setWrong(false);
              }}
              describedBy={describedBy('again-word', undefined, error)}
            />
          </Field>
        </Form>
      ) : (
        <>
          <p aria-hidden={left > 0 || undefined}>
            {left > 0 ? t('lock:again.wait', { time: secondsToWords(t, left) }) : t('lock:again.ready')}
          </p>
          <p role="status" className="visually-hidden">
            {left > 0 ? t('lock:again.wait', { time: secondsToWords(t, pause) }) : t('lock:again.ready')}
          </p>
          <Button look="main" onPress={onBack}>
            {t('lock:again.keep')}
          </Button>
          <Button look="warm" disabled={left > 0 || state === 'erasing'} onPress={() => void go()}>
            {t('lock:again.erase')}
          </Button>
        </>
      )}
    </WalkPage>
  );
}

/** Milliseconds of the pause that are left; null before it has begun. */
function useLeft(since: number | null, world: Pick<World, 'now'>): number | null {
  const leftNow = () => (since === null ? null : Math.min(pause, Math.max(0, since + pause - world.now().getTime())));
  const [, setTick] = useState(0);
  const left = leftNow();
  const isRunning = left !== null && left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return left;
}

function secondsToWords(t: Translate, milliseconds: number): string {
  return t('lock:locked.seconds', { count: Math.ceil(milliseconds / 1000) });
}

/** Letter case, accents and the spaces around it do not matter. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
