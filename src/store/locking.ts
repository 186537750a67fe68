import type { Passport } from '#passport/fold.ts';
import { type Kept, keyFileNames, keyToImage } from './keyring.ts';
import type { Stretch } from './lock/argon.ts';
import { hasPasskey, type Lock, makeLock, type Opens, withOpens, withoutPasskey, withPasskey } from './lock/lock.ts';
import { encodeOpenFile, openChanges, openFileName } from './lock/open-file.ts';
import { forgetPasskey, makePasskey } from './lock/passkey.ts';
import { makePin, type Pin } from './lock/pin.ts';
import { type House, putKeyFile, type Rekey, type Rekeyed } from './rekey.ts';
import { keyRowOf } from './rows.ts';
import type { Locking, LockSaved } from './store.ts';
import { alone } from './tabs.ts';

/** What a lock needs that the rest of a store does not. `pin` is the one that stands now. */
export type LockParts = { readonly pin: Pin | null; readonly stretch: Stretch };

type Parts = {
  readonly house: House;
  readonly lock: LockParts;
  readonly passport: () => Passport;
  readonly queue: <T>(task: () => Promise<T>) => Promise<T>;
  /** In the queue. */
  readonly changeKey: (wish: Rekey) => Promise<Rekeyed>;
  readonly tellLocked: () => void;
};

const done = { ok: true } as const;
const busy = { ok: false, problem: 'forever-busy' } as const;
const refused = { ok: false, problem: 'save-refused' } as const;

/** Putting a lock on, changing it and taking it off, and what opens beside it. `refresh` brings the latter up to date. */
export function makeLocking(parts: Parts): Locking & { refresh(): Promise<void> } {
  const { house, passport, queue, changeKey, tellLocked } = parts;
  const { rows, keyring, disk, name, world } = house;
  const { stretch } = parts.lock;
  let { pin } = parts.lock;
  let written: string | null = null;

  const lockKept = () => {
    const kept = keyring.kept();
    return kept.in === 'lock' ? kept : null;
  };
  const opensNow = (): Opens => lockKept()?.held.lock.opens ?? pin?.opens ?? 'nothing';

  /** What opens without the secret lies in a file of its own, made anew when it changes and overwritten when it ends. */
  const refresh = async () => {
    if (!disk) return;
    const opens = opensNow();
    const changes = opens === 'nothing' ? [] : openChanges(passport(), opens);
    const wanted = JSON.stringify([opens, changes]);
    if (wanted === written) return;
    const file = openFileName(name);
    if (opens !== 'nothing') await disk.write(file, await encodeOpenFile(opens, changes));
    else if (await disk.read(file)) await disk.remove(file);
    written = wanted;
  };

  const rekeyed = async (wish: Rekey): Promise<LockSaved> => {
    const outcome = await changeKey(wish);
    if (outcome !== 'done') return outcome === 'busy' ? busy : refused;
    await refresh();
    return done;
  };

  /** Puts another lock in place of this one, around the same key. */
  const putLock = async (change: (lock: Lock) => Promise<Lock>): Promise<LockSaved> => {
    const kept = lockKept();
    if (!kept) return refused;
    const held = { ...kept.held, lock: await change(kept.held.lock) };
    const next: Kept = { ...kept, held };
    const image = await keyToImage(keyring.current(), next);
    return alone(`${name}-keys`, async () => {
      const row = await keyRowOf(rows);
      if (!image || row?.epoch !== held.epoch) return busy;
      if (row.lock) await rows.keys.put({ ...row, lock: image });
      if (disk) for (const file of keyFileNames(name)) if (!(await putKeyFile(disk, file, image))) return refused;
      keyring.use(keyring.current(), next);
      await refresh();
      return done;
    });
  };

  const putPin = async (next: Pin | null): Promise<LockSaved> => {
    const row = await keyRowOf(rows);
    if (!row) return refused;
    const { pin: _, ...rest } = row;
    await rows.keys.put(next ? { ...rest, pin: next } : rest);
    pin = next;
    await refresh();
    return done;
  };

  return {
    refresh,
    state() {
      const kept = lockKept();
      if (kept) return { kind: 'passphrase', opens: opensNow(), hasPasskey: hasPasskey(kept.held.lock) };
      return pin ? { kind: 'pin', opens: pin.opens } : { kind: 'none' };
    },
    turnOn: ({ passphrase, recovery, opens }) =>
      queue(async () => {
        // without a private file system there is nowhere to leave anything open
        const outside = disk ? opens : 'nothing';
        const made = await makeLock({ passphrase, recovery, opens: outside, stretch, random: world.random });
        if (!made.ok) return made;
        const outcome = await rekeyed({ to: made });
        if (!outcome.ok) return outcome;
        pin = null;
        tellLocked();
        return done;
      }),
    turnOff: () =>
      queue(async () => {
        if (!lockKept()) return putPin(null);
        return rekeyed({ to: 'device' });
      }),
    setOpens: (opens) =>
      queue(async () => {
        const kept = lockKept();
        if (!disk && opens !== 'nothing') return refused;
        if (kept) return putLock((lock) => withOpens(lock, kept.lockKey, opens));
        return pin ? putPin({ ...pin, opens }) : refused;
      }),
    addPasskey: (label) =>
      queue(async () => {
        const kept = lockKept();
        if (!kept) return refused;
        const made = await makePasskey(label, world.random);
        return made.ok ? putLock((lock) => withPasskey(lock, kept.lockKey, made.passkey)) : made;
      }),
    dropPasskey: () =>
      queue(async () => {
        const slot = lockKept()?.held.lock.slots.find(({ kind }) => kind === 'passkey');
        const dropped = await putLock(async (lock) => withoutPasskey(lock));
        if (dropped.ok && slot?.kind === 'passkey') await forgetPasskey(slot.credential);
        return dropped;
      }),
    setPin: (typed, opens) =>
      queue(async () => {
        if (lockKept()) return refused;
        const made = await makePin(typed, opens, stretch, world.random);
        return made ? putPin(made) : { ok: false, problem: 'argon-failed' };
      }),
  };
}
