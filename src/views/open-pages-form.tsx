import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import { ProblemView } from './problem-view.tsx';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: string };

type Props = {
  /** Tries a passphrase. */
  open: (passphrase: string) => Promise<Outcome>;
  /** Milliseconds until another try is heard. */
  wait: () => number;
};

/** Asks for the passphrase of the private pages. Wrong ones slow down; nothing is ever wiped. */
export function OpenPagesForm({ open, wait }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [isShown, setShown] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hint = t('pages:ask.hint');
  const said =
    problem === 'empty'
      ? t('pages:wrong.emptyHere')
      : problem === 'unlock-wrong'
        ? t('pages:wrong.other')
        : problem === 'unlock-wait'
          ? t('pages:wrong.wait', { count: Math.max(1, Math.ceil(wait() / 1000)) })
          : undefined;

  const send = async () => {
    if (isWorking) return;
    if (typed.trim() === '') {
      setProblem('empty');
      return;
    }
    setProblem(null);
    setWorking(true);
    const done = await open(typed).catch((): Outcome => ({ ok: false, problem: 'save-gone' }));
    setWorking(false);
    if (!done.ok) setProblem(done.problem);
  };

  return (
    <>
      {problem && !said && <ProblemView t={t} problem={problem} />}
      <Form main={t('pages:ask.open')} onSend={() => void send()}>
        <Field id="pages-open" label={t('pages:begin.phrase')} hint={hint} error={said}>
          <SecretInput
            id="pages-open"
            value={typed}
            onType={setTyped}
            isShown={isShown}
            describedBy={describedBy('pages-open', hint, said)}
            invalid={said !== undefined}
          />
        </Field>
        <ChooseMany
          options={[{ id: 'show', label: t('pages:show') }]}
          picked={new Set(isShown ? ['show'] : [])}
          onToggle={(_, on) => setShown(on)}
        />
        <p role="status">{isWorking && t('pages:ask.working')}</p>
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </Form>
    </>
  );
}
