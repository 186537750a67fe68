import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepNote, readNotes, withGiven } from '#store/backups.ts';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import { stretchHere } from '#store/lock/stretch.ts';
import { newsKey, readNews } from '#store/lock-news.ts';
import { openStore } from '#store/open.ts';
import type { Locked, Secret } from '#store/opened.ts';
import { openPages } from '#store/pages.ts';
import type { Proof } from '#store/proving.ts';
import { passportNames } from '#store/registry.ts';
import type { Locking, LockSaved, OpenOptions, Store } from '#store/store.ts';
import {
  dumpAll,
  medicine,
  memoryDisk,
  open,
  proofOf,
  save,
  testLocks,
  testStorage,
  testWorld,
  wipe,
} from './world.ts';

/** The real Argon2id, made cheap: what it costs is measured elsewhere. */
const stretch: NonNullable<OpenOptions['stretch']> = (secret, salt) =>
  stretchHere({ secret, salt, cost: { memory: 64, passes: 1 } });
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const recovery = newRecoveryKey(random);
const written = recoveryToGroups(recovery).join(' ');
const passphrase = 'purple kettle on the hill';
const unproved = { ok: false, problem: 'proof-missing' };

const opened: Store[] = [];
let world = testWorld();
let disk = memoryDisk(world);
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: testLocks(), credentials: device() });
  vi.stubGlobal('PublicKeyCredential', {});
  vi.stubGlobal('location', { hostname: 'localhost' });
  vi.stubGlobal('localStorage', testStorage());
  world = testWorld();
  disk = memoryDisk(world);
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  vi.unstubAllGlobals();
  await wipe();
});

/** A device that knows one face, and answers as WebAuthn's PRF does. */
function device() {
  const secret = random(32);
  const answer = (salt: Uint8Array) => ({
    rawId: new Uint8Array([7]).buffer,
    getClientExtensionResults: () => ({
      prf: { enabled: true, results: { first: new Uint8Array(secret.map((byte, at) => byte ^ (salt[at] ?? 0))) } },
    }),
  });
  type Asked = { publicKey: { extensions: { prf: { eval: { first: Uint8Array } } } } };
  const ask = async ({ publicKey }: Asked) => answer(new Uint8Array(publicKey.extensions.prf.eval.first));
  return { create: ask, get: ask };
}

async function start(options: Partial<OpenOptions> = {}): Promise<Store> {
  const store = await open({ world, disk, stretch, ...options });
  opened.push(store);
  return store;
}

async function locked(options: Partial<OpenOptions> = {}): Promise<Locked> {
  const told = await openStore({ world, disk, stretch, ...options });
  if (told.ok || told.problem !== 'store-locked') throw new Error('it is not locked');
  return told.locked;
}

async function unlocked(door: Locked, secret: Secret): Promise<Store> {
  const told = await door.unlock(secret);
  if (!told.ok) throw new Error(told.problem);
  opened.push(told.store);
  await told.store.ready;
  return told.store;
}

function lockOf(store: Store): Locking {
  if (!store.locking) throw new Error('there is no lock to be had');
  return store.locking;
}

/** An open passport behind the passphrase. */
async function behindPassphrase(): Promise<Store> {
  const store = await start();
  await save(store, medicine('m1', 'planted m1'));
  expect(await lockOf(store).turnOn({ passphrase, recovery, opens: 'nothing' })).toEqual({ ok: true });
  return store;
}

async function behindPin(): Promise<Store> {
  const store = await start();
  await save(store, medicine('m1', 'planted m1'));
  expect(await lockOf(store).setPin('2580', 'nothing')).toEqual({ ok: true });
  return store;
}

const other = newRecoveryKey(random);
/** Everything that weakens a lock, or changes a way in. */
const acts: readonly (readonly [string, (lock: Locking, proof?: Proof | null) => Promise<LockSaved>])[] = [
  ['turning it off', (lock, proof) => lock.turnOff(proof)],
  [
    'another passphrase',
    (lock, proof) => lock.turnOn({ passphrase: 'another', recovery: other, opens: 'nothing' }, proof),
  ],
  ['a passkey', (lock, proof) => lock.addPasskey('x', proof)],
  ['taking a passkey away', (lock, proof) => lock.dropPasskey(proof)],
  ['flare steps outside it', (lock, proof) => lock.setOpens('flare', proof)],
  ['the A&E card outside it', (lock, proof) => lock.setOpens('emergency', proof)],
];

