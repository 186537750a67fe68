import { useState } from 'react';
import { type Translate, useT } from '#i18n/i18n.ts';
import { type Judged, judgePassphrase } from '#store/lock/judge-secret.ts';
import { ChooseMany } from '#ui/choices.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { SecretInput } from '#ui/secret-input.tsx';
import styles from './pages.module.css';

export type Pair = { readonly first: string; readonly second: string };
/** What the lock's own judge says against it. */
export type Wrong = NonNullable<Judged>;

export const blankPair: Pair = { first: '', second: '' };

/** Why a passphrase typed twice cannot be used yet; null when it can. The judge is the lock's. */
export function judgePair({ first, second }: Pair): Wrong | null {
  return judgePassphrase(first, second);
}

/** In words; `canUntick` where the person can do without one by unticking a box above. */
export function wrongToWords(t: Translate, wrong: Wrong, canUntick: boolean): string {
  if (wrong === 'empty') return t(canUntick ? 'pages:wrong.empty' : 'pages:wrong.emptyHere');
  return t(`lock:judge.${wrong}`);
}

type Props = {
  pair: Pair;
  onType: (pair: Pair) => void;
  wrong: Wrong | null;
  /** The person can do without one by unticking a box above. */
  canUntick?: boolean;
};

/** A passphrase for the pages, typed twice, and that nobody can reset it. */
export function PassphrasePair({ pair, onType, wrong, canUntick = false }: Props) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const hint = t('pages:begin.phraseHint');
  const said = wrong ? wrongToWords(t, wrong, canUntick) : undefined;
  const [first, second] = wrong === 'differs' ? [undefined, said] : [said, undefined];
  return (
    <div className={styles['two']}>
      <Field id="pages-phrase" label={t('pages:begin.phrase')} hint={hint} error={first}>
        <SecretInput
          id="pages-phrase"
          value={pair.first}
          onType={(typed) => onType({ ...pair, first: typed })}
          isShown={isShown}
          describedBy={describedBy('pages-phrase', hint, first)}
          invalid={first !== undefined}
        />
      </Field>
      <Field id="pages-again" label={t('pages:begin.again')} error={second}>
        <SecretInput
          id="pages-again"
          value={pair.second}
          onType={(typed) => onType({ ...pair, second: typed })}
          isShown={isShown}
          describedBy={describedBy('pages-again', undefined, second)}
          invalid={second !== undefined}
        />
      </Field>
      <ChooseMany
        options={[{ id: 'show', label: t('pages:show') }]}
        picked={new Set(isShown ? ['show'] : [])}
        onToggle={(_, on) => setShown(on)}
      />
    </div>
  );
}
