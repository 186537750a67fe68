import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { Form } from '#ui/form.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { blankPair, judgePair, type Pair, PassphrasePair, type Wrong, wrongToWords } from './passphrase-pair.tsx';

type Props = { pages: Pages };

/** What the pages are, and the one button that begins them; a passphrase of their own if the person wants one. */
export function BeginPages({ pages }: Props) {
  const t = useT();
  const [hasOwn, setOwn] = useState(false);
  const [pair, setPair] = useState<Pair>(blankPair);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = async () => {
    if (isWorking) return;
    const judged = hasOwn ? judgePair(pair) : null;
    setWrong(judged);
    setProblem(null);
    if (judged) {
      document.getElementById(judged === 'differs' ? 'pages-again' : 'pages-phrase')?.focus();
      return;
    }
    setWorking(true);
    const done = await pages.begin(hasOwn ? pair.first : null);
    setWorking(false);
    if (!done.ok) setProblem(done.problem);
  };

  return (
    <Page back={{ href: routes.safety, label: t('hide:title') }} title={t('pages:title')}>
      {problem && <ProblemView t={t} problem={problem} />}
      <p>{t('pages:what')}</p>
      <Form main={t('pages:begin.go')} onSend={() => void begin()}>
        <ChooseMany
          options={[{ id: 'own', label: t('pages:begin.own'), detail: t('pages:begin.ownHint') }]}
          picked={new Set(hasOwn ? ['own'] : [])}
          onToggle={(_, on) => {
            setOwn(on);
            setWrong(null);
          }}
        />
        {hasOwn && (
          <PassphrasePair
            pair={pair}
            onType={(typed) => {
              setPair(typed);
              setWrong(null);
            }}
            wrong={wrong}
            canUntick
          />
        )}
        <p role="status">
          {isWorking && hasOwn ? t('pages:begin.working') : wrong ? wrongToWords(t, wrong, true) : null}
        </p>
      </Form>
    </Page>
  );
}
