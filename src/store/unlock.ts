import { eraseLocked } from './erase.ts';
import { type Kept, lockOf, readKeyFiles } from './keyring.ts';
import type { Stretch } from './lock/argon.ts';
import { keptTries } from './lock/kept-tries.ts';
import { hasPasskey, openLock, opensToKinds } from './lock/lock.ts';
import { decodeOpenFile, openFileName } from './lock/open-file.ts';
import { isRightPin, type Pin, readPin } from './lock/pin.ts';
import { type LockedKey, unwrapKey } from './lock-file.ts';
import type { Locked, Opened, Secret, UnlockProblem } from './opened.ts';
import { declareRows, type KeyRow, keyRowOf } from './rows.ts';
import { makeSealer } from './seal.ts';
import type { Site, Way } from './site.ts';

type Refused = { readonly ok: false; readonly problem: UnlockProblem };

/** A passport whose key a lock holds. */
export async function makeLocked(site: Site, held: LockedKey, stretch: Stretch): Promise<Locked> {
  return door(site, {
    state: { kind: 'passphrase', opens: held.lock.opens, hasPasskey: hasPasskey(held.lock) },
    async open(secret) {
      if ('pin' in secret) return refused('unlock-wrong');
      const row = await rowNow(site);
      const now = row ? await lockOf(row, await readKeyFiles(site.name, site.disk)) : held;
      if (!now) return {};
      const opened = await openLock(now.lock, secret, stretch);
      if (!opened.ok) return refused(opened.problem);
      const raw = await unwrapKey(now, opened.lockKey);
      if (!raw) return refused('unlock-wrong');
      const kept: Kept = { in: 'lock', held: now, lockKey: opened.lockKey };
      return { given: { sealer: await makeSealer(raw, now.epoch), kept } };
    },
  });
}

/** A passport that asks for a PIN before it shows itself. */
export async function makePinned(site: Site, pin: Pin, stretch: Stretch): Promise<Locked> {
  return door(site, {
    state: { kind: 'pin', opens: pin.opens },
    async open(secret) {
      if (!('pin' in secret)) return refused('unlock-wrong');
      const now = readPin((await rowNow(site))?.pin);
      if (!now) return {};
      const isRight = await isRightPin(now, secret.pin, stretch);
      if (isRight === 'argon-failed') return refused(isRight);
      return isRight ? { isPinRight: true } : refused('unlock-wrong');
    },
  });
}

/** The key row as it is now: another tab may have changed the lock since this page was shown. Undefined when there is none. */
async function rowNow({ name }: Site): Promise<KeyRow | undefined> {
  const rows = declareRows(name);
  try {
    await rows.open();
    return await keyRowOf(rows);
  } catch {
    return undefined;
  } finally {
    rows.close({ disableAutoOpen: true });
  }
}

type Door = {
  readonly state: Locked['state'];
  /** An empty way when there is no lock here any more: opening again finds what stands now. */
  open(secret: Secret): Promise<Way | Refused>;
};

async function door(site: Site, { state, open }: Door): Promise<Locked> {
  const { options, name, disk, again } = site;
  const tries = keptTries(name, () => options.world.now().getTime());
  const enter = async (secret: Secret): Promise<Opened | Refused> => {
    // no one guesses a passkey: it waits for nothing, and clears no tries at the passphrase
    const isGuessed = !('passkey' in secret);
    if (isGuessed && tries.wait() > 0) return refused('unlock-wait');
    const way = await open(secret);
    if ('problem' in way) {
      if (isGuessed && way.problem === 'unlock-wrong') tries.wrong();
      return way;
    }
    if (isGuessed) tries.right();
    return again(way);
  };
  return { state, open: await readOpenPages(), wait: tries.wait, unlock: enter, erase: () => eraseLocked(site) };

  /** What the file holds and the lock says: neither alone is enough. */
  async function readOpenPages(): Promise<Locked['open']> {
    const kinds = opensToKinds(state.opens);
    const file = kinds.length > 0 ? await disk?.read(openFileName(name)) : null;
    const pages = file ? await decodeOpenFile(file.bytes) : null;
    if (!file || !pages) return null;
    const flare = kinds.includes('flare') ? pages.flare : null;
    const emergency = kinds.includes('emergency') ? pages.emergency : null;
    return flare || emergency ? { flare, emergency, written: new Date(file.written) } : null;
  }
}

function refused(problem: UnlockProblem): Refused {
  return { ok: false, problem };
}
