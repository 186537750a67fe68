import type { Passport } from '#passport/fold.ts';
import type { SaveProblem } from './failure.ts';
import { type Kept, keyFileNames, keyToImage } from './keyring.ts';
import type { Stretch } from './lock/argon.ts';
import { keptTries } from './lock/kept-tries.ts';
import {
  hasPasskey,
  isWider,
  type Lock,
  makeLock,
  type Opens,
  withOpens,
  withoutPasskey,
  withPasskey,
} from './lock/lock.ts';
import { encodeOpenFile, openChanges, openFileName } from './lock/open-file.ts';
import { forgetPasskey, makePasskey } from './lock/passkey.ts';
import { isSamePin, makePin, type Pin, readPin } from './lock/pin.ts';
import type { LockNews } from './lock-news.ts';
import { noteChange } from './note-change.ts';
import { makeProving, type Proof, readStanding } from './proving.ts';
import { type House, isLockHere, putKeyFile, type Rekey, type Rekeyed } from './rekey.ts';
import { keyRowOf } from './rows.ts';
import type { Locking, LockSaved } from './store.ts';
import { alone } from './tabs.ts';
import { write } from './writing.ts';

/** What a lock needs that the rest of a store does not. `pin` is the one that stands now. */
export type LockParts = { readonly pin: Pin | null; readonly stretch: Stretch };

type Parts = {
  readonly house: House;
  readonly lock: LockParts;
  /** Null while parts of it are still to come, and once nothing may be written any more. */
  readonly passport: () => Passport | null;
  readonly queue: <T>(task: () => Promise<T>) => Promise<T>;
  /** In the queue. */
  readonly changeKey: (wish: Rekey) => Promise<Rekeyed | SaveProblem>;
  /** Makes the other tabs close and open again: what they know of the lock is out of date. */
  readonly tellLocked: () => void;
  /** Takes what was overwritten in the database out of its files. */
  readonly tidyUp: () => Promise<void>;
};

const done = { ok: true } as const;
const busy = { ok: false, problem: 'forever-busy' } as const;
const refused = { ok: false, problem: 'save-refused' } as const;
/** After these, someone who knew a way in knows it no more. */
const endings: ReadonlySet<LockNews['what']> = new Set(['passphrase', 'pin', 'passkey-gone']);
const unproved = { ok: false, problem: 'proof-missing' } as const;

