import { decodeKeyFile, type KeyFiles } from './key-file.ts';
import { type KeyRow, keyRowOf, type Rows } from './rows.ts';
import { makeSealer, newKey, type Sealer } from './seal.ts';

/** The sealer in use and those met before in this tab. */
export type Keyring = {
  current(): Sealer;
  /** The sealer of an epoch, looked up anew when another tab has changed the key; null when it is nowhere. */
  sealerOf(epoch: number): Promise<Sealer | null>;
  /** True when the key in use lies in the database itself. */
  isInRows(): boolean;
  use(sealer: Sealer, inRows: boolean): void;
};

export type KeyProblem = 'store-key-missing' | 'store-damaged';

/** The two key files of a passport: while a key is changed, one holds the old and one the new. */
export function keyFileNames(name: string): readonly [string, string] {
  return [`${name}-a`, `${name}-b`];
}

type KeyFile = Awaited<ReturnType<KeyFiles['read']>>;

/** Both key files: asked for while the database opens, so that a start does not wait for them. */
export function readKeyFiles(name: string, files: KeyFiles | null): Promise<readonly KeyFile[]> {
  return files ? Promise.all(keyFileNames(name).map((file) => files.read(file))) : Promise.resolve([]);
}

/**
 * Finds the key of an open database, or makes the first one. A database that is empty although its key file stands has
 * lost its rows (one flipped bit can do that): that is a problem and not a first start.
 */
export async function openKeyring(
  rows: Rows,
  name: string,
  files: KeyFiles | null,
  early: readonly KeyFile[],
): Promise<Keyring | KeyProblem> {
  let row = await keyRowOf(rows);
  if (!row) {
    if (await rows.log.count()) return 'store-key-missing';
    if (early.some((file) => file)) return 'store-damaged';
    row = await firstRow(rows, { epoch: 1, key: newKey() });
  }
  const first = await rowToSealer(row, early);
  if (!first) return 'store-key-missing';

  let current = first;
  let inRows = row.key !== null;
  const known = new Map([[first.epoch, first]]);
  const use = (sealer: Sealer, isIn: boolean) => {
    current = sealer;
    inRows = isIn;
    known.set(sealer.epoch, sealer);
  };
  return {
    current: () => current,
    isInRows: () => inRows,
    use,
    async sealerOf(epoch) {
      if (known.has(epoch)) return known.get(epoch) ?? null;
      const latest = await keyRowOf(rows);
      const sealer = latest ? await rowToSealer(latest, latest.key ? [] : await readKeyFiles(name, files)) : null;
      if (sealer && sealer.epoch > current.epoch) use(sealer, latest?.key !== null);
      return known.get(epoch) ?? null;
    },
  };
}

/** Two tabs may both be first: the row that is in wins. */
function firstRow(rows: Rows, row: KeyRow): PromiseLike<KeyRow> {
  return rows.transaction('rw', rows.keys, async () => {
    const standing = await keyRowOf(rows);
    if (!standing) await rows.keys.add(row);
    return standing ?? row;
  });
}

async function rowToSealer(row: KeyRow, found: readonly KeyFile[]): Promise<Sealer | null> {
  if (row.key) return makeSealer(row.key, row.epoch);
  for (const file of found) {
    const held = file && (await decodeKeyFile(file.bytes));
    if (held && held.epoch === row.epoch) return makeSealer(held.key, held.epoch);
  }
  return null;
}
