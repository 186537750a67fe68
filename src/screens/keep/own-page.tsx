import { useState } from 'react';
import { foldPhrase, isShortPhrase } from '#exchange/file/phrase.ts';
import { useT } from '#i18n/i18n.ts';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import { WalkPage } from '#views/walk-page.tsx';

type Props = { step: readonly [number, number]; onUse: (phrase: string) => void; onBack: () => void };

/** A phrase of one's own. Short ones are kindly said to be short, once, and then taken. */
export function OwnPage({ step, onUse, onBack }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<'empty' | 'short' | null>(null);
  const hint = t('keep:own.hint');
  const error = said === 'empty' ? t('keep:own.empty') : undefined;

  const send = () => {
    const phrase = foldPhrase(typed);
    if (phrase === '') {
      setSaid('empty');
      document.getElementById('own-phrase')?.focus();
    } else if (isShortPhrase(phrase) && said !== 'short') setSaid('short');
    else onUse(phrase);
  };

  return (
    <WalkPage title={t('keep:own.title')} step={step} onBack={onBack}>
      <Form main={t('keep:own.use')} onSend={send}>
        <Field id="own-phrase" label={t('keep:own.label')} hint={hint} error={error}>
          <SecretInput
            id="own-phrase"
            isShown
            value={typed}
            onType={(text) => {
              setTyped(text);
              setSaid(null);
            }}
            describedBy={describedBy('own-phrase', hint, error)}
            invalid={error !== undefined}
          />
        </Field>
        <p role="status">{said === 'short' ? t('keep:own.short') : ''}</p>
        <p role="status" className="visually-hidden">
          {error}
        </p>
      </Form>
    </WalkPage>
  );
}
