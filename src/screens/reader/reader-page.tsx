import { useCallback, useMemo, useState } from 'react';
import { gather } from '#exchange/code/address.ts';
import { unpackCards } from '#exchange/code/pack.ts';
import { dayOf } from '#i18n/dates.ts';
import { bestLanguage, languages } from '#i18n/languages.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { directionOf } from '#passport/direction.ts';
import { summarise } from '#passport/summary/summarise.ts';
import type { World } from '#passport/write.ts';
import { Button } from '#ui/button.tsx';
import { HideButton } from '#ui/hide.tsx';
import { Icon } from '#ui/icon.tsx';
import { Note } from '#ui/note.tsx';
import { Select } from '#ui/select.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { usePageLanguage } from '#ui/use-page-language.ts';
import { DocView } from '#views/doc-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { About } from './about.tsx';
import { Actions } from './actions.tsx';
import { GetCode } from './get-code.tsx';
import { Missing } from './missing.tsx';
import styles from './reader.module.css';
import { useHeld } from './use-held.ts';

type Props = {
  fragment: string | null;
  world: World;
  makePdfWorker: () => Worker;
  scannerWasm: () => Promise<ArrayBuffer>;
  back: { readonly href: string; readonly label: string } | null;
  /** The address that was opened leads nowhere: says so. */
  isAstray?: boolean;
};

/** One page made from the cards in hand, in the language of whoever reads it: nothing of it is kept or sent. */
export function ReaderPage({ fragment, world, makePdfWorker, scannerWasm, back, isAstray = false }: Props) {
  const [language, setLanguage] = useState(() => bestLanguage(navigator.languages));
  const spoken = useLanguage(language);
  const [today] = useState(() => dayOf(world.now()));
  const { held, take, clear } = useHeld(fragment);
  usePageLanguage(spoken?.lang ?? language, directionOf(spoken?.lang ?? language));

  const gathered = useMemo(() => gather(held.pieces.map(({ card }) => card)), [held.pieces]);
  const cards = gathered.ok ? gathered.cards : [];
  const missing = gathered.ok ? gathered.missing : [];
  // With how many were missing of the cards it is made of: a page of some never passes for the whole.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards are those of the pieces
  const unpack = useCallback(async () => ({ ...(await unpackCards(cards)), missing: missing.length }), [held.pieces]);
  const read = useLatest(cards.length > 0 ? unpack : null);
  const decoded = cards.length > 0 ? read.value : null;
  const doc = useMemo(() => {
    if (!decoded?.ok || !spoken) return null;
    return summarise(decoded.extract, spoken.words, { today, missing: decoded.missing, newer: decoded.newer });
  }, [decoded, spoken, today]);

  if (!spoken) return null;
  const { t } = spoken;
  const said = held.said?.kind === 'problem' ? held.said.problem : null;
  const unread = read.failed ? 'piece-missing' : decoded && !decoded.ok ? decoded.problem : null;
  const problem = said ?? unread;
  const status =
    held.said && held.said.kind !== 'problem' && held.pieces.length > 1 ? t(`reader:parts.${held.said.kind}`) : null;
  const isPart = decoded?.ok === true && (decoded.missing > 0 || decoded.newer > 0);
  // Mounted through all of it, so that a camera that is on stays on until the last code.
  const needsCode = cards.length === 0 || missing.length > 0 || unread !== null;

  return (
    <div className={styles['reader']}>
      <header className={styles['top']} data-screen-only>
        <div className={styles['line']}>
          {back && !doc && (
            <a className={styles['back']} href={back.href}>
              <Icon name="back" />
              <span>{back.label}</span>
            </a>
          )}
          <HideButton bare />
        </div>
        <Select
          label={t('reader:language')}
          options={languages.map(({ id, name }) => ({ id, label: name, lang: id }))}
          picked={language}
          onPick={setLanguage}
        />
        {doc && decoded?.ok && (
          <Actions t={t} read={{ doc, extract: decoded.extract, isPart }} makePdfWorker={makePdfWorker} />
        )}
      </header>
      <main className={styles['main']}>
        {problem && <ProblemView key={problem} t={t} problem={problem} />}
        {doc && missing.length > 0 && (
          <Missing t={t} words={spoken.words} missing={missing} have={cards.length} said={status} />
        )}
        {needsCode && (
          <section key="get" className={styles['narrow']} aria-label={t('reader:scan.title')} data-screen-only>
            {!doc && (
              <div>
                <h1>{t('reader:scan.title')}</h1>
                <p className={styles['quiet']}>{t('reader:scan.under')}</p>
              </div>
            )}
            {isAstray && !doc && (
              <Note title={t('reader:astray.title')}>
                <p>{t('reader:astray.text')}</p>
                <p>{t('reader:astray.how')}</p>
              </Note>
            )}
            <GetCode t={t} scannerWasm={scannerWasm} onText={take} folded={doc !== null} />
          </section>
        )}
        {doc && <DocView doc={doc} />}
        {!doc && !needsCode && (
          <div>
            <h1>{t('reader:title')}</h1>
            <p role="status">{t('reader:opening')}</p>
          </div>
        )}
        {doc && (
          <footer className={styles['foot']} data-screen-only>
            <p className={styles['quiet']}>{t('reader:private')}</p>
            <About t={t} />
            {fragment === null && <Button onPress={clear}>{t('reader:close')}</Button>}
          </footer>
        )}
      </main>
    </div>
  );
}