describe('on a lock that is on, nothing is weakened and no way in is changed without the passphrase', () => {
  it.each(acts)('%s: not without it, and with it once', async (_, act) => {
    const lock = lockOf(await behindPassphrase());
    expect(await act(lock)).toEqual(unproved);
    expect(await act(lock, null)).toEqual(unproved);
    expect(await act(lock, Object.freeze({}) as Proof)).toEqual(unproved);
    expect(lock.state()).toEqual({ kind: 'passphrase', opens: 'nothing', hasPasskey: false });
    const proved = await lock.prove('passphrase', ` ${passphrase} `);
    if (!proved.ok) throw new Error(proved.problem);
    expect(await act(lock, proved.proof)).toEqual({ ok: true });
    if (lock.state().kind === 'none') return;
    expect(await lock.turnOff(proved.proof)).toEqual(unproved);
  });

  it('the recovery key proves it as well, as it was typed, and a slip in it costs no try', async () => {
    const lock = lockOf(await behindPassphrase());
    for (let at = 0; at < 6; at += 1) {
      expect(await lock.prove('recovery', written.slice(0, 17))).toMatchObject({
        ok: false,
        problem: 'recovery-unread',
        slip: { found: 'part', typed: 3 },
      });
    }
    expect(lock.wait()).toBe(0);
    const proved = await lock.prove('recovery', written.toLowerCase().replaceAll(' ', ''));
    expect(proved.ok).toBe(true);
    const wrong = await lock.prove('recovery', recoveryToGroups(other).join('-'));
    expect(wrong).toEqual({ ok: false, problem: 'unlock-wrong' });
  });

  it('a PIN proves nothing to it, nor does a proof from another passport', async () => {
    const pinned = await behindPin();
    const foreign = await proofOf(pinned, 'pin', '2580');
    await pinned.close();
    disk = memoryDisk(world);
    const lock = lockOf(await start({ fresh: true }));
    await lock.turnOn({ passphrase, recovery, opens: 'nothing' });
    expect(await lock.prove('pin', '2580')).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(await lock.prove('pin', passphrase)).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(await lock.turnOff(foreign)).toEqual(unproved);
  });

  it('a proof that its act could not use is still good for another try, and for one only', async () => {
    const lock = lockOf(await behindPassphrase());
    const proved = await lock.prove('passphrase', passphrase);
    if (!proved.ok) throw new Error(proved.problem);
    vi.stubGlobal('navigator', { locks: testLocks() });
    expect(await lock.addPasskey('x', proved.proof)).toMatchObject({ ok: false, problem: 'passkey-missing' });
    expect(await lock.setOpens('flare', proved.proof)).toEqual({ ok: true });
    expect(await lock.setOpens('emergency', proved.proof)).toEqual(unproved);
  });

  it('what leaves less open is done at once', async () => {
    const store = await behindPassphrase();
    const lock = lockOf(store);
    await lock.setOpens('emergency', await proofOf(store, 'passphrase', passphrase));
    expect(await lock.setOpens('nothing')).toEqual({ ok: true });
    expect(lock.state()).toMatchObject({ opens: 'nothing' });
  });

  it('nor is it erased from inside', async () => {
    const store = await behindPassphrase();
    await expect(store.erase()).rejects.toThrow('proof-missing');
    expect(store.count()).toBe(1);
    expect(await store.append([medicine('m2', 'y')], { by: '', lang: '' })).toMatchObject({ ok: true });
    await store.erase(await proofOf(store, 'passphrase', passphrase));
    expect(disk.files.size).toBe(0);
  });

  it('without a lock none of it is asked', async () => {
    const store = await start();
    const lock = lockOf(store);
    expect(lock.holds(null)).toBe(true);
    expect(await lock.turnOn({ passphrase, recovery, opens: 'flare' })).toEqual({ ok: true });
    expect(lock.holds(null)).toBe(false);
  });
});

