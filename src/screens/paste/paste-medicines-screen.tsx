import { useEffect, useState } from 'react';
import { dayOf, monthNames } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { useBack } from '#ui/use-back.ts';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { LeftOut } from './left-out.tsx';
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
import { portionOf } from './portion.ts';
import { PortionNote } from './portion-note.tsx';
import { useDraft } from './use-draft.ts';

type Props = { session: Session };

type Added = { readonly rows: readonly MedicineRow[]; readonly text: string; readonly rest: string };

/** Several medicines, one a line: shown as they were read, put right by the person, then added in one go. */
export function PasteMedicinesScreen({ session }: Props) {
  const t = useT();
  const lang = useLang();
  const { saving, edit } = useEditor(session);
  const { text: listed, type: typeList } = useDraft(session.store, 'paste/medicines');
  const { text: read, type: typeRows } = useDraft(session.store, 'paste/medicine-rows');
  const { text: rest, type: typeRest } = useDraft(session.store, 'paste/medicines-rest');
  const [isEmpty, setEmpty] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);
  // the list, once more before the rows that were read from it, which stay as they were put right
  const [before, setBefore] = useState<string | null>(null);
  useBack(read && before === null ? 1 : 0, () => setBefore(listed));

  // Taken back after adding: the list is as it was before.
  const isTakenBack = added !== null && saving.state === 'undone';
  useEffect(() => {
    if (!isTakenBack) return;
    typeList(added.text);
    typeRest(added.rest);
    typeRows(encodeRows(added.rows));
    setAdded(null);
  }, [isTakenBack, added, typeList, typeRest, typeRows]);

  if (listed === null || read === null || rest === null) return null;

  const rows = decodeRows(read);
  const today = dayOf(session.world.now());
  const put = (next: readonly MedicineRow[]) => typeRows(encodeRows(next));
  const back = { href: routes.part(medicines.id), label: t('paste:medicines.back') };
  const end = <SavingStatus saving={saving} />;

  if (added && saving.state === 'saved') {
    return <MedicinesAdded rows={added.rows} rest={added.rest} saving={saving} onGoOn={() => setAdded(null)} />;
  }

  if (rows && before === null) {
    const whole = rows.filter((row) => !isBlank(row));
    const placed = whole.filter((row) => !isUnplaced(row));
    const save = async () => {
      const months = monthNames(lang);
      if (!(await edit(placed.map((row) => rowToEdit(row, newId(session.world), months))))) return;
      setAdded({ rows: whole, text: listed, rest });
      const unplaced = whole.filter(isUnplaced);
      typeRows(unplaced.length > 0 ? encodeRows(unplaced) : '');
      typeList(unplaced.length > 0 ? unplaced.map(({ line }) => line).join('\n') : rest);
      if (unplaced.length === 0) typeRest('');
    };
    const again = () => {
      typeRows('');
      typeList(rest === '' ? listed : `${listed}\n${rest}`);
      typeRest('');
    };
    const words = placed.some(isAllergyRow) ? 'paste:medicines.saveBoth' : 'paste:medicines.save';
    return (
      <Page key="check" back={back} end={end} title={t('paste:medicines.check')} under={t('paste:medicines.checkHint')}>
        <SavingProblem saving={saving} />
        <MedicineRows rows={rows} onChange={put} />
        <LeftOut text={listed} today={today} />
        <div className={styles['actions']}>
          {placed.length > 0 && (
            <Button look="main" onPress={() => void save()}>
              {t(words, { count: placed.length })}
            </Button>
          )}
          <Button onPress={again}>{t('paste:medicines.again')}</Button>
        </div>
      </Page>
    );
  }

  const start = () => {
    setBefore(null);
    if (rows && before === listed) return;
    const portion = portionOf(rows && rest !== '' ? `${listed}\n${rest}` : listed);
    const found = textToRows(portion.now, today).rows;
    setEmpty(found.length === 0);
    if (found.length === 0) return;
    put(found);
    typeList(portion.now);
    typeRest(portion.rest);
  };
  const [hint, error] = [t('paste:medicines.hint'), isEmpty ? t('paste:medicines.nothing') : undefined];
  return (
    <Page key="list" back={back} title={t('paste:medicines.title')}>
      <div className={styles['paper']}>
        <Field id="paste-medicines" label={t('paste:medicines.label')} hint={hint} error={error}>
          <OwnTextInput
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
      <PortionNote text={listed} />
      <Button look="main" onPress={start}>
        {t('paste:medicines.read')}
      </Button>
    </Page>
  );
}
