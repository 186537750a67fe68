import { makeArtefacts } from './artefacts.ts';
import { linkDoor, scanDoor } from './code-doors.ts';
import type { Door } from './door.ts';
import { changeDoor, fileDoor } from './log-doors.ts';
import { backupDoor, lockDoor, safeDoor } from './sealed-doors.ts';
import { medicinesDoor, problemsDoor, routeDoor } from './text-doors.ts';

const makers = [
  linkDoor,
  scanDoor,
  fileDoor,
  backupDoor,
  changeDoor,
  problemsDoor,
  medicinesDoor,
  routeDoor,
  lockDoor,
  safeDoor,
];

/** Every way in for bytes that others made, or that a disk may have damaged. */
export async function makeDoors(): Promise<readonly Door[]> {
  const things = await makeArtefacts();
  return Promise.all(makers.map((make) => make(things)));
}