describe('a PIN', () => {
  it('is what is asked for where it is all there is', async () => {
    const store = await behindPin();
    const lock = lockOf(store);
    expect(await lock.turnOff()).toEqual(unproved);
    expect(await lock.setPin('1111', 'nothing')).toEqual(unproved);
    expect(await lock.turnOn({ passphrase, recovery, opens: 'nothing' })).toEqual(unproved);
    expect(await lock.setOpens('emergency')).toEqual(unproved);
    expect(await lock.prove('passphrase', '2580')).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(await lock.setPin('1111', 'nothing', await proofOf(store, 'pin', '٢٥ ٨٠'))).toEqual({ ok: true });
    expect(await lock.turnOff(await proofOf(store, 'pin', '1111'))).toEqual({ ok: true });
  });

  it('that another tab has put on is not taken off by one that knows of none', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [one, two] = [await start(), await start()];
    await save(one, medicine('m1', 'x'));
    await lockOf(one).setPin('2580', 'nothing');
    expect(await lockOf(two).turnOff()).toEqual({ ok: false, problem: 'forever-busy' });
    expect(await lockOf(two).setPin('1111', 'nothing')).toEqual({ ok: false, problem: 'forever-busy' });
    await unlocked(await locked(), { pin: '2580' });
  });
});

describe('wrong secrets inside', () => {
  it('count and wait exactly as at the lock, in one count with it, through a reload', async () => {
    const store = await behindPassphrase();
    const lock = lockOf(store);
    for (let at = 0; at < 4; at += 1) {
      expect(lock.wait()).toBe(0);
      expect(await lock.prove('passphrase', `guess ${at}`)).toEqual({ ok: false, problem: 'unlock-wrong' });
    }
    expect(lock.wait()).toBe(5_000);
    expect(await lock.prove('passphrase', passphrase)).toEqual({ ok: false, problem: 'unlock-wait' });
    await store.close();
    const door = await locked();
    expect(door.wait()).toBe(5_000);
    expect(await door.unlock({ passphrase })).toEqual({ ok: false, problem: 'unlock-wait' });
    world.wait(5_000);
    expect(await door.unlock({ passphrase: 'guess 5' })).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(door.wait()).toBe(15_000);
    world.wait(15_000);
    const again = await unlocked(door, { passphrase });
    expect(lockOf(again).wait()).toBe(0);
  });

  it('count where the browser keeps nothing, too', async () => {
    const refuse = () => {
      throw new DOMException('', 'SecurityError');
    };
    const lock = lockOf(await behindPassphrase());
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    for (let at = 0; at < 4; at += 1) await lock.prove('passphrase', `guess ${at}`);
    expect(lock.wait()).toBe(5_000);
    world.wait(5_000);
    expect((await lock.prove('passphrase', passphrase)).ok).toBe(true);
    expect(lock.wait()).toBe(0);
  });

  it('are not forgotten because a passkey opened it: that one neither waits nor clears', async () => {
    const store = await behindPassphrase();
    await lockOf(store).addPasskey('x', await proofOf(store, 'passphrase', passphrase));
    for (let at = 0; at < 4; at += 1) await lockOf(store).prove('passphrase', `guess ${at}`);
    await store.close();
    const again = await unlocked(await locked(), { passkey: true });
    expect(lockOf(again).wait()).toBe(5_000);
    expect(await lockOf(again).prove('passphrase', passphrase)).toEqual({ ok: false, problem: 'unlock-wait' });
  });
});

