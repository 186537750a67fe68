import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { GivenOut } from '#store/backups.ts';
import type { Session } from '#store/session.ts';
import { useBackups } from '#store/use-backups.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import styles from './lock.module.css';

type Props = {
  session: Session;
  /** It is said that old ways in have ended: they did so just now. */
  hasEnded: boolean;
};

const kinds = [
  ['backup', 'newBackup', 'backup'],
  ['trusted', 'newTrusted', 'trusted'],
  ['folder', 'newFolder', 'folder'],
] as const;

/** That old ways in have ended, and which files given out before still open the old way, until the person has seen to them. */
export function Ended({ session, hasEnded }: Props) {
  const t = useT();
  const lang = useLang();
  const { notes, keep } = useBackups(session);
  const given = notes?.given ?? [];
  const old = given.filter(({ isOld }) => isOld);
  const toWords = ({ kind, at }: GivenOut) => t(`lock:ended.${kind}`, { date: dateToWords(at, lang) });
  return (
    <>
      {hasEnded && (
        <Stretch title={t('lock:ended.title')}>
          <p>{t('lock:ended.text')}</p>
        </Stretch>
      )}
      {old.length > 0 && (
        <Stretch title={t('lock:ended.files')}>
          <p>{t('lock:ended.filesText')}</p>
          <ul className={styles['list']}>
            {old.map((one) => (
              <li key={`${one.kind} ${one.at}`}>{toWords(one)}</li>
            ))}
          </ul>
          {kinds
            .filter(([kind]) => old.some((one) => one.kind === kind))
            .map(([kind, words, step]) => (
              <ButtonLink key={kind} href={routes.keepStep(step)}>
                {t(`lock:ended.${words}`)}
              </ButtonLink>
            ))}
          <Button
            look="plain"
            onPress={() =>
              void keep(
                'given',
                given.filter(({ isOld }) => !isOld),
              )
            }
          >
            {t('lock:ended.seen')}
          </Button>
        </Stretch>
      )}
    </>
  );
}
