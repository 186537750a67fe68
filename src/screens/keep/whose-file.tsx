import { useState } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { describedBy, Field, FieldGroup } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Stretch } from '#ui/page.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { isBirthOf, isNameOf, type Whose } from './whose.ts';

type Props = { whose: Whose; onKnown: () => void };

/**
 * Asks for the name and the birth date that a stranger's file holds, and shows neither: nothing of it is put with mine by
 * a slip, nor by someone who does not know whose it is. A file that holds neither asks for a tick.
 */
export function WhoseFile({ whose, onKnown }: Props) {
  const t = useT();
  const lang = useLang();
  const [name, setName] = useState('');
  const [birth, setBirth] = useState('');
  const [knows, setKnows] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const hint = t('keep:whose.birthHint');
  const wrong = {
    name: whose.names !== null && !isNameOf(whose, name) ? 'nameNot' : null,
    birth: whose.birth !== null && !isBirthOf(whose, birth, lang) ? 'birthNot' : null,
  } as const;
  const isSilent = whose.names === null && whose.birth === null;
  const error = (key: 'nameNot' | 'birthNot' | null, typed: string) =>
    isTried && key ? t(typed.trim() === '' ? 'keep:whose.empty' : `keep:whose.${key}`) : undefined;
  const errors = { name: error(wrong.name, name), birth: error(wrong.birth, birth) };
  const tickError = isTried && knows.size === 0 ? t('keep:whose.knowNot') : undefined;

  const send = () => {
    if (isSilent ? knows.size > 0 : !wrong.name && !wrong.birth) return onKnown();
    setTried(true);
    document.getElementById(wrong.name ? 'whose-name' : wrong.birth ? 'whose-birth' : 'whose')?.focus();
  };
  const type = (set: (text: string) => void) => (text: string) => {
    setTried(false);
    set(text);
  };
  return (
    <Stretch title={t('keep:whose.title')}>
      <p>{t(isSilent ? 'keep:whose.silent' : 'keep:whose.text')}</p>
      <Form main={t('keep:whose.go')} look="line" onSend={send}>
        {isSilent && (
          <FieldGroup id="whose" label={t('keep:whose.title')} error={tickError}>
            <ChooseMany
              options={[{ id: 'know', label: t('keep:whose.know') }]}
              picked={knows}
              onToggle={(id, on) => {
                setTried(false);
                setKnows(new Set(on ? [id] : []));
              }}
            />
          </FieldGroup>
        )}
        {whose.names !== null && (
          <Field id="whose-name" label={t('keep:whose.name')} error={errors.name}>
            <TextInput
              id="whose-name"
              value={name}
              onType={type(setName)}
              describedBy={describedBy('whose-name', undefined, errors.name)}
              invalid={errors.name !== undefined}
            />
          </Field>
        )}
        {whose.birth !== null && (
          <Field id="whose-birth" label={t('keep:whose.birth')} hint={hint} error={errors.birth}>
            <TextInput
              id="whose-birth"
              value={birth}
              onType={type(setBirth)}
              describedBy={describedBy('whose-birth', hint, errors.birth)}
              invalid={errors.birth !== undefined}
            />
          </Field>
        )}
        <p role="status" className="visually-hidden">
          {[errors.name, errors.birth, isSilent ? tickError : undefined].filter(Boolean).join(' ')}
        </p>
      </Form>
    </Stretch>
  );
}
