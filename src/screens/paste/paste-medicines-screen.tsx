import { useEffect, useMemo, useState } from 'react';
import { dayOf, monthNames } from '#i18n/dates.ts';
import { useLang } from '#i18n/i18n.ts';
import { listOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { pasteDrafts } from '#passport/unfinished.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { useBack } from '#ui/use-back.ts';
import { CheckPage } from './check-page.tsx';
import { ListPage } from './list-page.tsx';
import { decodeRows, encodeRows, isBlank, isUnplaced, type MedicineRow, textToRows } from './medicine-row.ts';
import { MedicinesAdded } from './medicines-added.tsx';
import { portionOf } from './portion.ts';
import { compareRows, rowsToEdits } from './rows-beside.ts';
import { useDraft } from './use-draft.ts';

type Props = { session: Session };

type Added = {
  /** As they stood before adding. */
  readonly rows: readonly MedicineRow[];
  readonly text: string;
  readonly rest: string;
  readonly count: { readonly medicines: number; readonly allergies: number };
};

/** Several medicines, one a line: shown as they were read, put right by the person, then added in one go. */
export function PasteMedicinesScreen({ session }: Props) {
  const lang = useLang();
  const { saving, edit } = useEditor(session);
  const passport = usePassport(session.store);
  const { text: listed, type: typeList } = useDraft(session.store, pasteDrafts.medicines);
  const { text: read, type: typeRows } = useDraft(session.store, pasteDrafts.medicineRows);
  const { text: rest, type: typeRest } = useDraft(session.store, pasteDrafts.medicinesRest);
  const [isEmpty, setEmpty] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);
  // the list, once more before the rows that were read from it, which stay as they were put right
  const [before, setBefore] = useState<string | null>(null);
  useBack(read && before === null ? 1 : 0, () => setBefore(listed));
  const rows = useMemo(() => (read === null ? null : decodeRows(read)), [read]);
  const compared = useMemo(() => rows && compareRows(rows, passport), [rows, passport]);

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
  const today = dayOf(session.world.now());

  if (added && saving.state === 'saved') {
    const unplaced = added.rows.filter((row) => !isBlank(row) && isUnplaced(row));
    return (
      <MedicinesAdded
        count={added.count}
        unplaced={unplaced}
        rest={added.rest}
        saving={saving}
        onGoOn={() => setAdded(null)}
      />
    );
  }

  if (rows && compared && before === null) {
    const edits = rowsToEdits(compared.rows, () => newId(session.world), monthNames(lang));
    /** What is left when the list is done with: the lines that nobody has placed, then what was too much for one go. */
    const goOn = () => {
      const unplaced = rows.filter((row) => !isBlank(row) && isUnplaced(row));
      typeRows(unplaced.length > 0 ? encodeRows(unplaced) : '');
      typeList(unplaced.length > 0 ? unplaced.map(({ line }) => line).join('\n') : rest);
      if (unplaced.length === 0) typeRest('');
    };
    const save = async () => {
      if (!(await edit(edits))) return;
      const count = edits.filter(({ part }) => part === medicines.id).length;
      setAdded({ rows, text: listed, rest, count: { medicines: count, allergies: edits.length - count } });
      goOn();
    };
    const again = () => {
      typeRows('');
      typeList(rest === '' ? listed : `${listed}\n${rest}`);
      typeRest('');
    };
    return (
      <CheckPage
        listed={listed}
        today={today}
        compared={compared}
        edits={edits}
        isBeside={listOf(passport, medicines).length > 0}
        saving={saving}
        onChange={(next) => typeRows(encodeRows(next))}
        onSave={() => void save()}
        onAgain={again}
        onDone={goOn}
      />
    );
  }

  const start = (text: string) => {
    setBefore(null);
    if (rows && before === text) return;
    const portion = portionOf(rows && rest !== '' ? `${text}\n${rest}` : text);
    const found = textToRows(portion.now, today).rows;
    setEmpty(found.length === 0);
    if (found.length === 0) return typeList(text);
    typeRows(encodeRows(found));
    typeList(portion.now);
    typeRest(portion.rest);
  };
  const type = (text: string) => {
    setEmpty(false);
    typeList(text);
  };
  return <ListPage listed={listed} isEmpty={isEmpty} onType={type} onRead={start} />;
}
