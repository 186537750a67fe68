import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { ChooseMany } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { SavingProblem } from '#views/saving-status.tsx';
import styles from './paste.module.css';
import type { Aside } from './problem-edits.ts';

type Props = {
  aside: Aside;
  saving: Saving;
  /** The lines to be left out; the others are kept. */
  onAnswer: (leftOut: ReadonlySet<string>) => void;
  onAgain: () => void;
};

/**
 * The lines about the print-out, the person or a place, to be left out together, and those that may be no problem, which
 * stay unless they are ticked. Nothing is kept before the answer.
 */
export function AsidePage({ aside, saving, onAnswer, onAgain }: Props) {
  const t = useT();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set(aside.sure));
  const groups = [
    { id: 'sure', label: t('paste:aside.sure'), hint: undefined, lines: aside.sure },
    { id: 'doubtful', label: t('paste:aside.doubtful'), hint: t('paste:aside.doubtfulHint'), lines: aside.doubtful },
  ] as const;
  const all = [...aside.sure, ...aside.doubtful];
  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      title={t('paste:aside.title')}
      under={t('paste:aside.hint')}
    >
      <SavingProblem saving={saving} />
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ id, label, hint, lines }) => (
          <FieldGroup key={id} id={`aside-${id}`} label={label} hint={hint}>
            <ChooseMany
              options={lines.map((line) => ({ id: line, label: line.trim() }))}
              picked={out}
              onToggle={(line, on) => setOut(new Set(on ? [...out, line] : [...out].filter((one) => one !== line)))}
            />
          </FieldGroup>
        ))}
      <div className={styles['actions']}>
        <Button look="main" onPress={() => onAnswer(out)}>
          {out.size > 0 ? t('paste:aside.leave', { count: out.size }) : t('paste:aside.leaveNone')}
        </Button>
        {out.size > 0 && <Button onPress={() => onAnswer(new Set())}>{t('paste:aside.keep')}</Button>}
        {out.size < all.length && all.length > 3 && (
          <Button onPress={() => setOut(new Set(all))}>{t('paste:aside.tickAll')}</Button>
        )}
        <Button onPress={onAgain}>{t('paste:aside.again')}</Button>
      </div>
    </Page>
  );
}
