import { useT } from '#i18n/i18n.ts';
import { Problem } from '#ui/problem.tsx';

/** Why something was not done to the lock. Unless it broke half way, all is as it was. */
export function LockProblem({ problem }: { problem: string }) {
  const t = useT();
  return (
    <Problem title={t('problem:title')}>
      <p>{t(`problem:${problem}` as 'problem:save-full')}</p>
      {problem !== 'save-gone' && <p>{t('lock:unchanged')}</p>}
    </Problem>
  );
}
