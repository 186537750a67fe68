import { useT } from '#i18n/i18n.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import type { Saving } from '#store/use-editor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { MoreRows } from '#views/more-rows.tsx';
import { SavingStatus } from '#views/saving-status.tsx';
import type { MedicineRow } from './medicine-row.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';
import { RestNote } from './portion-note.tsx';

type Props = {
  count: { readonly medicines: number; readonly allergies: number };
  unplaced: readonly MedicineRow[];
  rest: string;
  saving: Saving;
  onGoOn: () => void;
};

/** What was added, under which part, and the lines that wait for the person to say where they belong. */
export function MedicinesAdded({
  count: { medicines: count, allergies: reactions },
  unplaced,
  rest,
  saving,
  onGoOn,
}: Props) {
  const t = useT();
  return (
    <Page
      key="done"
      back={{ href: routes.part(medicines.id), label: t('paste:medicines.back') }}
      end={<SavingStatus saving={saving} />}
      title={t('paste:medicines.doneTitle')}
    >
      <Stretch tight>
        {count > 0 && <p>{t('paste:medicines.done', { count })}</p>}
        {reactions > 0 && <p>{t('paste:medicines.doneAllergies', { count: reactions })}</p>}
        <RestNote rest={rest} />
      </Stretch>
      {unplaced.length > 0 && (
        <Stretch>
          <p>{t('paste:medicines.unplaced', { count: unplaced.length })}</p>
          <MoreRows items={unplaced}>
            {(shown) => (
              <ul className={styles['lines']}>
                {shown.map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
                  <li key={at}>
                    <PastedLineView text={row.line || row.name} />
                  </li>
                ))}
              </ul>
            )}
          </MoreRows>
        </Stretch>
      )}
      <div className={styles['actions']}>
        {unplaced.length > 0 && (
          <Button look="main" onPress={onGoOn}>
            {t('paste:medicines.place')}
          </Button>
        )}
        {unplaced.length === 0 && rest !== '' && (
          <Button look="main" onPress={onGoOn}>
            {t('paste:portion.next')}
          </Button>
        )}
        <ButtonLink look={unplaced.length > 0 || rest !== '' ? 'line' : 'main'} href={routes.part(medicines.id)}>
          {t('paste:medicines.see')}
        </ButtonLink>
        {reactions > 0 && <ButtonLink href={routes.part(allergies.id)}>{t('paste:medicines.seeAllergies')}</ButtonLink>}
      </div>
    </Page>
  );
}
