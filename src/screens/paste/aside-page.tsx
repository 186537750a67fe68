import { useT } from '#i18n/i18n.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { SavingProblem } from '#views/saving-status.tsx';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';

type Props = {
  lines: readonly string[];
  saving: Saving;
  onLeave: () => void;
  onKeep: () => void;
  onAgain: () => void;
};

/** The lines about the print-out, the person or a place, to be left out together. Nothing is kept before the answer. */
export function AsidePage({ lines, saving, onLeave, onKeep, onAgain }: Props) {
  const t = useT();
  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      title={t('paste:aside.title')}
      under={t('paste:aside.hint')}
    >
      <SavingProblem saving={saving} />
      <ul className={styles['lines']}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
          <li key={at}>
            <PastedLineView text={line} />
          </li>
        ))}
      </ul>
      <div className={styles['actions']}>
        <Button look="main" onPress={onLeave}>
          {t('paste:aside.leave', { count: lines.length })}
        </Button>
        <Button onPress={onKeep}>{t('paste:aside.keep')}</Button>
        <Button onPress={onAgain}>{t('paste:aside.again')}</Button>
      </div>
    </Page>
  );
}
