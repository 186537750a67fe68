import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Judged } from '#store/lock/judge-secret.ts';
import { judgePassphrase, judgePin } from '#store/lock/judge-secret.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Note } from '#ui/note.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import { WalkPage } from '#views/walk-page.tsx';
import type { Pair } from './use-walk.ts';

type Props = {
  kind: 'passphrase' | 'pin';
  /** What was typed stays with the walk, so that going back and forth loses nothing. */
  pair: Pair;
  onType: (pair: Pair) => void;
  step: readonly [number, number];
  onNext: () => void;
  onBack: () => void;
};

/** A passphrase or PIN, typed twice. What is wrong is said when they go on, never while they type. */
export function SecretPage({ kind, pair, onType, step, onNext, onBack }: Props) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const [judged, setJudged] = useState<Judged>(null);
  const isPin = kind === 'pin';
  const words = isPin ? 'lock:pin' : 'lock:passphrase';
  const hint = t(`${words}.hint`);
  const said =
    judged &&
    (isPin && judged === 'empty' ? t('lock:judge.emptyPin') : t(`lock:judge.${judged}` as 'lock:judge.short'));
  const wrongFirst = judged !== 'differs' && said ? said : undefined;
  const wrongSecond = judged === 'differs' && said ? said : undefined;

  const send = () => {
    const next = (isPin ? judgePin : judgePassphrase)(pair.first, pair.second);
    setJudged(next);
    if (next === null) onNext();
    else document.getElementById(next === 'differs' ? 'secret-again' : 'secret')?.focus();
  };
  const type = (next: Partial<Pair>) => {
    setJudged(null);
    onType({ ...pair, ...next });
  };

  return (
    <WalkPage title={t(`${words}.title`)} step={step} onBack={onBack}>
      {isPin && (
        <>
          <p>{t('lock:pin.text')}</p>
          <Note tone="warm">
            <p>{t('lock:pin.reset')}</p>
          </Note>
        </>
      )}
      <Form main={t('lock:next')} onSend={send}>
        <Field id="secret" label={t(`${words}.label`)} hint={hint} error={wrongFirst}>
          <SecretInput
            id="secret"
            value={pair.first}
            onType={(first) => type({ first })}
            isShown={isShown}
            kind={isPin ? 'pin' : 'words'}
            describedBy={describedBy('secret', hint, wrongFirst)}
            invalid={wrongFirst !== undefined}
          />
        </Field>
        <Field id="secret-again" label={t(`${words}.again`)} error={wrongSecond}>
          <SecretInput
            id="secret-again"
            value={pair.second}
            onType={(second) => type({ second })}
            isShown={isShown}
            kind={isPin ? 'pin' : 'words'}
            describedBy={describedBy('secret-again', undefined, wrongSecond)}
            invalid={wrongSecond !== undefined}
          />
        </Field>
        <ChooseMany
          options={[{ id: 'show', label: t('lock:show') }]}
          picked={new Set(isShown ? ['show'] : [])}
          onToggle={(_, on) => setShown(on)}
        />
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </Form>
    </WalkPage>
  );
}
