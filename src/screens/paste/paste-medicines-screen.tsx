import { useEffect, useState } from 'react';
import { dayOf, monthNames } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { TextInput } from '#ui/text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import {
  decodeRows,
  encodeRows,
  isAllergyRow,
  isBlank,
  isUnplaced,
  type MedicineRow,
  rowToEdit,
  textToRows,
} from './medicine-row.ts';
import { MedicineRows } from './medicine-rows.tsx';
import { MedicinesAdded } from './medicines-added.tsx';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';
import { useDraft } from './use-draft.ts';

type Props = { session: Session };

type Added = { readonly rows: readonly MedicineRow[]; readonly text: string };

/** Several medicines, one a line: shown as they were read, put right by the person, then added in one go. */
export function PasteMedicinesScreen({ session }: Props) {
  const t = useT();
  const lang = useLang();
  const { saving, edit } = useEditor(session);
  const { text: listed, type: typeList } = useDraft(session.store, 'paste/medicines');
  const { text: read, type: typeRows } = useDraft(session.store, 'paste/medicine-rows');
  const [isEmpty, setEmpty] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);

  // Taken back after adding: the list is as it was before.
  const isTakenBack = added !== null && saving.state === 'undone';
  useEffect(() => {
    if (!isTakenBack) return;
    typeList(added.text);
    typeRows(encodeRows(added.rows));
    setAdded(null);
  }, [isTakenBack, added, typeList, typeRows]);

  if (listed === null || read === null) return null;

  const rows = decodeRows(read);
  const today = dayOf(session.world.now());
  const put = (next: readonly MedicineRow[]) => typeRows(encodeRows(next));
  const back = { href: routes.part(medicines.id), label: t('paste:medicines.back') };
  const end = <SavingStatus saving={saving} />;

  if (added && saving.state === 'saved') {
    return <MedicinesAdded rows={added.rows} saving={saving} onGoOn={() => setAdded(null)} />;
  }

  if (rows) {
    const { leftOut } = textToRows(listed, today);
    const whole = rows.filter((row) => !isBlank(row));
    const placed = whole.filter((row) => !isUnplaced(row));
    const save = async () => {
      const months = monthNames(lang);
      if (!(await edit(placed.map((row) => rowToEdit(row, newId(session.world), months))))) return;
      setAdded({ rows: whole, text: listed });
      const unplaced = whole.filter(isUnplaced);
      typeRows(unplaced.length > 0 ? encodeRows(unplaced) : '');
      typeList(unplaced.map(({ line }) => line).join('\n'));
    };
    const words = placed.some(isAllergyRow) ? 'paste:medicines.saveBoth' : 'paste:medicines.save';
    return (
      <Page key="check" back={back} end={end} title={t('paste:medicines.check')} under={t('paste:medicines.checkHint')}>
        <SavingProblem saving={saving} />
        <MedicineRows rows={rows} onChange={put} />
        {leftOut.length > 0 && (
          <Disclosure summary={t('paste:medicines.leftOut', { count: leftOut.length })}>
            <p>{t('paste:medicines.leftOutHint')}</p>
            <ul className={styles['lines']}>
              {leftOut.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
                <li key={at}>
                  <PastedLineView text={text} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <div className={styles['actions']}>
          {placed.length > 0 && (
            <Button look="main" onPress={() => void save()}>
              {t(words, { count: placed.length })}
            </Button>
          )}
          <Button onPress={() => typeRows('')}>{t('paste:medicines.again')}</Button>
        </div>
      </Page>
    );
  }

  const start = () => {
    const found = textToRows(listed, today).rows;
    setEmpty(found.length === 0);
    if (found.length > 0) put(found);
  };
  const [hint, error] = [t('paste:medicines.hint'), isEmpty ? t('paste:medicines.nothing') : undefined];
  return (
    <Page key="list" back={back} title={t('paste:medicines.title')}>
      <div className={styles['paper']}>
        <Field id="paste-medicines" label={t('paste:medicines.label')} hint={hint} error={error}>
          <TextInput
            id="paste-medicines"
            lines="many"
            value={listed}
            describedBy={describedBy('paste-medicines', hint, error)}
            invalid={isEmpty}
            onType={(typed) => {
              setEmpty(false);
              typeList(typed);
            }}
          />
        </Field>
      </div>
      <Button look="main" onPress={start}>
        {t('paste:medicines.read')}
      </Button>
    </Page>
  );
}
