import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import { stretchHere } from '#store/lock/stretch.ts';
import { openStore } from '#store/open.ts';
import type { Locked, Opened, Secret } from '#store/opened.ts';
import type { OpenOptions, Store } from '#store/store.ts';
import { lockV1 } from './lock/lock-v1.ts';
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

const light = { memory: 64, passes: 1 };
/** The real Argon2id, made cheap: what it costs is measured elsewhere. */
const stretch: NonNullable<OpenOptions['stretch']> = (secret, salt) => stretchHere({ secret, salt, cost: light });
const recovery = newRecoveryKey((count) => crypto.getRandomValues(new Uint8Array(count)));
const passphrase = 'purple kettle on the hill';

const opened: Store[] = [];
const world = testWorld();
let disk = memoryDisk(world);
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: testLocks() });
  disk = memoryDisk(world);
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  vi.unstubAllGlobals();
  await wipe();
});

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

/** Turns the lock on over three medicines and a draft, and closes. */
async function lockedPassport(
  opens: 'nothing' | 'flare' | 'emergency' | 'both' = 'nothing',
  options: Partial<OpenOptions> = {},
) {
  const store = await start(options);
  for (const id of ['m1', 'm2', 'm3']) await save(store, medicine(id, `planted ${id}`));
  await save(store, { part: 'flare', record: 'flare', set: { steps: ['planted step'] } });
  await store.drafts.keep('goals/g1/what', 'planted draft');
  await store.settle();
  expect(await store.locking?.turnOn({ passphrase, recovery, opens })).toEqual({ ok: true });
  expect(store.locking?.state()).toEqual({ kind: 'passphrase', opens, hasPasskey: false });
  const passport = store.passport();
  await store.settle();
  await store.close();
  return passport;
}

