import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { stretchHere } from '#store/lock/stretch.ts';
import { openStore } from '#store/open.ts';
import type { Locked, Secret } from '#store/opened.ts';
import type { OpenOptions, Store } from '#store/store.ts';
import {
  medicine,
  memoryDisk,
  open,
  proofOf,
  save,
  testLocks,
  testStorage,
  testWorld,
  watchConnections,
  wipe,
} from './world.ts';

/** The real Argon2id, made cheap: what it costs is measured elsewhere. */
const stretch: NonNullable<OpenOptions['stretch']> = (secret, salt) =>
  stretchHere({ secret, salt, cost: { memory: 64, passes: 1 } });
const recovery = newRecoveryKey((count) => crypto.getRandomValues(new Uint8Array(count)));
const passphrase = 'purple kettle on the hill';
const flareStep = (step: string) => ({ part: 'flare', record: 'flare', set: { steps: [step] } });

const opened: Store[] = [];
const world = testWorld();
let disk = memoryDisk(world);
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: testLocks() });
  vi.stubGlobal('localStorage', testStorage());
  disk = memoryDisk(world);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) await store.close();
  vi.unstubAllGlobals();
  await wipe();
});

async function start(): Promise<Store> {
  const store = await open({ world, disk, stretch });
  opened.push(store);
  return store;
}

async function locked(): Promise<Locked> {
  const told = await openStore({ world, disk, stretch });
  if (told.ok || told.problem !== 'store-locked') throw new Error(`it is not locked: ${JSON.stringify(told)}`);
  return told.locked;
}

async function unlocked(door: Locked, secret: Secret): Promise<Store> {
  const told = await door.unlock(secret);
  if (!told.ok) throw new Error(told.problem);
  opened.push(told.store);
  await told.store.ready;
  return told.store;
}

/** A passport behind the passphrase, two tabs of it open; they do not hear each other. */
async function twoDeafTabs(opens: 'nothing' | 'emergency' = 'nothing'): Promise<readonly [Store, Store]> {
  vi.stubGlobal('BroadcastChannel', undefined);
  const first = await start();
  await save(first, medicine('m1', 'x'), medicine('m2', 'y'));
  expect(await first.locking?.turnOn({ passphrase, recovery, opens })).toEqual({ ok: true });
  await first.settle();
  await first.close();
  return [await unlocked(await locked(), { passphrase }), await unlocked(await locked(), { passphrase })];
}

