import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { usePages } from '#store/use-pages.ts';
import { Banner } from '#ui/banner.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';
import { NotHere } from './not-here.tsx';
import styles from './pages.module.css';

type Props = {
  session: Session;
  /** What stands here before there are any. */
  none: (pages: Pages) => ReactNode;
  /** What stands here once they are open: `inner` is as `session`, over their own store. */
  children: (pages: Pages, inner: Session) => ReactNode;
};

/** The door to the private pages: shut to whoever helps, opened by itself or by their own passphrase. Never printed. */
export function Gate({ session, none, children }: Props) {
  const t = useT();
  const { pages } = session;
  const isHelped = session.writer.by !== '';
  const reached = isHelped ? null : pages;
  const { state, store } = usePages(reached);
  return (
    <div className={styles['apart']} data-screen-only>
      {isHelped && <NotHere />}
      {!isHelped && !pages && <InExample />}
      {reached && state === 'none' && none(reached)}
      {reached && state === 'closed' && <Closed pages={reached} />}
      {store && store.unreadable() > 0 && <Banner words={t('problem:store-part-damaged')} />}
      {reached && store && children(reached, { ...session, store })}
    </div>
  );
}

function Closed({ pages }: { pages: Pages }) {
  return pages.hasPassphrase() ? <AskPassphrase pages={pages} /> : <Opening pages={pages} />;
}

/** Without a passphrase of their own they open by themselves. */
function Opening({ pages }: { pages: Pages }) {
  const t = useT();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void pages.open().then((done) => {
      if (current && !done.ok) setProblem(done.problem);
    });
    return () => {
      current = false;
    };
  }, [pages]);
  return (
    <Page back={{ href: routes.safety, label: t('hide:title') }} title={t('pages:title')}>
      {problem ? <ProblemView t={t} problem={problem} /> : <p role="status">{t('opening')}</p>}
    </Page>
  );
}

function InExample() {
  const t = useT();
  return (
    <Page back={{ href: routes.safety, label: t('hide:title') }} title={t('pages:title')}>
      <p>{t('pages:example')}</p>
    </Page>
  );
}
