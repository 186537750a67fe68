import { cook } from './cook.ts';
import { grandmother } from './grandmother.ts';
import { type Life, tableToLife } from './life.ts';
import { student } from './student.ts';

/**
 * Untidy, invented lives, each as a log and as the passport it makes: for tests of what a reader is given, which a tidy
 * example lets pass. `test/fixtures/lives/<id>.mfp` holds the same log as an open copy, written by
 * `node test/tools/lives.mjs`. Telephone numbers are from Ofcom's ranges for drama, NHS numbers are test numbers.
 */
export const lives: readonly Life[] = [cook, student, grandmother].map(tableToLife);

/** When the open copies say they were made. */
export const livesMade = '2026-11-20T18:00:00.000Z';
