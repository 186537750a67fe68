import { readDate } from '#passport/partial-date.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { joined } from '#passport/paste/medicine-entry.ts';
import { formToFields } from '#passport/paste/medicine-form.ts';
import { readMedicineList } from '#passport/paste/medicine-list.ts';
import type { Edit } from '#passport/write.ts';

/** One pasted line on its way into the passport, as read and then as the person put it right. */
export type MedicineRow = {
  readonly line: string;
  readonly name: string;
  readonly strength: string;
  /** As printed; what of it has a term is kept as one. */
  readonly form: string;
  readonly dose: string;
  /** What a letter says became of it; kept with how it is taken. */
  readonly says: string;
  readonly purpose: string;
  readonly asNeeded: boolean;
  readonly stopped: boolean;
  /** ISO 8601, or the words as typed. */
  readonly stoppedOn: string;
  readonly stoppedWhy: string;
  readonly allergy: boolean;
  /** Where a line that looks like an allergy goes; null until the person says so. */
  readonly place: 'medicines' | 'allergies' | null;
  /** What the person chose to do with it; null while what is first offered stands. */
  readonly choice: Choice | null;
  /** It was left out, and the person brought it back. */
  readonly isBroughtBack: boolean;
  /** "Stopped" was read out of the line, so that the line is shown beside what was read. */
  readonly asRead: boolean;
  /** The pieces not every medicine has, shown where they were read. */
  readonly shown: readonly ('form' | 'purpose')[];
};

/** Add it, leave it out, or where it stands in the passport: keep mine, take the list's words, keep both. */
export type Choice = 'add' | 'leave' | 'mine' | 'list' | 'both';

export type RowProps = { row: MedicineRow; onChange: (piece: Partial<MedicineRow>) => void };

export type RowsRead = {
  readonly rows: readonly MedicineRow[];
  /** What is in no row, as pasted: headings, quantities, dates of issue, page headers. */
  readonly leftOut: readonly string[];
};

/** `today`: an ISO date. */
export function textToRows(text: string, today: string): RowsRead {
  const { medicines: read, leftOut } = readMedicineList(text, today);
  const rows = read.map(({ asNeeded = false, stopped = false, allergy = false, ...pieces }) => ({
    ...pieces,
    asNeeded,
    stopped,
    stoppedOn: pieces.stoppedOn ?? '',
    stoppedWhy: pieces.stoppedWhy ?? '',
    allergy,
    place: null,
    choice: null,
    isBroughtBack: false,
    asRead: stopped,
    shown: (['form', 'purpose'] as const).filter((piece) => pieces[piece] !== ''),
  }));
  return { rows, leftOut };
}

/** True for a row that nobody has said where to put: it is kept, and added nowhere. */
export function isUnplaced(row: MedicineRow): boolean {
  return row.allergy && row.place === null;
}

export function isAllergyRow(row: MedicineRow): boolean {
  return row.allergy && row.place === 'allergies';
}

export function isBlank({ name, strength, form, dose, says, purpose, stoppedWhy }: MedicineRow): boolean {
  return `${name}${strength}${form}${dose}${says}${purpose}${stoppedWhy}`.trim() === '';
}

/** A placed row as a new record. `monthNames` as for `readDate`. No pattern is ever made up. */
export function rowToEdit(row: MedicineRow, record: string, monthNames: Parameters<typeof readDate>[1] = []): Edit {
  if (isAllergyRow(row)) return { part: allergies.id, record, set: { substance: row.name.trim() } };
  const read = readDate(row.stoppedOn, monthNames);
  const [strength, dose, purpose, stopped, stoppedWhy] = [
    row.strength.trim(),
    wordsOfDose(row),
    row.purpose.trim(),
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
      ...formToFields(row.form),
      ...(purpose && { purpose }),
      ...(row.stopped ? { pattern: 'stopped' } : row.asNeeded && { pattern: 'as_needed' }),
      ...(row.stopped && stopped && { stopped }),
      ...(row.stopped && stoppedWhy && { stoppedWhy }),
    },
  };
}

/** How it is taken, and what a letter says of it, as one text. */
export function wordsOfDose({ dose, says }: MedicineRow): string {
  return joined([dose.trim(), says.trim()]);
}

/** A line that was left out as a row of its own. */
export function lineToRow(line: string): MedicineRow {
  return { ...emptyRow, line, name: line.trim(), isBroughtBack: true };
}

const emptyRow: MedicineRow = {
  line: '',
  name: '',
  strength: '',
  form: '',
  dose: '',
  says: '',
  purpose: '',
  asNeeded: false,
  stopped: false,
  stoppedOn: '',
  stoppedWhy: '',
  allergy: false,
  place: null,
  choice: null,
  isBroughtBack: false,
  asRead: false,
  shown: [],
};

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

const choices: readonly Choice[] = ['add', 'leave', 'mine', 'list', 'both'];

function readRow(value: unknown): MedicineRow | null {
  if (typeof value !== 'object' || value === null) return null;
  const row = value as Record<string, unknown>;
  const words = (key: string) => (typeof row[key] === 'string' ? row[key] : '');
  return {
    line: words('line'),
    name: words('name'),
    strength: words('strength'),
    form: words('form'),
    // An earlier version called it so, with the form in it.
    dose: words('dose') || words('rest'),
    says: words('says'),
    purpose: words('purpose'),
    asNeeded: row['asNeeded'] === true,
    stopped: row['stopped'] === true,
    stoppedOn: words('stoppedOn'),
    stoppedWhy: words('stoppedWhy'),
    allergy: row['allergy'] === true,
    place: row['place'] === 'medicines' || row['place'] === 'allergies' ? row['place'] : null,
    choice: choices.find((one) => one === row['choice']) ?? null,
    isBroughtBack: row['isBroughtBack'] === true,
    asRead: row['asRead'] === true,
    shown: (['form', 'purpose'] as const).filter(
      (piece) => Array.isArray(row['shown']) && row['shown'].includes(piece),
    ),
  };
}