describe('old ways in end at once', () => {
  it('after a change the old passphrase, the old recovery key and the passkey open nothing, in no tab', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const store = await behindPassphrase();
    await lockOf(store).addPasskey('x', await proofOf(store, 'passphrase', passphrase));
    const deaf = await unlocked(await locked(), { passphrase });
    const door = await locked();
    const old = new Map([...disk.files].filter(([name]) => /^mf-[\w-]{16}-[ab]$/.test(name)));
    const wish = { passphrase: 'another few words', recovery: other, opens: 'nothing' } as const;
    expect(await lockOf(store).turnOn(wish, await proofOf(store, 'passphrase', passphrase))).toEqual({ ok: true });
    expect(lockOf(store).state()).toMatchObject({ hasPasskey: false });
    await store.close();

    for (const way of [{ passphrase }, { recovery: written }]) {
      expect(await door.unlock(way)).toEqual({ ok: false, problem: 'unlock-wrong' });
      world.wait(600_000);
    }
    expect(await door.unlock({ passkey: true })).toMatchObject({ ok: false });
    // a tab that has not heard of it is told nothing by the old one either
    expect(await lockOf(deaf).prove('passphrase', passphrase)).toEqual({ ok: false, problem: 'unlock-wrong' });
    world.wait(600_000);
    expect(await lockOf(deaf).turnOff()).toEqual(unproved);
    // the key files of before, put back, open neither the database nor the safe copy
    const now = new Map(disk.files);
    for (const [name, bytes] of old) disk.files.set(name, bytes);
    const told = await openStore({ world, disk, stretch });
    if (!told.ok && told.problem === 'store-locked') {
      expect(await told.locked.unlock({ passphrase })).not.toMatchObject({ ok: true });
    } else expect(told).not.toMatchObject({ ok: true });
    for (const [name, bytes] of now) disk.files.set(name, bytes);
    world.wait(600_000);
    expect((await unlocked(await locked(), { passphrase: 'another few words' })).count()).toBe(1);
  });

  it('no slot of before lies anywhere on the device', async () => {
    const store = await behindPassphrase();
    await lockOf(store).addPasskey('x', await proofOf(store, 'passphrase', passphrase));
    const lockFile = () => [...disk.files].find(([name]) => /^mf-[\w-]{16}-a$/.test(name))?.[1] ?? new Uint8Array();
    const before = Buffer.from(lockFile()).toString('latin1');
    const slots = [...before.matchAll(/"ct":"base64:([^"]{40})/g)].map(([, ct = '']) => ct);
    expect(slots).toHaveLength(3);
    const wish = { passphrase: 'another few words', recovery: other, opens: 'nothing' } as const;
    await lockOf(store).turnOn(wish, await proofOf(store, 'passphrase', passphrase));
    await store.settle();
    const all = await everything();
    for (const slot of slots) expect(all).not.toContain(slot);
  });

  it('a passkey that was taken away opens nothing, and its slot is gone', async () => {
    const store = await behindPassphrase();
    await lockOf(store).addPasskey('x', await proofOf(store, 'passphrase', passphrase));
    const door = await locked();
    expect(await lockOf(store).dropPasskey(await proofOf(store, 'recovery', written))).toEqual({ ok: true });
    expect(await door.unlock({ passkey: true })).toEqual({ ok: false, problem: 'passkey-missing' });
    expect(await everything()).not.toContain('"kind":"passkey"');
  });

  it('files given out before are noted as old, and those made since are not', async () => {
    const store = await behindPassphrase();
    await keepNote(store, 'given', withGiven([], 'backup', '2026-03-01'));
    await keepNote(store, 'trusted', { where: 'with Leyla', at: '2026-02-01' });
    await lockOf(store).setOpens('flare', await proofOf(store, 'passphrase', passphrase));
    expect((await readNotes(store)).given).toEqual([{ kind: 'backup', at: '2026-03-01', isOld: false }]);
    const wish = { passphrase: 'another few words', recovery: other, opens: 'nothing' } as const;
    await lockOf(store).turnOn(wish, await proofOf(store, 'passphrase', passphrase));
    const { given } = await readNotes(store);
    expect(given).toEqual([{ kind: 'backup', at: '2026-03-01', isOld: true }]);
    expect(withGiven(given, 'trusted', '2026-03-02')).toHaveLength(2);
    expect(withGiven(given, 'backup', '2026-03-02')).toEqual([{ kind: 'backup', at: '2026-03-02', isOld: false }]);
  });

  it('files from before each was noted are old too, and a folder stays old until it is chosen again', async () => {
    const store = await behindPassphrase();
    await keepNote(store, 'last', { count: 1, pages: 0, at: '2026-01-05' });
    await keepNote(store, 'trusted', { where: 'with Leyla', at: '2026-02-01' });
    await lockOf(store).addPasskey('x', await proofOf(store, 'passphrase', passphrase));
    await lockOf(store).dropPasskey(await proofOf(store, 'passphrase', passphrase));
    expect((await readNotes(store)).given).toEqual([
      { kind: 'backup', at: '2026-01-05', isOld: true },
      { kind: 'trusted', at: '2026-02-01', isOld: true },
    ]);
    const folder = [{ kind: 'folder', at: '2026-03-01', isOld: true }] as const;
    expect(withGiven(folder, 'folder', '2026-03-04', true)).toEqual([{ ...folder[0], at: '2026-03-04' }]);
    expect(withGiven(folder, 'folder', '2026-03-04')).toEqual([{ kind: 'folder', at: '2026-03-04', isOld: false }]);
  });
});

