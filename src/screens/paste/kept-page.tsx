import { useT } from '#i18n/i18n.ts';
import type { Session } from '#store/session.ts';
import type { Saving } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { MoreRows } from '#views/more-rows.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { listSize } from './list-size.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';
import { RestNote } from './portion-note.tsx';
import type { ListRead } from './problem-edits.ts';
import { setsWithin, waitingSets } from './waiting.ts';

type Props = {
  session: Session;
  read: ListRead;
  /** Lines of a long list that are still in the box. */
  rest: string;
  saving: Saving;
  onStart: () => void;
};

/** What became of the pasted list: how much was kept, and the lines that did not read like a problem. */
export function KeptPage({ session, read, rest, saving, onStart }: Props) {
  const t = useT();
  const passport = usePassport(session.store);
  const fresh = new Set(read.edits.map(({ record }) => record));
  const waiting = waitingSets(passport);
  const kept = setsWithin(waiting, fresh);
  const isMoreWaiting = waiting.some((set) => set.records.some(({ id }) => !fresh.has(id)));
  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      end={saving.state === 'saved' && <SavingStatus saving={saving} />}
      title={t('paste:kept.title')}
    >
      <SavingProblem saving={saving} />
      <Stretch>
        {kept.length > 0 && <p>{t('paste:kept.count', { size: listSize(t, kept) })}</p>}
        {read.here > 0 && <p>{t('paste:kept.here', { count: read.here })}</p>}
        {read.known.length > 0 && (
          <Disclosure summary={t('paste:kept.known')}>
            <PastedLines lines={read.known} />
          </Disclosure>
        )}
        {isMoreWaiting && <p>{t('paste:problems.waiting', { size: listSize(t, waiting) })}</p>}
        <RestNote rest={rest} />
        {fresh.size > 0 && <p>{t('paste:kept.all')}</p>}
        {fresh.size > 1 && <p className={styles['quiet']}>{t('paste:kept.alike')}</p>}
      </Stretch>
      {read.unread.length > 0 && (
        <Stretch>
          <p>{t('paste:kept.unread', { count: read.unread.length })}</p>
          <PastedLines lines={read.edits.slice(-read.unread.length).map(({ set }) => String(set?.['original']))} />
        </Stretch>
      )}
      <div className={styles['actions']}>
        {waiting.length > 0 && (
          <Button look="main" onPress={onStart}>
            {t('paste:kept.start')}
          </Button>
        )}
        <ButtonLink href={routes.part('problems')}>{t('paste:kept.later')}</ButtonLink>
      </div>
    </Page>
  );
}

function PastedLines({ lines }: { lines: readonly string[] }) {
  const items = lines.map((line, at) => ({ line, at }));
  return (
    <MoreRows items={items}>
      {(shown) => (
        <ul className={styles['lines']}>
          {shown.map(({ line, at }) => (
            <li key={at}>
              <PastedLineView text={line} />
            </li>
          ))}
        </ul>
      )}
    </MoreRows>
  );
}
