import { useT } from '#i18n/i18n.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';
import type { ListRead } from './problem-edits.ts';

type Props = { read: ListRead; saving: Saving; onStart: () => void };

/** What became of the pasted list: how much was kept, and the lines that did not read like a problem. */
export function KeptPage({ read, saving, onStart }: Props) {
  const t = useT();
  const count = read.edits.length;
  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      end={saving.state === 'saved' && <SavingStatus saving={saving} />}
      title={t('paste:kept.title')}
    >
      <SavingProblem saving={saving} />
      <Stretch>
        {count > 0 && <p>{t('paste:kept.count', { count })}</p>}
        {read.here > 0 && <p>{t('paste:kept.here', { count: read.here })}</p>}
        <p>{t('paste:kept.all')}</p>
        {count > 1 && <p className={styles['quiet']}>{t('paste:kept.alike')}</p>}
      </Stretch>
      {read.unread.length > 0 && (
        <Stretch>
          <p>{t('paste:kept.unread', { count: read.unread.length })}</p>
          <ul className={styles['lines']}>
            {read.edits.slice(-read.unread.length).map(({ record, set }) => (
              <li key={record}>
                <PastedLineView text={String(set?.['original'])} />
              </li>
            ))}
          </ul>
        </Stretch>
      )}
      <div className={styles['actions']}>
        <Button look="main" onPress={onStart}>
          {t('paste:kept.start')}
        </Button>
        <ButtonLink href={routes.part('problems')}>{t('paste:kept.later')}</ButtonLink>
      </div>
    </Page>
  );
}