describe('what was changed', () => {
  it('is told at the next unlocking, by what and when alone, and lies nowhere in clear', async () => {
    const store = await behindPassphrase();
    world.wait(86_400_000);
    await lockOf(store).setOpens('flare', await proofOf(store, 'passphrase', passphrase));
    await lockOf(store).setOpens('nothing');
    const wish = { passphrase: 'another few words', recovery: other, opens: 'nothing' } as const;
    await lockOf(store).turnOn(wish, await proofOf(store, 'passphrase', passphrase));
    await store.close();
    expect(await everything()).not.toMatch(/lock\/news|"what"|passphrase.{0,9}2026/);
    const again = await unlocked(await locked(), { passphrase: 'another few words' });
    const drafts = await again.drafts.all();
    expect(readNews(drafts.get(newsKey))).toEqual([
      { what: 'on', at: '2026-03-02T10:00:00.000Z' },
      { what: 'opens', at: '2026-03-03T10:00:00.000Z' },
      { what: 'passphrase', at: '2026-03-03T10:00:00.000Z' },
    ]);
    expect(Buffer.from(await again.download()).toString('latin1')).not.toContain('news');
  });

  it('is read with care: anything else that lies there tells nothing', () => {
    for (const text of [undefined, '', 'x', '{}', 'null', '[1]', '[{"what":"where","at":"2026-03-03"}]']) {
      expect(readNews(text)).toEqual([]);
    }
    expect(readNews('[{"what":"off","at":"2026-03-03T10:00:00.000Z"},{"what":"off","at":"x"}]')).toHaveLength(1);
  });
});

describe('someone who has lost every way in', () => {
  it('can erase from the lock and start again: nothing of it is left, private pages too', async () => {
    const store = await start();
    await save(store, medicine('m1', 'planted m1'));
    const pages = openPages(store, {
      world,
      stretch,
      openStore: (options) => openStore({ ...options, disk, stretch }),
    });
    await pages.begin('four green chairs');
    await pages.close();
    await lockOf(store).turnOn({ passphrase, recovery, opens: 'flare' });
    await store.close();
    const door = await locked();
    await door.unlock({ passphrase: 'guess' });
    await door.erase();
    expect(disk.files.size).toBe(0);
    expect(localStorage.length).toBe(0);
    expect(await passportNames()).toEqual([]);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['mf']);
    expect((await start()).count()).toBe(0);
  });

  it('erases that passport alone where there are several', async () => {
    const first = await start();
    await save(first, medicine('m1', 'x'));
    const pages = openPages(first, {
      world,
      stretch,
      openStore: (options) => openStore({ ...options, disk, stretch }),
    });
    await pages.begin(null);
    await pages.close();
    await first.close();
    const second = await start({ fresh: true });
    await save(second, medicine('m2', 'y'));
    await lockOf(second).setPin('2580', 'nothing');
    await second.close();
    await (await locked()).erase();
    const left = await start();
    expect(left.count()).toBe(2);
    const kept = openPages(left, { world, stretch, openStore: (options) => openStore({ ...options, disk, stretch }) });
    expect(await kept.open()).toEqual({ ok: true });
    await kept.close();
  });

  it('closes the tabs in which it is open', async () => {
    const store = await behindPin();
    const heard = vi.fn();
    store.onNewer(heard);
    await (await locked()).erase();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('erased'));
    expect((await store.append([medicine('m2', 'y')], { by: '', lang: '' })).ok).toBe(false);
  });
});

/** Everything on the device, as one text. */
async function everything(): Promise<string> {
  const files = [...disk.files].map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('latin1')}`);
  return [await dumpAll(), ...files].join('\n');
}
