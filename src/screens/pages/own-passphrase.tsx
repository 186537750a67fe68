import { useState } from 'react';
import { type Translate, useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { blankPair, judgePair, type Pair, PassphrasePair, type Wrong, wrongToWords } from './passphrase-pair.tsx';

type Props = { pages: Pages };

/**
 * Gives the pages a passphrase of their own, another one, or none; the one they have is asked for again. Every way they
 * move under a new key.
 */
export function OwnPassphrase({ pages }: Props) {
  const t = useT();
  const [present, setPresent] = useState('');
  const [pair, setPair] = useState<Pair>(blankPair);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [doing, setDoing] = useState<'setting' | 'dropping' | 'done' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const has = pages.hasPassphrase();
  const refusal = refusalToWords(t, problem, pages);

  const change = async (passphrase: string | null) => {
    if (doing === 'setting' || doing === 'dropping') return;
    if (has && present.trim() === '') return refuse('empty');
    setDoing(passphrase === null ? 'dropping' : 'setting');
    setProblem(null);
    const done = await pages.setPassphrase(passphrase, has ? present : undefined);
    setDoing(done.ok ? 'done' : null);
    if (!done.ok) return refuse(done.problem);
    setPair(blankPair);
    setPresent('');
  };
  const refuse = (why: string) => {
    setProblem(why);
    document.getElementById('pages-present')?.focus();
  };
  const set = () => {
    const judged = judgePair(pair);
    setWrong(judged);
    if (judged) document.getElementById(judged === 'differs' ? 'pages-again' : 'pages-phrase')?.focus();
    else void change(pair.first);
  };
  return (
    <Disclosure summary={t('pages:own.title')}>
      {problem && refusal === null && <ProblemView t={t} problem={problem} />}
      {has && (
        <Field
          id="pages-present"
          label={t('pages:own.present')}
          hint={t('pages:own.presentHint')}
          error={refusal ?? undefined}
        >
          <SecretInput
            id="pages-present"
            value={present}
            onType={(typed) => {
              setPresent(typed);
              setProblem(null);
            }}
            describedBy={describedBy('pages-present', t('pages:own.presentHint'), refusal ?? undefined)}
            invalid={refusal !== null}
          />
        </Field>
      )}
      <Form main={has ? t('pages:own.change') : t('pages:own.set')} onSend={set}>
        <PassphrasePair
          pair={pair}
          onType={(typed) => {
            setPair(typed);
            setWrong(null);
          }}
          wrong={wrong}
        />
      </Form>
      {has && (
        <>
          <p>{t('pages:own.dropHint')}</p>
          <Button onPress={() => void change(null)}>{t('pages:own.drop')}</Button>
        </>
      )}
      <p role="status">{doing && t(doing === 'setting' ? 'pages:begin.working' : `pages:own.${doing}`)}</p>
      <p role="status" className="visually-hidden">
        {refusal ?? (wrong && wrongToWords(t, wrong, false))}
      </p>
    </Disclosure>
  );
}

/** Why the passphrase they have was not taken; null for what is no fault of it. */
function refusalToWords(t: Translate, problem: string | null, pages: Pages): string | null {
  if (problem === 'empty') return t('pages:wrong.emptyHere');
  if (problem === 'unlock-wrong') return t('pages:wrong.other');
  if (problem !== 'unlock-wait') return null;
  return t('pages:wrong.wait', { count: Math.max(1, Math.ceil(pages.wait() / 1000)) });
}
