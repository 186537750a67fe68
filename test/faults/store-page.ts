/** A page of its own beside the app, with the app's own store and workers on it, for faults that no hand is fast enough for. */
import { Dexie } from 'dexie';
import diskWorker from '#store/disk.worker.ts?worker&url';
import argonWorker from '#store/lock/argon.worker.ts?worker&url';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { openStore } from '#store/open.ts';
import type { Loss, Opened } from '#store/opened.ts';
import { passportNames } from '#store/registry.ts';
import { declareRows, type Rows, version } from '#store/rows.ts';
import type { Store } from '#store/store.ts';

declare global {
  interface Window {
    faults: typeof faults;
    /** Given by the test: hears what is on the disk. */
    acknowledged?: (what: string) => void;
  }
}

type Policy = { createScriptURL(url: string): string };
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const policy = trustedTypes?.createPolicy('mf', { createScriptURL: (url) => url });
const worker = (url: string) => () => new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const person = { by: '', lang: 'en-GB' };
let store: Store | null = null;
let loss: Loss | null = null;

/** How an opening ended, as a test can be told. */
export type Told =
  | { readonly ok: true; readonly count: number; readonly safe: string }
  | {
      readonly ok: false;
      readonly problem: string;
      readonly loss: { readonly kind: string; readonly here: number; readonly safe: number | null } | null;
    };

async function tell(opened: Opened): Promise<Told> {
  if (opened.ok) {
    store = opened.store;
    await store.ready;
    return { ok: true, count: store.count(), safe: store.safe() };
  }
  if (opened.problem === 'store-locked') {
    const unlocked = await opened.locked.unlock({ passphrase });
    if (unlocked.ok) return tell(unlocked);
    return { ok: false, problem: unlocked.problem, loss: null };
  }
  loss = opened.loss;
  return {
    ok: false,
    problem: opened.problem,
    loss: loss && { kind: loss.kind, here: loss.here, safe: loss.safe?.count ?? null },
  };
}

function opened(): Store {
  if (!store) throw new Error('Open the store first.');
  return store;
}

const passphrase = 'maple river stone candle orbit window';

async function put(name: string, record: string): Promise<string | null> {
  const saved = await opened().append([{ part: 'medicines', record, set: { name } }], person);
  return saved.ok ? null : saved.problem;
}

/** The one database of the latest passport, raw. */
async function withRows<T>(task: (rows: Rows) => Promise<T>, change?: (rows: Rows) => void): Promise<T> {
  const names = await passportNames();
  const rows = declareRows(names.at(-1) ?? '');
  change?.(rows);
  try {
    await rows.open();
    return await task(rows);
  } finally {
    rows.close();
  }
}

