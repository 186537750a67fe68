import { entryValue, listOf, type Passport } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { type Beside, besideStanding, likeNames, type StandingMedicine } from '#passport/paste/compare-medicines.ts';
import type { Edit } from '#passport/write.ts';
import { isAllergyRow, isBlank, isUnplaced, type MedicineRow, rowToEdit } from './medicine-row.ts';

/** A row of the list, and what it is beside the passport; null for a row that is no medicine. */
export type RowBeside = { readonly row: MedicineRow; readonly beside: Beside | null };

export type Compared = {
  readonly rows: readonly RowBeside[];
  readonly notOnList: readonly StandingMedicine[];
  /** Medicines taken now that may be one and the same: of the list, and of the passport where the list has one too. */
  readonly alike: readonly (readonly StandingLike[])[];
};
type StandingLike = Pick<StandingMedicine, 'name' | 'strength' | 'dose'> & { readonly isMine: boolean };

/** The rows put beside the medicines of the passport. */
export function compareRows(rows: readonly MedicineRow[], passport: Passport): Compared {
  const standing = standingIn(passport);
  const listed = rows.filter(isMedicine);
  const { found, notOnList } = besideStanding(listed, standing);
  const besides = new Map(listed.map((row, at) => [row, found[at] ?? null]));
  const now = [
    ...listed.filter((row) => !row.stopped).map((row) => ({ ...row, isMine: false })),
    ...notOnList.map((one) => ({ ...one, isMine: true })),
  ];
  const alike = likeNames(now.map(({ name }) => name))
    .map((set) => set.flatMap((at) => now[at] ?? []))
    .filter((set) => set.some(({ isMine }) => !isMine));
  return { rows: rows.map((row) => ({ row, beside: besides.get(row) ?? null })), notOnList, alike };
}

/** What happens to a row when the list is added, where the person has not said otherwise: nothing of theirs changes. */
export function choiceOf({ row, beside }: RowBeside): NonNullable<MedicineRow['choice']> {
  if (row.choice !== null) return row.choice;
  if (beside === null || beside.kind === 'new') return 'add';
  return beside.kind === 'same' ? 'leave' : 'mine';
}

/** The edits of all rows that the person has placed. */
export function rowsToEdits(
  rows: readonly RowBeside[],
  newId: () => string,
  monthNames: Parameters<typeof rowToEdit>[2],
): readonly Edit[] {
  return rows.flatMap((one) => {
    if (isBlank(one.row) || isUnplaced(one.row)) return [];
    const choice = choiceOf(one);
    if (choice === 'add' || choice === 'both') return [rowToEdit(one.row, newId(), monthNames)];
    return choice === 'list' && one.beside?.standing
      ? [{ ...listWords(rowToEdit(one.row, '', monthNames), one.row), record: one.beside.standing.id }]
      : [];
  });
}

/** What the list says of a medicine that stands: only its dose and strength, or that it was stopped. */
function listWords(edit: Edit, row: MedicineRow): Edit {
  const fields = row.stopped ? ['pattern', 'stopped', 'stoppedWhy'] : ['strength', 'dose'];
  return {
    ...edit,
    set: Object.fromEntries(Object.entries(edit.set ?? {}).filter(([field]) => fields.includes(field))),
  };
}

function isMedicine(row: MedicineRow): boolean {
  return !isUnplaced(row) && !isAllergyRow(row);
}

function standingIn(passport: Passport): readonly StandingMedicine[] {
  return listOf(passport, medicines).map((record) => {
    const of = (field: string) => {
      const value = entryValue(medicines, record, field);
      return typeof value === 'string' ? value : '';
    };
    return {
      id: record.id,
      name: of('name'),
      brand: of('brand'),
      strength: of('strength'),
      dose: of('dose'),
      stopped: of('pattern') === 'stopped',
    };
  });
}
