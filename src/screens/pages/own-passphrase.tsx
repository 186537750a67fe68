import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Form } from '#ui/form.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { blankPair, judgePair, type Pair, PassphrasePair, type Wrong } from './passphrase-pair.tsx';

type Props = { pages: Pages };

/** Gives the pages a passphrase of their own, another one, or none. Every way they move under a new key. */
export function OwnPassphrase({ pages }: Props) {
  const t = useT();
  const [pair, setPair] = useState<Pair>(blankPair);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [doing, setDoing] = useState<'setting' | 'dropping' | 'done' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const has = pages.hasPassphrase();

  const change = async (passphrase: string | null) => {
    if (doing === 'setting' || doing === 'dropping') return;
    setDoing(passphrase === null ? 'dropping' : 'setting');
    setProblem(null);
    const done = await pages.setPassphrase(passphrase);
    setDoing(done.ok ? 'done' : null);
    if (done.ok) setPair(blankPair);
    else setProblem(done.problem);
  };
  const set = () => {
    const judged = judgePair(pair);
    setWrong(judged);
    if (judged) document.getElementById(judged === 'differs' ? 'pages-again' : 'pages-phrase')?.focus();
    else void change(pair.first);
  };
  return (
    <Disclosure summary={t('pages:own.title')}>
      {problem && <ProblemView t={t} problem={problem} />}
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
        {wrong && t(`pages:wrong.${wrong === 'empty' ? 'emptyHere' : wrong}`)}
      </p>
    </Disclosure>
  );
}