const faults = {
  /** `ahead`: the clock, in hours. */
  async open({ fresh = false, ahead = 0 } = {}): Promise<Told> {
    const world = { now: () => new Date(Date.now() + ahead * 3_600_000), random };
    const makeWorkers = { makeWorker: worker(diskWorker), makeArgonWorker: worker(argonWorker) };
    return tell(await openStore({ world, ...makeWorkers, fresh, quiet: { few: 150, many: 50 } }));
  },
  async restore(): Promise<Told> {
    if (!loss) throw new Error('Nothing was lost.');
    return tell(await loss.restore());
  },
  async close(): Promise<void> {
    await opened().flush();
    await opened().settle();
    // a key that was taken out of the database is being cleared from its files: see src/store/tidy.ts
    while (localStorage.getItem('mf-untidy') !== null) await new Promise((resolve) => setTimeout(resolve, 100));
    await opened().flush();
    await opened().close();
    store = null;
  },
  put,
  /** What is in the log, by the names that were put. */
  async names(): Promise<readonly unknown[]> {
    return (await opened().log()).map(({ set }) => set?.['name']);
  },
  count: () => opened().count(),
  /** More than 0 once the store has found out that rows are missing or do not open. */
  unreadable: () => opened().unreadable(),
  drafts: async () => [...(await opened().drafts.all()).values()],
  keepDraft: (text: string) => opened().drafts.keep('medicines/r1/purpose', text),
  /** Saves one after another for ever, with a breath now and then in which rows are gathered. Tells of each that is saved. */
  async saveForEver(label: string): Promise<void> {
    for (let at = 0; ; at += 1) {
      const name = `${label}-${at}`;
      const problem = await put(name, `r${at % 40}`);
      window.acknowledged?.(problem ?? name);
      if (problem) return;
      if (at % 60 === 59) await new Promise((resolve) => setTimeout(resolve, 300));
    }
  },
  /** The same by a bare put that may be acknowledged before it is on the disk, which is what browsers do unasked. */
  async putLooselyForEver(label: string): Promise<void> {
    const rows = new Dexie('loose', { chromeTransactionDurability: 'relaxed' });
    rows.version(1).stores({ loose: '++' });
    for (let at = 0; ; at += 1) {
      await rows.table('loose').add({ name: `${label}-${at}` });
      window.acknowledged?.(`${label}-${at}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  async looseNames(): Promise<readonly unknown[]> {
    const rows = new Dexie('loose');
    rows.version(1).stores({ loose: '++' });
    return (await rows.table('loose').toArray()).map(({ name }) => name);
  },
  turnLockOn: () => opened().locking?.turnOn({ passphrase, recovery: newRecoveryKey(random), opens: 'nothing' }),
  async turnLockOff() {
    const proved = await opened().locking?.prove('passphrase', passphrase);
    return proved?.ok ? opened().locking?.turnOff(proved.proof) : proved;
  },
  removeForEver: (ids: readonly string[]) => opened().removeForEver(ids),
  /** Every raw key of the passport that lies in the database, and in its files: the test looks for them on the disk. */
  async rawKeys(): Promise<{ readonly inRows: readonly number[][]; readonly inFiles: readonly number[][] }> {
    const held = await withRows((rows) => rows.keys.toArray());
    const inFiles: number[][] = [];
    const folder = (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string, FileSystemFileHandle]>;
    for await (const [name, handle] of folder) {
      if (!/^mf-[\w-]+-[ab]$/.test(name) || name.includes('-safe-')) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      // `MFK1`, epoch, key: see key-file.ts
      if (bytes.length === 48 && bytes[3] === 0x31) inFiles.push([...bytes.slice(8, 40)]);
    }
    return { inRows: held.flatMap(({ key }) => (key ? [[...key]] : [])), inFiles };
  },
  /** A database of the next version whose upgrade does `harm` and then fails. Gives what the browser says. */
  async upgradeBadly(harm: 'throws' | 'clears' | 'rewrites' | 'aborts'): Promise<string> {
    const failing = (rows: Rows) => {
      rows
        .version(version + 1)
        .stores({ files: 'id' })
        .upgrade(async (change) => {
          if (harm === 'clears') for (const table of ['log', 'keys', 'snapshots']) await change.table(table).clear();
          if (harm === 'rewrites') {
            await change
              .table('log')
              .toCollection()
              .modify({ ct: new ArrayBuffer(1) });
          }
          if (harm === 'aborts') return change.abort();
          throw new Error('the upgrade failed');
        });
    };
    return withRows(async () => 'went through', failing).catch((error: Error) => error.name);
  },
  /** What other hands than ours could do to the databases. */
  async harm(how: Harm): Promise<void> {
    const name = (await passportNames()).at(-1) ?? '';
    if (how === 'database-deleted') return Dexie.delete(name);
    if (how === 'list-deleted') return Dexie.delete('mf');
    if (how === 'all-deleted') {
      for (const one of await indexedDB.databases()) await Dexie.delete(one.name ?? '');
      return;
    }
    if (how === 'stores-deleted') {
      await Dexie.delete(name);
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version * 10);
        opening.onupgradeneeded = () => opening.result.createObjectStore('snapshots', { keyPath: 'id' });
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      });
      return;
    }
    await withRows(async (rows) => {
      if (how === 'log-cleared') await rows.log.clear();
      if (how === 'keys-cleared') await rows.keys.clear();
      if (how === 'all-cleared') for (const table of rows.tables) await table.clear();
      if (how === 'tail-cut') await rows.log.reverse().limit(2).delete();
      if (how === 'head-cut') await rows.log.limit(1).delete();
      if (how === 'row-garbled') {
        await rows.log.limit(1).modify((row) => {
          new Uint8Array(row.ct)[9] = (new Uint8Array(row.ct)[9] ?? 0) ^ 1;
        });
      }
    });
    if (how === 'list-cleared') {
      const list = await new Dexie('mf').open();
      await list.table('passports').clear();
      list.close();
    }
  },
};

export type Harm =
  | 'database-deleted'
  | 'list-deleted'
  | 'all-deleted'
  | 'stores-deleted'
  | 'log-cleared'
  | 'keys-cleared'
  | 'all-cleared'
  | 'tail-cut'
  | 'head-cut'
  | 'row-garbled'
  | 'list-cleared';

window.faults = faults;
