import { type ReactNode, type Ref, useId } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import { After } from './after.tsx';
import styles from './flare.module.css';
import { OwnWords } from './own-words.tsx';
import type { FlarePage, FlarePlan } from './pages.ts';
import { People } from './people.tsx';
import type { Running } from './use-run.ts';

type Props = {
  page: FlarePage;
  plan: FlarePlan;
  heading: Ref<HTMLHeadingElement>;
  /** At the other end of the line over the heading. */
  beside: ReactNode;
  /** "You did this at …", for a step that is done. */
  doneWords: string | null;
  session: Session | undefined;
  running: Running;
};

/** One screen of flare mode: its heading, which takes focus, and what belongs under it. */
export function PageView({ page, plan, heading, beside, doneWords, session, running }: Props) {
  const t = useT();
  const id = useId();
  const isStep = page.kind === 'step' || page.kind === 'idea';
  return (
    <section className={styles['page']} aria-labelledby={id}>
      <div className={styles['line']}>
        <p className={styles['quiet']} aria-live="polite">
          {isStep && t('flare:step', { step: page.step, steps: plan.steps })}
        </p>
        {beside}
      </div>
      <h1 id={id} ref={heading} tabIndex={-1} className={styles['heading']}>
        <Heading page={page} />
      </h1>
      <Body page={page} plan={plan} />
      {doneWords && <p className={styles['quiet']}>{doneWords}</p>}
      {page.kind === 'end' && session && <After session={session} running={running} />}
    </section>
  );
}

function Heading({ page }: { page: FlarePage }) {
  const t = useT();
  if (page.kind === 'step') return <OwnWords text={page.what} lang={page.lang} />;
  if (page.kind === 'idea') return <span>{t(`flare:idea.${page.idea}.do`)}</span>;
  if (page.kind === 'words') return <span>{t(`flare:${page.field}`)}</span>;
  return <span>{page.kind === 'contacts' ? t('flare:contacts') : t('flare:end.title')}</span>;
}

function Body({ page, plan }: Pick<Props, 'page' | 'plan'>) {
  const t = useT();
  if (page.kind === 'step') {
    return page.how ? (
      <p className={styles['how']}>
        <OwnWords text={page.how} lang={page.lang} />
      </p>
    ) : null;
  }
  if (page.kind === 'idea') {
    return (
      <>
        <p className={styles['how']}>{t(`flare:idea.${page.idea}.how`)}</p>
        <p className={styles['quiet']}>{t('flare:ideas')}</p>
      </>
    );
  }
  if (page.kind === 'contacts') return <People contacts={plan.contacts} lang={plan.contactsLang} />;
  if (page.kind === 'end') return <p className={styles['how']}>{t('flare:end.text')}</p>;
  return (
    <>
      <p className={styles['words']}>
        <OwnWords text={page.text} lang={page.lang} />
      </p>
      {page.field === 'medicines' && <p className={styles['quiet']}>{t('flare:medicinesNote')}</p>}
    </>
  );
}
