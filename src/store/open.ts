import { findPlace, findSecondPlace } from './database.ts';
import { type Disk, openDisk } from './disk.ts';
import { isNamed, isRefusal, type OpenProblem } from './failure.ts';
import { findKeyRow, type Keyring, lockOf, openKeyring, readKeyFiles } from './keyring.ts';
import { liveStore } from './live.ts';
import { type Loaded, load } from './load.ts';
import { workerStretch } from './lock/argon.ts';
import { readPin } from './lock/pin.ts';
import type { LockedKey } from './lock-file.ts';
import { makeLoss } from './loss.ts';
import { beginNewLog } from './new-log.ts';
import type { Loss, Opened } from './opened.ts';
import { passportName } from './registry.ts';
import { declareRows, isNewer, type KeyRow, type Rows } from './rows.ts';
import { openSafe } from './safe/copy.ts';
import { allSentinels, lossOf, readSentinel } from './safe/sentinel.ts';
import { makeSealer } from './seal.ts';
import type { Site, Way } from './site.ts';
import type { OpenOptions } from './store.ts';
import { canBeAlone } from './tabs.ts';
import { makeLocked, makePinned } from './unlock.ts';

/**
 * Opens the person's passport, or begins one. Resolves when the parts in `first` are in memory. A browser that refuses
 * storage, a newer database, a lock and a lost key are problems; so is a database that holds less than the sentinel and
 * the safe copy know of. What is on the device then stays as it is. No start is a first one while anything on the disk
 * or a sentinel tells of a passport.
 */
export async function openStore(options: OpenOptions): Promise<Opened> {
  try {
    const { disk: given, makeWorker } = options;
    const [disk] = await Promise.all([given === undefined ? openDisk(makeWorker) : given, prepare(options)]);
    const name = options.name ?? (await findName(options, disk));
    const { key } = options;
    const sealer = key && (await makeSealer(key.raw, key.epoch));
    return await openNamed({ options, name, disk }, sealer ? { given: { sealer, kept: { in: 'caller' } } } : {});
  } catch (error) {
    return { ok: false, problem: errorToOpenProblem(error), loss: null };
  }
}

/** Before anything is opened. A passport with a name is opened beside another, which has prepared the place for both. */
async function prepare({ name }: OpenOptions): Promise<void> {
  await findPlace();
  if (name === undefined) await beginNewLog();
}

/** The name of the latest passport. Should the list of passports be lost or refused, it is found without it. */
async function findName({ world, fresh = false }: OpenOptions, disk: Disk | null): Promise<string> {
  const find = () => twice(() => passportName(world, fresh, () => lostName(disk)));
  try {
    return await find();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (await findSecondPlace()) return find();
    const lost = fresh ? null : await lostName(disk);
    if (lost === null) throw error;
    return lost;
  }
}

/** The latest passport that the sentinels and the disk know of. */
async function lostName(disk: Disk | null): Promise<string | null> {
  const sentinels = (await allSentinels(disk)).filter(({ install, count }) => install.startsWith('mf-') && count > 0);
  const [latest] = sentinels.sort((a, b) => b.revision - a.revision);
  const onDisk = (await disk?.names())?.find((file) => file.startsWith('mf-') && file.endsWith('-a'));
  return latest?.install ?? onDisk?.replace(/(-safe)?-a$/, '') ?? null;
}

