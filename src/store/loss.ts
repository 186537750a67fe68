import { newId } from '#passport/write.ts';
import { hasSecondPlace, moveToSecondPlace } from './database.ts';
import { encodeDownload } from './download.ts';
import { allOf } from './hand-out.ts';
import type { Kept, Keyring } from './keyring.ts';
import type { Loaded } from './load.ts';
import { changesOf, readLog, sealRow } from './log.ts';
import type { Loss, Opened } from './opened.ts';
import { adoptName } from './registry.ts';
import { declareRows, keyRowOf } from './rows.ts';
import { readSentinel } from './safe/sentinel.ts';
import type { Sealer } from './seal.ts';
import type { Site } from './site.ts';

type Found = {
  readonly kind: Loss['kind'];
  /** The key that opens the safe copy; null when it is nowhere. */
  readonly given: { readonly sealer: Sealer; readonly kept: Kept } | null;
  readonly loaded: Loaded | null;
  readonly keyring: Keyring | null;
};

/** A restored log comes in rows of this many changes. */
const batch = 300;

/** What is missing, what the safe copy holds of it, and the two ways on. */
export async function makeLoss(site: Site, { kind, given, loaded, keyring }: Found): Promise<Loss> {
  const { name, disk, safe, again } = site;
  const sealerOf = async (epoch: number) =>
    keyring ? keyring.sealerOf(epoch) : given?.sealer.epoch === epoch ? given.sealer : null;
  const [sentinel, found] = await Promise.all([readSentinel(name, disk), safe?.read(sealerOf)]);
  const changes = found?.changes ?? [];
  const stuck = (): Opened => ({ ok: false, problem: 'store-refused', loss: { ...loss, isStuck: true } });
  const loss: Loss = {
    kind,
    expected: sentinel?.count ?? null,
    here: loaded?.tally.count ?? 0,
    safe: changes.length > 0 ? { count: changes.length, flushed: found?.flushed ?? null } : null,
    isStuck: false,
    leavesNothing: kind === 'refused' && !hasSecondPlace(),
    async restore(): Promise<Opened> {
      if (!given || (kind === 'refused' && !(await makeRoom(site)))) return stuck();
      const rows = declareRows(name);
      try {
        await rows.open();
        const { sealer, kept } = given;
        const read = keyring ? await readLog(rows, keyring) : { batches: [], last: 0 };
        const known = new Set(changesOf(read.batches).map(({ id }) => id));
        const missing = changes.filter(({ id }) => !known.has(id));
        const seqs = new Set(read.batches.map(({ row }) => row.seq));
        const sealed = await sealAll(sealer, read.last, missing, () => newId(site.options.world));
        await rows.transaction('rw', [rows.log, rows.snapshots, rows.keys], async () => {
          const all = await rows.log.toCollection().primaryKeys();
          await rows.log.bulkDelete(all.filter((seq) => seq <= read.last && !seqs.has(seq)));
          await rows.snapshots.clear();
          await rows.log.bulkAdd(sealed);
          if (await keyRowOf(rows)) return;
          await rows.keys.add({ epoch: sealer.epoch, key: kept.in === 'rows' ? sealer.raw : null });
        });
      } catch {
        return stuck();
      } finally {
        rows.close({ disableAutoOpen: true });
      }
      return again({ given, after: 'restore' });
    },
    download: () => encodeDownload(allOf(changes, [], site.options.world), site.options.world.now().toISOString()),
    async leave(): Promise<Opened> {
      // an empty database under the key that is there: the safe copy stays readable
      if (kind === 'refused' && !(await makeRoom(site))) return stuck();
      try {
        if (!loaded && given) await begin(name, given.sealer);
      } catch {
        return stuck();
      }
      return again({ ...(given ? { given } : {}), after: 'leave' });
    },
  };
  return loss;
}

/** The changes as rows that come after `last`. */
function sealAll(sealer: Sealer, last: number, changes: Parameters<typeof sealRow>[3], makeId: () => string) {
  const starts = Array.from({ length: Math.ceil(changes.length / batch) }, (_, at) => at * batch);
  return Promise.all(
    starts.map((start, at) => sealRow(sealer, last + 1 + at, makeId(), changes.slice(start, start + batch))),
  );
}

async function begin(name: string, sealer: Sealer): Promise<void> {
  const rows = declareRows(name);
  try {
    await rows.open();
    if (!(await keyRowOf(rows))) await rows.keys.add({ epoch: sealer.epoch, key: null });
  } finally {
    rows.close({ disableAutoOpen: true });
  }
}

/** Goes on in the second place; where the browser has none, deletes the database that does not open. */
async function makeRoom({ name, options }: Site): Promise<boolean> {
  try {
    if (!(await moveToSecondPlace())) await declareRows(name).delete({ disableAutoOpen: true });
    if (options.name === undefined) await adoptName(name);
    return true;
  } catch {
    return false;
  }
}
