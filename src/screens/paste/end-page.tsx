import { useT } from '#i18n/i18n.ts';
import { termWord } from '#i18n/words.ts';
import { problems } from '#passport/parts/problems.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { OwnText } from '#views/own-text.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { listSize } from './list-size.ts';
import styles from './paste.module.css';
import { type ProblemSet, textOf } from './waiting.ts';

type Props = {
  /** What was placed while this screen was open. */
  placed: readonly ProblemSet[];
  /** What is still waiting. */
  left: readonly ProblemSet[];
  /** How many entries were left out while this screen was open. */
  out: number;
  saving: Saving;
  onGoOn: () => void;
};

/** Where the walk ends, for today or for good: what was placed, and that the rest stays private. */
export function EndPage({ placed, left, out, saving, onGoOn }: Props) {
  const t = useT();
  return (
    <Page
      back={{ href: routes.part('problems'), label: t('paste:problems.back') }}
      end={<SavingStatus saving={saving} />}
      title={t(left.length > 0 ? 'paste:end.title' : 'paste:end.allTitle')}
    >
      <SavingProblem saving={saving} />
      {placed.length > 0 ? (
        <Stretch title={t('paste:end.placed')}>
          <MoreRows items={placed}>
            {(shown) => (
              <Rows>
                {shown.map((set) => {
                  const [first] = set.records;
                  const mine = first && textOf(first, 'mine');
                  return (
                    <RowLink
                      key={first?.id}
                      href={routes.record(problems.id, first?.id ?? '')}
                      title={<OwnText text={mine || set.name} lang={first?.entries[mine ? 'mine' : 'name']?.lang} />}
                      detail={first && termWord(t, 'problem_status', textOf(first, 'status'))}
                    />
                  );
                })}
              </Rows>
            )}
          </MoreRows>
        </Stretch>
      ) : (
        left.length > 0 && out === 0 && <p>{t('paste:end.none')}</p>
      )}
      {out > 0 && <p>{t('paste:end.out', { count: out })}</p>}
      {left.length > 0 && (
        <Stretch tight>
          <p>{t('paste:end.left', { size: listSize(t, left) })}</p>
          <p className={styles['quiet']}>{t('paste:end.private')}</p>
        </Stretch>
      )}
      <div className={styles['actions']}>
        <ButtonLink look="main" href={routes.part('problems')}>
          {t('paste:end.see')}
        </ButtonLink>
        {left.length > 0 && <Button onPress={onGoOn}>{t('paste:end.goOn')}</Button>}
      </div>
    </Page>
  );
}