async function openNamed({ options, name, disk }: Pick<Site, 'options' | 'name' | 'disk'>, way: Way): Promise<Opened> {
  // two tabs that cannot wait for each other would write over each other
  const safe = disk && canBeAlone() ? openSafe({ disk, name, world: options.world }) : null;
  const early = await readKeyFiles(name, disk);
  const again = (further: Way) => openNamed({ options, name, disk }, { ...way, ...further });
  const site: Site = { options, name, disk, safe, early, again };
  const rows = declareRows(name);
  const no = (problem: OpenProblem, loss: Loss | null = null): Opened => {
    rows.close({ disableAutoOpen: true });
    return { ok: false, problem, loss };
  };
  const locked = (open: Awaited<ReturnType<typeof makeLocked>>): Opened => {
    rows.close({ disableAutoOpen: true });
    return { ok: false, problem: 'store-locked', locked: open };
  };
  try {
    try {
      await twice(() => rows.open().then(() => undefined));
    } catch (error) {
      const problem = errorToOpenProblem(error);
      if (problem !== 'store-refused' || !isRefusal(error)) return no(problem);
      return lost(site, way, { kind: 'refused', here: null }, no, locked);
    }
    if (isNewer(rows)) return no('store-newer');
    const row = await findKeyRow(rows, early, way.given?.sealer ?? null);
    if (row === 'store-damaged') return lost(site, way, { kind: 'empty', here: null }, no, locked);
    if (typeof row === 'string') return no(row);
    const held = way.given ? null : await lockOf(row, early);
    if (held) return locked(await makeLocked(site, held, stretchOf(options)));
    const pin = readPin(row.pin);
    if (pin && !way.isPinRight) return locked(await makePinned(site, pin, stretchOf(options)));
    const keyring = await openKeyring(rows, name, disk, row, early, way.given ?? null);
    if (!keyring) return no('store-key-missing');
    const loaded = await load(rows, keyring, options.first ?? ['flare', 'me', 'words']);
    const kind = way.after ? null : await findLoss(site, loaded);
    if (kind) return await lost(site, way, { kind, here: { keyring, loaded } }, no, locked);
    return { ok: true, store: live(site, way, { rows, keyring, loaded, row }) };
  } catch (error) {
    // a damaged table shows once it is read; Chromium may then empty the database, which a second opening finds out
    const problem = errorToOpenProblem(error);
    if (problem !== 'store-refused' || way.after) return no(problem);
    rows.close({ disableAutoOpen: true });
    if (!way.hasRefused) return again({ hasRefused: true });
    return isRefusal(error) ? lost(site, way, { kind: 'refused', here: null }, no, locked) : no(problem);
  }
}

type Here = { readonly rows: Rows; readonly keyring: Keyring; readonly loaded: Loaded; readonly row: KeyRow };

function live({ options, name, disk, safe }: Site, { after }: Way, { rows, keyring, loaded, row }: Here) {
  const lock = { pin: readPin(row.pin), stretch: stretchOf(options) };
  return liveStore({ rows, keyring, disk, safe, name, loaded, options, lock, after });
}

/** What the sentinel knows of that is not here. A later log with fewer changes is one that some were removed from. */
async function findLoss({ name, disk }: Site, { tally, unreadable, last }: Loaded) {
  const sentinel = await readSentinel(name, disk);
  if (unreadable === 0 && sentinel && last > sentinel.revision) return null;
  return lossOf({ sentinel, here: { ...tally, unreadable } });
}

type Found = {
  readonly kind: Loss['kind'];
  /** Null when the database is empty or does not open. */
  readonly here: { readonly keyring: Keyring; readonly loaded: Loaded } | null;
};

/** Tells of a loss, once the key that opens the safe copy is at hand. */
async function lost(
  site: Site,
  way: Way,
  { kind, here }: Found,
  no: (problem: OpenProblem, loss: Loss | null) => Opened,
  locked: (open: Awaited<ReturnType<typeof makeLocked>>) => Opened,
): Promise<Opened> {
  const latest = [...site.early].sort((a, b) => b.epoch - a.epoch)[0];
  if (!here && !way.given && latest?.kind === 'lock') {
    return locked(await makeLocked(site, latest as LockedKey, stretchOf(site.options)));
  }
  const onDevice = latest?.kind === 'key' ? await makeSealer(latest.key, latest.epoch) : null;
  const given = here
    ? { sealer: here.keyring.current(), kept: here.keyring.kept() }
    : (way.given ?? (onDevice && { sealer: onDevice, kept: { in: 'files' } as const }));
  const loss = await makeLoss(site, { kind, given, loaded: here?.loaded ?? null, keyring: here?.keyring ?? null });
  return no(kind === 'behind' ? 'store-behind' : 'store-damaged', loss);
}

function stretchOf({ stretch, makeArgonWorker }: OpenOptions) {
  return stretch ?? (makeArgonWorker ? workerStretch(makeArgonWorker) : async () => null);
}

/** A damaged database may refuse once, and then open empty. */
async function twice<T>(task: () => PromiseLike<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return task();
  }
}

function errorToOpenProblem(error: unknown): OpenProblem {
  if (isNamed(error, 'VersionError')) return 'store-newer';
  return isNamed(error, 'QuotaExceededError') ? 'store-full' : 'store-refused';
}
