import { cellsToRows } from './cell-lines.ts';
import { pastedLines } from './lines.ts';
import { gatheredToEntry, type MedicineEntry } from './medicine-entry.ts';
import { MedicineReader, MOST } from './medicine-reader.ts';

export type MedicineList = {
  readonly medicines: readonly MedicineEntry[];
  /**
   * What stands in no entry, as pasted and in order: headings, column names, page headers, and lines or cells that are
   * only a quantity, an issue, a review or a date of a prescription.
   */
  readonly leftOut: readonly string[];
};

/**
 * Reads a pasted list of medicines as people have them: one a line, cards (a date, the medicine, how it is taken, the
 * quantity, each on a line of its own), columns by tabs, bars, commas or spaces, and the table of a letter. Never fails.
 * Nothing is put right or made up; names are looked up only to see where a medicine begins. Every word of every
 * non-blank line is in an entry or in `leftOut`. A pattern is set only where the text says stopped or as needed; a
 * stopping that is after `today` (an ISO date) ends nothing.
 */
export function readMedicineList(text: string, today: string): MedicineList {
  const lines = cellsToRows(pastedLines(text));
  const reader = new MedicineReader(lines, today);
  for (const line of lines) reader.read(line);
  const medicines = reader.entries.map((one, at) =>
    gatheredToEntry(at < MOST ? one : { ...one, isUnread: true }, today),
  );
  return { medicines, leftOut: reader.leftOut };
}
