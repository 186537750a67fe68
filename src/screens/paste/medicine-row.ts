import { readDate } from '#passport/partial-date.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { readMedicineLines } from '#passport/paste/medicine-lines.ts';
import type { Edit } from '#passport/write.ts';

/** One pasted line on its way into the passport, as read and then as the person put it right. */
export type MedicineRow = {
  readonly line: string;
  readonly name: string;
  readonly strength: string;
  readonly rest: string;
  readonly stopped: boolean;
  /** ISO 8601, or the words as typed. */
  readonly stoppedOn: string;
  readonly stoppedWhy: string;
  readonly allergy: boolean;
  /** Where a line that looks like an allergy goes; null until the person says so. */
  readonly place: 'medicines' | 'allergies' | null;
  /** "Stopped" was read out of the line, so that the line is shown beside what was read. */
  readonly asRead: boolean;
};

export type RowProps = { row: MedicineRow; onChange: (piece: Partial<MedicineRow>) => void };

export function textToRows(text: string): readonly MedicineRow[] {
  return readMedicineLines(text).map(({ line, name, strength, rest, stopped = false, allergy = false, ...said }) => ({
    line,
    name,
    strength,
    rest,
    stopped,
    stoppedOn: said.stoppedOn ?? '',
    stoppedWhy: said.stoppedWhy ?? '',
    allergy,
    place: null,
    asRead: stopped,
  }));
}

/** True for a row that nobody has said where to put: it is kept, and added nowhere. */
export function isUnplaced(row: MedicineRow): boolean {
  return row.allergy && row.place === null;
}

export function isAllergyRow(row: MedicineRow): boolean {
  return row.allergy && row.place === 'allergies';
}

export function isBlank({ name, strength, rest, stoppedWhy }: MedicineRow): boolean {
  return `${name}${strength}${rest}${stoppedWhy}`.trim() === '';
}

/** A placed row as a new record. `monthNames` as for `readDate`. No pattern but "stopped" is ever made up. */
export function rowToEdit(row: MedicineRow, record: string, monthNames: Parameters<typeof readDate>[1] = []): Edit {
  if (isAllergyRow(row)) return { part: allergies.id, record, set: { substance: row.name.trim() } };
  const read = readDate(row.stoppedOn, monthNames);
  const [strength, dose, stopped, stoppedWhy] = [
    row.strength.trim(),
    row.rest.trim(),
    read.ok ? read.iso : row.stoppedOn.trim(),
    row.stoppedWhy.trim(),
  ];
  return {
    part: medicines.id,
    record,
    set: {
      name: row.name.trim(),
      ...(strength && { strength }),
      ...(dose && { dose }),
      ...(row.stopped && { pattern: 'stopped' }),
      ...(row.stopped && stopped && { stopped }),
      ...(row.stopped && stoppedWhy && { stoppedWhy }),
    },
  };
}

export function encodeRows(rows: readonly MedicineRow[]): string {
  return JSON.stringify(rows);
}

/** The rows as they were left, those of an earlier version too; null when there are none. */
export function decodeRows(text: string): readonly MedicineRow[] | null {
  if (text === '') return null;
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? rows.flatMap((row) => readRow(row) ?? []) : null;
  } catch {
    return null;
  }
}

function readRow(value: unknown): MedicineRow | null {
  if (typeof value !== 'object' || value === null) return null;
  const row = value as Record<string, unknown>;
  const words = (key: string) => (typeof row[key] === 'string' ? row[key] : '');
  return {
    line: words('line'),
    name: words('name'),
    strength: words('strength'),
    rest: words('rest'),
    stopped: row['stopped'] === true,
    stoppedOn: words('stoppedOn'),
    stoppedWhy: words('stoppedWhy'),
    allergy: row['allergy'] === true,
    place: row['place'] === 'medicines' || row['place'] === 'allergies' ? row['place'] : null,
    asRead: row['asRead'] === true,
  };
}
