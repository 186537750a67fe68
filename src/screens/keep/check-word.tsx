import { useCallback } from 'react';
import { useT } from '#i18n/i18n.ts';
import { checkOf } from '#store/check.ts';
import type { Session } from '#store/session.ts';
import type { Store } from '#store/store.ts';
import { usePagesNow } from '#store/use-pages.ts';
import { usePassport } from '#store/use-passport.ts';
import { useLatest } from '#ui/use-latest.ts';
import styles from './keep.module.css';

/** What two phones say alike when they hold the same: "214 things written · 482 913", and the like of the private pages. */
export function CheckWord({ session: { store, pages, writer } }: { session: Session }) {
  const t = useT();
  const { state, store: own } = usePagesNow(writer.by === '' ? pages : null);
  const word = useWord(store);
  return (
    <>
      <p className={styles['check']} data-check>
        {word}
      </p>
      {own && <PagesWord store={own} />}
      {state === 'closed' && <p>{t('keep:check.pagesClosed')}</p>}
    </>
  );
}

function PagesWord({ store }: { store: Store }) {
  const t = useT();
  const word = useWord(store);
  return <p className={styles['check']}>{word && t('keep:check.pages', { word })}</p>;
}

/** The words for one store; null until it is read. */
function useWord(store: Store): string | null {
  const t = useT();
  const passport = usePassport(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passport has another check
  const read = useCallback(async () => checkOf(await store.log()), [store, passport]);
  const { value } = useLatest(read);
  return value && t('keep:check.word', { count: value.count, digits: `\u2066${value.digits}\u2069` });
}
