import type { Translate } from '#i18n/i18n.ts';
import { Problem } from '#ui/problem.tsx';

type Props = { t: Translate; problem: string };

/** A problem by its id: what happened, and what to do. */
export function ProblemView({ t, problem }: Props) {
  return (
    <Problem title={t('problem:title')}>
      <p>{t(`problem:${problem}` as 'problem:save-full')}</p>
    </Problem>
  );
}