/** Putting a lock on, changing it and taking it off, and what opens beside it. `refresh` brings the latter up to date. */
export function makeLocking(parts: Parts): Locking & { refresh(): Promise<void> } {
  const { house, passport, queue, changeKey, tellLocked, tidyUp } = parts;
  const { rows, keyring, disk, name, world } = house;
  const { stretch } = parts.lock;
  let { pin } = parts.lock;
  let written: string | null = null;

  const lockKept = () => {
    const kept = keyring.kept();
    return kept.in === 'lock' ? kept : null;
  };
  const isOn = () => lockKept() !== null || pin !== null;
  const proving = makeProving({
    isOn,
    read: () => readStanding(house),
    stretch,
    tries: keptTries(name, () => world.now().getTime()),
  });
  const leftOpen = (wanted: Opens): Opens => (disk ? wanted : 'nothing');
  const opensNow = (): Opens => lockKept()?.held.lock.opens ?? pin?.opens ?? 'nothing';

  /** False when another tab has changed what opens: then the file is its to look after. */
  const isKnown = async () => {
    try {
      const row = await keyRowOf(rows);
      return row !== undefined && readPin(row.pin)?.opens === pin?.opens && (await isLockHere(house));
    } catch {
      return false;
    }
  };

  /** What opens without the secret lies in a file of its own, made anew when it changes and overwritten when it ends. */
  const refresh = async () => {
    const opens = opensNow();
    const standing = passport();
    if (!disk || !standing) return;
    const changes = openChanges(standing, opens);
    const wanted = JSON.stringify([opens, changes]);
    if (wanted === written) return;
    // looked at and written in one: another tab may be changing what opens
    await alone(`${name}-open`, async () => {
      if (!(await isKnown())) return;
      const file = openFileName(name);
      if (opens === 'nothing') {
        if (await disk.read(file)) await disk.remove(file);
      } else if (!(await disk.write(file, await encodeOpenFile(opens, changes)))) return;
      written = wanted;
    });
  };

  const rekeyed = async (wish: Rekey): Promise<LockSaved> => {
    const outcome = await changeKey(wish);
    if (outcome === 'busy') return busy;
    if (outcome === 'files') return refused;
    return outcome === 'done' ? changed() : { ok: false, problem: outcome };
  };
  const changed = async () => {
    await refresh();
    tellLocked();
    return done;
  };

  type Act = { readonly proof: Proof | null | undefined; readonly what: LockNews['what'] | null };
  /** One act on the lock: not without its proof where there is a lock, and told of once it is done. */
  const act = ({ proof = null, what }: Act, work: () => Promise<LockSaved>) =>
    queue(async () => {
      if (!proving.holds(proof)) return unproved;
      const isEnd = isOn() && what !== null && endings.has(what);
      const outcome = await work();
      if (!outcome.ok) return outcome;
      if (proof) proving.accept(proof);
      if (what) await write(rows, () => noteChange(house, what, isEnd));
      return outcome;
    });

  /** Puts another lock in place of this one, around the same key. */
  const putLock = async (change: (lock: Lock) => Promise<Lock>): Promise<LockSaved> => {
    const kept = lockKept();
    if (!kept) return refused;
    const held = { ...kept.held, lock: await change(kept.held.lock) };
    const next: Kept = { ...kept, held };
    const image = await keyToImage(keyring.current(), next);
    const put = () =>
      alone(`${name}-keys`, async () => {
        const row = await keyRowOf(rows);
        if (!image || row?.epoch !== held.epoch || !(await isLockHere(house))) return busy;
        if (row.lock) {
          await rows.keys.put({ ...row, lock: image });
          void tidyUp();
        }
        if (disk) for (const file of keyFileNames(name)) if (!(await putKeyFile(disk, file, image))) return refused;
        keyring.use(keyring.current(), next);
        return changed();
      });
    const written = await write(rows, put);
    return written.ok ? written.value : written;
  };

  const putPin = async (next: Pin | null): Promise<LockSaved> => {
    const written = await write(rows, () =>
      rows.transaction('rw', rows.keys, async () => {
        const row = await keyRowOf(rows);
        // another tab may have put a PIN on, or taken it off
        if (row?.epoch !== keyring.current().epoch || !isSamePin(readPin(row.pin), pin)) return false;
        const { pin: _, ...rest } = row;
        await rows.keys.put(next ? { ...rest, pin: next } : rest);
        return true;
      }),
    );
    if (!written.ok) return written;
    if (!written.value) return busy;
    pin = next;
    return changed();
  };

  const putOpens = async (opens: Opens): Promise<LockSaved> => {
    const kept = lockKept();
    if (!disk && opens !== 'nothing') return refused;
    if (kept) return putLock((lock) => withOpens(lock, kept.lockKey, opens));
    return pin ? putPin({ ...pin, opens }) : refused;
  };

  return {
    refresh,
    canLeaveOpen: disk !== null,
    state() {
      const kept = lockKept();
      if (kept) return { kind: 'passphrase', opens: opensNow(), hasPasskey: hasPasskey(kept.held.lock) };
      return pin ? { kind: 'pin', opens: pin.opens } : { kind: 'none' };
    },
    wait: proving.wait,
    prove: proving.prove,
    holds: proving.holds,
    accept: proving.accept,
    turnOn: ({ passphrase, recovery, opens }, proof) =>
      act({ proof, what: isOn() ? 'passphrase' : 'on' }, async () => {
        const outside = leftOpen(opens);
        const made = await makeLock({ passphrase, recovery, opens: outside, stretch, random: world.random });
        if (!made.ok) return made;
        const before = pin;
        pin = null;
        const outcome = await rekeyed({ to: made });
        if (!outcome.ok) pin = before;
        return outcome;
      }),
    turnOff: (proof) =>
      act({ proof, what: 'off' }, async () => {
        if (!lockKept()) return putPin(null);
        return rekeyed({ to: 'device' });
      }),
    setOpens: (opens, proof) =>
      isWider(opensNow(), opens) ? act({ proof, what: 'opens' }, () => putOpens(opens)) : queue(() => putOpens(opens)),
    addPasskey: (label, proof) =>
      act({ proof, what: 'passkey-added' }, async () => {
        const kept = lockKept();
        if (!kept) return refused;
        const made = await makePasskey(label, world.random);
        return made.ok ? putLock((lock) => withPasskey(lock, kept.lockKey, made.passkey)) : made;
      }),
    dropPasskey: (proof) =>
      act({ proof, what: 'passkey-gone' }, async () => {
        const slot = lockKept()?.held.lock.slots.find(({ kind }) => kind === 'passkey');
        const dropped = await putLock(async (lock) => withoutPasskey(lock));
        if (dropped.ok && slot?.kind === 'passkey') await forgetPasskey(slot.credential);
        return dropped;
      }),
    setPin: (typed, opens, proof) =>
      act({ proof, what: 'pin' }, async () => {
        if (lockKept()) return refused;
        const made = await makePin(typed, leftOpen(opens), stretch, world.random);
        return made ? putPin(made) : { ok: false, problem: 'argon-failed' };
      }),
  };
}
