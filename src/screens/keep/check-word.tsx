import { useCallback } from 'react';
import { useT } from '#i18n/i18n.ts';
import { checkDigits } from '#store/backups.ts';
import type { Store } from '#store/store.ts';
import { usePassport } from '#store/use-passport.ts';
import { useLatest } from '#ui/use-latest.ts';
import styles from './keep.module.css';

/** What two phones say alike when they hold the same: "214 changes · 482 913". */
export function CheckWord({ store }: { store: Store }) {
  const t = useT();
  const passport = usePassport(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passport has another check
  const read = useCallback(async () => {
    const log = await store.log();
    return { count: log.length, digits: await checkDigits(log) };
  }, [store, passport]);
  const { value } = useLatest(read);
  return (
    <p className={styles['check']} data-check>
      {value && t('keep:check.word', { count: value.count, digits: `\u2066${value.digits}\u2069` })}
    </p>
  );
}
