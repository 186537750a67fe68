import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { compareKey } from '#store/lock/compare-key.ts';
import { type RecoveryKey, recoveryGroups } from '#store/lock/recovery.ts';
import { Button } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import { WalkPage } from '#views/walk-page.tsx';

type Props = {
  recovery: RecoveryKey;
  typed: string;
  onType: (typed: string) => void;
  step: readonly [number, number];
  onNext: () => void;
  onBack: () => void;
};

/** The key typed back from paper: a mistake is named by its group, one at a time. */
export function TypedPage({ recovery, typed, onType, step, onNext, onBack }: Props) {
  const t = useT();
  const [slip, setSlip] = useState<ReturnType<typeof compareKey>>(null);
  const hint = t('lock:typed.hint');

  const say = (wrong: NonNullable<typeof slip>) => {
    if (wrong.found === 'part') return t('lock:typed.part', { typed: wrong.typed, total: recoveryGroups });
    if (wrong.found === 'group') return t('lock:typed.group', { group: wrong.group });
    return wrong.found === 'empty' ? t('lock:typed.empty') : t('lock:typed.other');
  };
  const error = slip ? say(slip) : undefined;

  const send = () => {
    const next = compareKey(typed, recovery);
    setSlip(next);
    if (next === null) onNext();
    else document.getElementById('typed-key')?.focus();
  };

  return (
    <WalkPage title={t('lock:typed.title')} step={step} onBack={onBack}>
      <p>{t('lock:typed.text')}</p>
      <Form main={t('lock:next')} onSend={send}>
        <Field id="typed-key" label={t('lock:typed.label')} hint={hint} error={error}>
          <SecretInput
            id="typed-key"
            kind="key"
            value={typed}
            onType={(next) => {
              setSlip(null);
              onType(next);
            }}
            describedBy={describedBy('typed-key', hint, error)}
            invalid={error !== undefined}
          />
        </Field>
        <p role="status" className="visually-hidden">
          {error}
        </p>
      </Form>
      <Button onPress={onBack}>{t('lock:typed.again')}</Button>
    </WalkPage>
  );
}
