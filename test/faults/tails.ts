import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may be left at the end of a log file of LevelDB; given the last whole record. */
export const tails: readonly { readonly name: string; readonly of: (record: Buffer) => Buffer }[] = [
  { name: 'the head of a record', of: (record) => record.subarray(0, head) },
  { name: 'half a record', of: (record) => record.subarray(0, Math.ceil(record.length / 2)) },
  { name: 'zeros for a head', of: () => Buffer.alloc(head) },
  { name: 'zeros for a record', of: (record) => Buffer.alloc(record.length) },
];

/** Checksum, length, kind: see https://github.com/google/leveldb/blob/main/doc/log_format.md. */
const head = 7;
const block = 32_768;

/** Adds a tail to the newest log of the databases of one origin, as a crash in the middle of a write would leave it. */
export function addTail(profile: string, origin: string, { of }: (typeof tails)[number]): void {
  const folder = join(profile, `Default/IndexedDB/${origin.replace('://', '_').replace(':', '_')}.indexeddb.leveldb`);
  const name = readdirSync(folder)
    .filter((file) => file.endsWith('.log'))
    .sort()
    .at(-1);
  if (!name) throw new Error(`${folder} has no log.`);
  const log = readFileSync(join(folder, name));
  writeFileSync(join(folder, name), Buffer.concat([log, of(lastRecord(log))]));
}

function lastRecord(log: Buffer): Buffer {
  let last = log.subarray(0, 0);
  for (let at = 0; at + head <= log.length; ) {
    const left = block - (at % block);
    if (left < head) {
      at += left;
      continue;
    }
    const end = at + head + log.readUInt16LE(at + 4);
    last = log.subarray(at, end);
    at = end;
  }
  if (last.length <= head) throw new Error('The log holds no record.');
  return last;
}