/** Everything on the device, as one text. */
async function everything(): Promise<string> {
  const files = [...disk.files].map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('latin1')}`);
  return [await dumpAll(), ...files].join('\n');
}

describe('a passphrase', () => {
  it('is asked for at the next start, and opens everything', async () => {
    const passport = await lockedPassport();
    const door = await locked();
    expect(door.state).toEqual({ kind: 'passphrase', opens: 'nothing', hasPasskey: false });
    expect(door.open).toBeNull();
    const store = await unlocked(door, { passphrase });
    expect(store.passport()).toEqual(passport);
    expect((await store.drafts.all()).get('goals/g1/what')).toBe('planted draft');
    expect((await store.log()).length).toBe(4);
    await save(store, medicine('m4', 'after'));
    await store.close();
    expect((await unlocked(await locked(), { passphrase })).count()).toBe(5);
  });

  it('leaves neither the old key nor any words on the device', async () => {
    const store = await start();
    for (const id of ['m1', 'm2']) await save(store, medicine(id, `planted ${id}`));
    await store.settle();
    const [name] = [...disk.files.keys()].map((file) => /^(mf-[\w-]{16})-a$/.exec(file)?.[1]).filter(Boolean);
    const old = Buffer.from(disk.files.get(`${name}-a`)?.slice(8, 40) ?? []).toString('latin1');
    expect(old.length).toBe(32);
    expect(await everything()).toContain(old);
    await store.locking?.turnOn({ passphrase, recovery, opens: 'nothing' });
    await store.settle();
    const after = await everything();
    expect(after).not.toContain(old);
    expect(after).not.toContain('planted');
  });

  it('can be forgotten: the recovery key opens it too', async () => {
    const passport = await lockedPassport();
    const store = await unlocked(await locked(), { recovery: recoveryToGroups(recovery).join(' ').toLowerCase() });
    expect(store.passport()).toEqual(passport);
  });

  it('wrong is told, slows down after three, and never wipes anything', async () => {
    vi.stubGlobal('localStorage', testStorage());
    const passport = await lockedPassport();
    const door = await locked();
    for (let at = 0; at < 3; at++) {
      expect(door.wait()).toBe(0);
      expect(await door.unlock({ passphrase: 'wrong' })).toEqual({ ok: false, problem: 'unlock-wrong' });
    }
    expect(await door.unlock({ passphrase: 'wrong' })).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect(door.wait()).toBe(5_000);
    expect(await door.unlock({ passphrase })).toEqual({ ok: false, problem: 'unlock-wait' });
    expect((await locked()).wait()).toBe(5_000);
    world.wait(5_000);
    expect((await unlocked(door, { passphrase })).passport()).toEqual(passport);
  });

  it('can be changed: the old one opens nothing', async () => {
    await lockedPassport();
    const store = await unlocked(await locked(), { passphrase });
    const proof = await proofOf(store, 'passphrase', passphrase);
    await store.locking?.turnOn({ passphrase: 'another', recovery, opens: 'nothing' }, proof);
    await store.close();
    const door = await locked();
    expect(await door.unlock({ passphrase })).toEqual({ ok: false, problem: 'unlock-wrong' });
    await unlocked(door, { passphrase: 'another' });
  });

  it('taken off, the passport opens by itself under a key that lies on the device', async () => {
    const passport = await lockedPassport('flare');
    const store = await unlocked(await locked(), { passphrase });
    expect(await store.locking?.turnOff(await proofOf(store, 'passphrase', passphrase))).toEqual({ ok: true });
    expect(store.locking?.state()).toEqual({ kind: 'none' });
    await store.close();
    const again = await start();
    expect(again.passport()).toEqual(passport);
    expect([...disk.files.keys()].some((file) => file.endsWith('-open'))).toBe(false);
  });

  it('holds where there is no private file system too', async () => {
    const passport = await lockedPassport('nothing', { disk: null });
    const door = await locked({ disk: null });
    expect((await unlocked(door, { passphrase })).passport()).toEqual(passport);
  });

  it('is not needed again when a record is removed for ever behind it', async () => {
    await lockedPassport();
    const store = await unlocked(await locked(), { passphrase });
    expect(await store.removeForEver(['m2'])).toEqual({ ok: true });
    await store.close();
    const again = await unlocked(await locked(), { passphrase });
    expect((await again.log()).map(({ record }) => record)).toEqual(['m1', 'm3', 'flare', 'm2']);
    expect(JSON.stringify(await again.log())).not.toContain('planted m2');
  });

  it('a power cut at any moment of turning it on leaves a passport that opens', async () => {
    for (let cut = 1; ; cut++) {
      const store = await start();
      await save(store, medicine('m1', 'x'));
      await store.settle();
      let left = cut;
      const { write, add } = disk;
      const fuse = async <T>(go: () => Promise<T>): Promise<T> => (--left < 0 ? new Promise<T>(() => undefined) : go());
      disk.write = (...order) => fuse(() => write(...order));
      disk.add = (...order) => fuse(() => add(...order));
      const turned = store.locking?.turnOn({ passphrase, recovery, opens: 'flare' });
      const outcome = await Promise.race([turned, new Promise((resolve) => setTimeout(() => resolve('cut'), 400))]);
      disk.write = write;
      disk.add = add;
      vi.stubGlobal('navigator', { locks: testLocks() });
      const told = await openStore({ world, disk, stretch });
      const again = await settledOn(told);
      expect(again.count(), `cut before write ${cut + 1}`).toBe(1);
      opened.length = 0;
      await again.close();
      await wipe();
      disk = memoryDisk(world);
      if (outcome !== 'cut') break;
    }
  });

  async function settledOn(told: Opened): Promise<Store> {
    if (told.ok) return told.store;
    if (told.problem === 'store-locked') return unlocked(told.locked, { passphrase });
    throw new Error(told.problem);
  }
});

describe('what opens without it', () => {
  it('is the flare steps and nothing else, when that is chosen', async () => {
    await lockedPassport('flare');
    const door = await locked();
    expect(door.open?.emergency).toBeNull();
    const text = JSON.stringify(door.open);
    expect(text).toContain('planted step');
    expect(text).not.toContain('planted m1');
    expect(await everything()).not.toContain('planted');
  });

  it('is both the flare steps and the A&E card, when both are chosen', async () => {
    await lockedPassport('both');
    const { open } = await locked();
    expect(JSON.stringify(open?.flare)).toContain('planted step');
    expect(JSON.stringify(open?.flare)).not.toContain('planted m1');
    expect(JSON.stringify(open?.emergency)).toContain('planted m1');
    expect(await everything()).not.toContain('planted');
  });

  it('shows nothing hard to say of an older version’s file, which is written anew at the first unlock', async () => {
    await lockedPassport('emergency');
    const file = [...disk.files.keys()].find((name) => name.endsWith('-open')) as string;
    await disk.write(file, lockV1.open.emergency);
    const door = await locked();
    expect(JSON.stringify(door.open)).toContain('A plan for bad nights');
    expect(JSON.stringify(door.open)).not.toMatch(/HARDWORDS|hardHow|hardToSay/);
    const store = await unlocked(door, { passphrase });
    await store.settle();
    const { open } = await locked();
    expect(JSON.stringify(open)).toContain('planted m1');
    expect(JSON.stringify(open)).not.toContain('A plan for bad nights');
  });

  it('is up to date, and goes when it is no longer wanted', async () => {
    await lockedPassport('flare');
    const store = await unlocked(await locked(), { passphrase });
    await save(store, { part: 'flare', record: 'flare', set: { steps: ['another step'] } });
    await store.settle();
    expect(JSON.stringify((await locked()).open)).toContain('another step');
    await store.locking?.setOpens('nothing');
    await store.close();
    expect((await locked()).open).toBeNull();
    expect([...disk.files.keys()].some((file) => file.endsWith('-open'))).toBe(false);
  });
});

describe('a PIN', () => {
  it('is asked for at the next start, and gives way to a passphrase', async () => {
    const store = await start();
    await save(store, medicine('m1', 'x'));
    expect(await store.locking?.setPin('2580', 'nothing')).toEqual({ ok: true });
    await store.close();
    const door = await locked();
    expect(door.state).toEqual({ kind: 'pin', opens: 'nothing' });
    expect(await door.unlock({ pin: '0000' })).toEqual({ ok: false, problem: 'unlock-wrong' });
    const again = await unlocked(door, { pin: '2580' });
    expect(again.locking?.state()).toEqual({ kind: 'pin', opens: 'nothing' });
    await again.locking?.turnOn({ passphrase, recovery, opens: 'nothing' }, await proofOf(again, 'pin', '2580'));
    await again.close();
    expect((await locked()).state.kind).toBe('passphrase');
  });

  it('stays through a change of key, and can be taken off', async () => {
    const store = await start();
    await save(store, medicine('m1', 'x'), medicine('m2', 'y'));
    await store.locking?.setPin('2580', 'nothing');
    await store.removeForEver(['m1']);
    await store.close();
    const again = await unlocked(await locked(), { pin: '2580' });
    await again.locking?.turnOff(await proofOf(again, 'pin', '2580'));
    await again.close();
    expect((await start()).locking?.state()).toEqual({ kind: 'none' });
  });
});
