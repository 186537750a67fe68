import { readFileSync } from 'node:fs';
import { declareRows } from '#store/rows.ts';

type Row = Record<string, unknown>;
type One = {
  readonly passphrase: string;
  readonly recovery: string;
  readonly lock: Uint8Array<ArrayBuffer>;
  readonly lockKey: Uint8Array<ArrayBuffer>;
  readonly pin: unknown;
  readonly databases: Record<string, Record<string, readonly Row[]>>;
  readonly backup: Uint8Array<ArrayBuffer>;
};

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const unpack = (key: string, value: unknown) => {
  const { buffer, bytes } = (value ?? {}) as { buffer?: string; bytes?: string };
  if (typeof buffer === 'string') return bytesOf(buffer).buffer;
  if (typeof bytes === 'string') return bytesOf(bytes);
  return ['lock', 'lockKey', 'backup'].includes(key) && typeof value === 'string' ? bytesOf(value) : value;
};

/**
 * A lock, a PIN (4711), private pages and a sealed backup as they were made before secrets were folded: under
 * `Rosie's old brown dog`, with a straight apostrophe and with a curly one.
 */
export const secretsV1 = JSON.parse(
  readFileSync(new URL('../fixtures/secrets-v1.json', import.meta.url), 'utf8'),
  unpack,
) as { readonly straight: One; readonly curly: One };

/** Puts the databases of one of them in place; the main one is named `mf-main`. */
export async function putDatabases({ databases }: One): Promise<void> {
  for (const [name, tables] of Object.entries(databases)) {
    if (name === 'mf') continue;
    const rows = declareRows(name);
    await rows.open();
    for (const [table, list] of Object.entries(tables)) await rows.table(table).bulkAdd([...list]);
    rows.close();
  }
}