describe('while another tab changes the lock', () => {
  it('the page that asks for the passphrase asks for the one that stands now', async () => {
    const [one] = await twoDeafTabs();
    const door = await locked();
    const proof = await proofOf(one, 'passphrase', passphrase);
    await one.locking?.turnOn({ passphrase: 'another', recovery, opens: 'nothing' }, proof);
    expect(await door.unlock({ passphrase })).toEqual({ ok: false, problem: 'unlock-wrong' });
    expect((await unlocked(door, { passphrase: 'another' })).count()).toBe(2);
  });

  it('the page that asks for a PIN asks for the one that stands now, and for none once it is off', async () => {
    const store = await start();
    await save(store, medicine('m1', 'x'));
    await store.locking?.setPin('2580', 'nothing');
    const door = await locked();
    await store.locking?.setPin('1111', 'nothing', await proofOf(store, 'pin', '2580'));
    expect(await door.unlock({ pin: '2580' })).toEqual({ ok: false, problem: 'unlock-wrong' });
    await store.locking?.turnOff(await proofOf(store, 'pin', '1111'));
    expect((await unlocked(door, { pin: '2580' })).count()).toBe(1);
  });

  it('each change of it makes the other tabs close and open again', async () => {
    const [one, two] = [await start(), await start()];
    await save(one, medicine('m1', 'x'));
    const heard = vi.fn();
    two.onNewer(heard);
    await one.locking?.setPin('2580', 'nothing');
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('locked'));
    await vi.waitFor(
      async () => expect((await two.append([medicine('m2', 'y')], { by: '', lang: '' })).ok).toBe(false),
      {
        timeout: 4_000,
      },
    );
  });

  it('a tab that knows the old lock writes it nowhere', async () => {
    const [one, two] = await twoDeafTabs('emergency');
    expect(await one.locking?.setOpens('nothing')).toEqual({ ok: true });
    await save(two, medicine('m3', 'z'));
    await two.settle();
    expect([...disk.files.keys()].some((file) => file.endsWith('-open'))).toBe(false);
    expect(await two.removeForEver(['m1'])).toEqual({ ok: false, problem: 'forever-busy' });
    const proof = await proofOf(two, 'passphrase', passphrase);
    expect(await two.locking?.setOpens('emergency', proof)).toEqual({ ok: false, problem: 'forever-busy' });
    await two.close();
    expect((await locked()).state).toMatchObject({ opens: 'nothing' });
    expect((await unlocked(await locked(), { passphrase })).count()).toBe(3);
  });

  it('what opens outside the lock goes, though another tab is writing it just then', async () => {
    const [one, two] = await twoDeafTabs('emergency');
    const write = disk.write.bind(disk);
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      vi.spyOn(disk, 'write').mockImplementation(async (file, bytes) => {
        if (file.endsWith('-open')) {
          resolve();
          await held;
        }
        return write(file, bytes);
      });
    });
    await save(two, { part: 'allergies', record: 'a1', set: { substance: 'Naproxen' } });
    const writing = two.settle();
    await begun;
    const turning = one.locking?.setOpens('nothing');
    await new Promise((resolve) => setTimeout(resolve, 100));
    letThrough();
    expect(await turning).toEqual({ ok: true });
    await writing;
    expect([...disk.files.keys()].some((file) => file.endsWith('-open'))).toBe(false);
  });

  it('a tab that knows of no lock leaves alone what opens beside it', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [one, two] = [await start(), await start()];
    await save(one, medicine('m1', 'x'), flareStep('a step'));
    await one.locking?.setPin('2580', 'flare');
    await save(two, medicine('m2', 'y'));
    await two.settle();
    await two.close();
    expect(JSON.stringify((await locked()).open)).toContain('a step');
  });

  it('no save of a tab that has no key any more is said to be saved', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [one, two] = [await start(), await start()];
    await save(one, medicine('m1', 'x'));
    await one.locking?.turnOn({ passphrase, recovery, opens: 'nothing' });
    for (const name of ['y', 'z'])
      expect((await two.append([medicine('m2', name)], { by: '', lang: 'en-GB' })).ok).toBe(false);
    const again = await unlocked(await locked(), { passphrase });
    expect(again.count()).toBe(1);
    expect(again.unreadable()).toBe(0);
  });
});

describe('what opens outside the lock', () => {
  it('is up to date as soon as the page is left or closed, and says when it was written', async () => {
    const store = await start();
    await store.locking?.setPin('2580', 'flare');
    await save(store, flareStep('one step'));
    await store.flush();
    expect(JSON.stringify((await locked()).open)).toContain('one step');
    world.wait(86_400_000);
    await save(store, flareStep('another step'));
    await store.close();
    const door = await locked();
    expect(JSON.stringify(door.open)).toContain('another step');
    expect(door.open?.written).toEqual(world.now());
  });

  it('is nothing where there is no private file system', async () => {
    const store = await open({ world, disk: null, stretch });
    opened.push(store);
    await save(store, flareStep('a step'));
    expect(store.locking?.canLeaveOpen).toBe(false);
    await store.locking?.setPin('2580', 'flare');
    expect(store.locking?.state()).toEqual({ kind: 'pin', opens: 'nothing' });
  });
});

describe('when the connection to the database broke', () => {
  it('while the person was reading, the lock goes on all the same', async () => {
    const breakAll = watchConnections();
    const store = await start();
    await save(store, medicine('m1', 'x'));
    await store.settle();
    breakAll();
    expect(await store.locking?.turnOn({ passphrase, recovery, opens: 'nothing' })).toEqual({ ok: true });
    await store.close();
    expect((await unlocked(await locked(), { passphrase })).count()).toBe(1);
  });

  it('for good, the lock and removing for ever end with a problem, and nothing is lost', async () => {
    const breakAll = watchConnections();
    const store = await start();
    await save(store, medicine('m1', 'x'));
    await store.settle();
    breakAll();
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    });
    expect(await store.locking?.turnOn({ passphrase, recovery, opens: 'nothing' })).toMatchObject({ ok: false });
    expect(await store.locking?.setPin('2580', 'nothing')).toMatchObject({ ok: false });
    expect(await store.removeForEver(['m1'])).toMatchObject({ ok: false });
    refused.mockRestore();
    await store.close();
    expect((await start()).count()).toBe(1);
  });
});
