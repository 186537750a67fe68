import { describe, expect, test } from 'vitest';
import { light, strong } from '#store/lock/cost.ts';
import {
  decodeLock,
  encodeLock,
  hasPasskey,
  type Lock,
  type LockMade,
  makeLock,
  type Opens,
  openLock,
  readLock,
  withOpens,
  withoutPasskey,
  withPasskey,
} from '#store/lock/lock.ts';
import type { AskPasskey } from '#store/lock/passkey.ts';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import { none, quick, random, small, stretch } from './here.ts';
import { lockV1 } from './lock-v1.ts';

const passphrase = 'seven green boats at Sandwick';
const recovery = newRecoveryKey(random);
const paper = recoveryToGroups(recovery).join('-');

async function locked(opens: Opens = 'nothing', by = quick): Promise<Extract<LockMade, { ok: true }>> {
  const made = await makeLock({ passphrase, recovery, opens, stretch: by, random });
  if (!made.ok) throw new Error(made.problem);
  return made;
}

function device(secret = random(32)): { passkey: Parameters<typeof withPasskey>[2]; ask: AskPasskey } {
  const passkey = { credential: random(48), salt: random(32), secret };
  const ask: AskPasskey = async ({ credential, salt }) =>
    String(credential) === String(passkey.credential) && String(salt) === String(passkey.salt)
      ? { ok: true, secret }
      : { ok: false, problem: 'passkey-missing' };
  return { passkey, ask };
}

describe('a lock', () => {
  test('opens with the passphrase and with the recovery key, to the same key, and to nothing else', async () => {
    const { lock, lockKey } = await locked('flare');
    const opened = { ok: true, lockKey, opens: 'flare' };
    expect(await openLock(lock, { passphrase: ` ${passphrase}\n` }, quick)).toEqual(opened);
    expect(await openLock(lock, { recovery: paper.toLowerCase() }, quick)).toEqual(opened);
    const wrong = { ok: false, problem: 'unlock-wrong' };
    expect(await openLock(lock, { passphrase: passphrase.toUpperCase() }, quick)).toEqual(opened);
    expect(await openLock(lock, { passphrase: passphrase.replaceAll(' ', '') }, quick)).toEqual(wrong);
    expect(await openLock(lock, { passphrase: '' }, quick)).toEqual(wrong);
    const other = recoveryToGroups(newRecoveryKey(random)).join(' ');
    expect(await openLock(lock, { recovery: other }, quick)).toEqual(wrong);
  });

  test('costs a guesser 64 MiB and three passes, and opens at that cost', async () => {
    const { lock, lockKey } = await locked('nothing', stretch);
    expect(lock.slots.find(({ kind }) => kind === 'passphrase')).toMatchObject({ cost: strong });
    expect(await openLock(lock, { passphrase }, stretch)).toMatchObject({ ok: true, lockKey });
  });

  test('made on a small device says at which cost, and opens at that cost elsewhere', async () => {
    const { lock, lockKey } = await locked('nothing', small);
    expect(lock.slots.find(({ kind }) => kind === 'passphrase')).toMatchObject({ cost: light });
    expect(await openLock(lock, { passphrase }, quick)).toMatchObject({ ok: true, lockKey });
  });

  test('is not made without memory, and does not call a right passphrase wrong for want of it', async () => {
    const failed = { ok: false, problem: 'argon-failed' };
    expect(await makeLock({ passphrase, recovery, opens: 'nothing', stretch: none, random })).toEqual(failed);
    const { lock, lockKey } = await locked();
    expect(await openLock(lock, { passphrase }, none)).toEqual(failed);
    expect(await openLock(lock, { recovery: paper }, none)).toMatchObject({ ok: true, lockKey });
  });

  test('says in which group of the recovery key a letter is wrong', async () => {
    const { lock } = await locked();
    const groups = paper.split('-');
    const slip = groups[3]?.replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z')) ?? '';
    const read = await openLock(lock, { recovery: groups.with(3, slip).join(' ') }, quick);
    expect(read).toEqual({ ok: false, problem: 'recovery-unread', group: 4 });
  });

  test('has a key of its own each time, with other salts, though the secrets stay', async () => {
    const [one, two] = [await locked(), await locked()];
    expect(one.lockKey).not.toEqual(two.lockKey);
    const salts = [one, two].flatMap(({ lock }) => lock.slots.map(({ salt }) => String(salt)));
    expect(new Set(salts).size).toBe(4);
  });

  test('holds neither its key nor any secret', async () => {
    const { lock, lockKey } = await locked();
    const { passkey } = device();
    const bytes = Buffer.from(encodeLock(await withPasskey(lock, lockKey, passkey)));
    const texts = [bytes.toString('latin1'), JSON.stringify(lock)];
    for (const secret of [lockKey, recovery, passkey.secret, new TextEncoder().encode(passphrase)]) {
      const forms = (['latin1', 'hex', 'base64'] as const).map((form) => Buffer.from(secret).toString(form));
      for (const text of texts) for (const form of [...forms, String(secret)]) expect(text).not.toContain(form);
    }
  });
});

describe('a passkey', () => {
  test('is one more way in, until it is taken away', async () => {
    const { lock, lockKey } = await locked();
    const { passkey, ask } = device();
    expect(await openLock(lock, { passkey: true }, quick, ask)).toEqual({ ok: false, problem: 'passkey-missing' });
    const more = await withPasskey(lock, lockKey, passkey);
    expect(hasPasskey(more)).toBe(true);
    expect(await openLock(more, { passkey: true }, none, ask)).toMatchObject({ ok: true, lockKey });
    expect(await openLock(more, { passphrase }, quick)).toMatchObject({ ok: true, lockKey });
    expect(withoutPasskey(more)).toEqual(lock);
  });

  test('takes the place of the one before', async () => {
    const { lock, lockKey } = await locked();
    const [old, now] = [device(), device()];
    const both = await withPasskey(await withPasskey(lock, lockKey, old.passkey), lockKey, now.passkey);
    expect(both.slots).toHaveLength(3);
    expect(await openLock(both, { passkey: true }, quick, old.ask)).toEqual({ ok: false, problem: 'passkey-missing' });
    expect(await openLock(both, { passkey: true }, quick, now.ask)).toMatchObject({ ok: true, lockKey });
  });

  test('that answers otherwise opens nothing; called off, it says so', async () => {
    const { lock, lockKey } = await locked();
    const more = await withPasskey(lock, lockKey, device().passkey);
    const other: AskPasskey = async () => ({ ok: true, secret: random(32) });
    expect(await openLock(more, { passkey: true }, quick, other)).toEqual({ ok: false, problem: 'unlock-wrong' });
    const off: AskPasskey = async () => ({ ok: false, problem: 'passkey-refused' });
    expect(await openLock(more, { passkey: true }, quick, off)).toEqual({ ok: false, problem: 'passkey-refused' });
  });

  test('asked with none in this browser is missing, and no crash', async () => {
    const { lock, lockKey } = await locked();
    const more = await withPasskey(lock, lockKey, device().passkey);
    expect(await openLock(more, { passkey: true }, quick)).toEqual({ ok: false, problem: 'passkey-missing' });
  });
});

describe('what opens without the passphrase', () => {
  test('is what the person chose, and can be chosen anew without the passphrase while it is open', async () => {
    const { lock, lockKey } = await locked('flare');
    for (const opens of ['emergency', 'both', 'nothing'] as const) {
      const changed = await withOpens(lock, lockKey, opens);
      expect(await openLock(changed, { passphrase }, quick)).toEqual({ ok: true, lockKey, opens });
    }
  });

  test('is nothing when someone else wrote another choice into the file', async () => {
    const { lock, lockKey } = await locked('nothing');
    for (const opens of ['emergency', 'both'] as const) {
      const forged: Lock = { ...lock, opens };
      expect(await openLock(forged, { passphrase }, quick)).toEqual({ ok: true, lockKey, opens: 'nothing' });
    }
  });
});

describe('a stored lock', () => {
  test('reads back from bytes and from the database, with and without a passkey', async () => {
    const { lock, lockKey } = await locked('emergency');
    for (const one of [lock, await withPasskey(lock, lockKey, device().passkey)]) {
      expect(decodeLock(encodeLock(one))).toEqual(one);
      expect(readLock(structuredClone(one))).toEqual(one);
    }
  });

  test('of version 1 opens as it did, with what was left outside it', async () => {
    const { lock: bytes, lockKey, passphrase, recovery } = lockV1;
    const lock = decodeLock(bytes) as Lock;
    expect(lock).toMatchObject({ v: 2, opens: 'emergency' });
    const opened = { ok: true, lockKey, opens: 'emergency' };
    expect(await openLock(lock, { passphrase }, stretch)).toEqual(opened);
    expect(await openLock(lock, { recovery }, stretch)).toEqual(opened);
    expect(decodeLock(encodeLock(lock))).toEqual(lock);
  });

  test('with any one bit changed is refused or opens nothing, and never opens wide', async () => {
    const { lock, lockKey } = await locked('nothing');
    const bytes = encodeLock(lock);
    let refused = 0;
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const read = decodeLock(damaged);
      if (!read) {
        refused++;
        continue;
      }
      const opened = await openLock(read, { recovery: paper }, none);
      if (opened.ok) expect(opened).toEqual({ ok: true, lockKey, opens: 'nothing' });
      else expect(opened.problem).toBe('unlock-wrong');
    }
    expect(refused).toBeGreaterThan(100);
  });

  test('cut anywhere is refused', async () => {
    const bytes = encodeLock((await locked()).lock);
    for (let end = 0; end < bytes.length; end++) expect(decodeLock(bytes.slice(0, end))).toBeNull();
    expect(decodeLock(random(64))).toBeNull();
    expect(decodeLock(new Uint8Array(1_000_000))).toBeNull();
  });

  test('of another shape is refused', async () => {
    const { lock } = await locked();
    const [first, second] = lock.slots;
    const shapes: unknown[] = [
      null,
      [],
      'lock',
      { ...lock, v: 3 },
      { ...lock, v: 1, opens: 'both' },
      { ...lock, opens: 'everything' },
      { ...lock, more: true },
      { ...lock, proof: new Uint8Array(4) },
      { ...lock, proof: [...lock.proof] },
      { ...lock, slots: [] },
      { ...lock, slots: [first] },
      { ...lock, slots: [first, first] },
      { ...lock, slots: [first, second, second] },
      { ...lock, slots: [{ ...first, kind: 'door' }, second] },
      { ...lock, slots: [{ ...first, cost: { memory: 4_194_304, passes: 3 } }, second] },
      { ...lock, slots: [{ ...first, salt: new Uint8Array(2) }, second] },
      { ...lock, slots: [first, { ...second, cost: strong }] },
      { ...lock, slots: [first, { ...second, extra: 1 }] },
      { ...lock, slots: [first, second, { ...second, kind: 'passkey', credential: new Uint8Array(0) }] },
      { ...lock, slots: [first, second, { ...second, kind: 'passkey', credential: new Uint8Array(2000) }] },
    ];
    for (const shape of shapes) expect(readLock(shape)).toBeNull();
    expect(readLock(lock)).toEqual(lock);
  });

  test('whose slots changed places in kind opens nothing', async () => {
    const { lock, lockKey } = await locked();
    const { passkey, ask } = device();
    const more = await withPasskey(lock, lockKey, passkey);
    const paperSlot = more.slots.find(({ kind }) => kind === 'recovery');
    const keySlot = more.slots.find(({ kind }) => kind === 'passkey');
    if (keySlot?.kind !== 'passkey' || !paperSlot) throw new Error('no slots');
    const swapped = { ...keySlot, iv: paperSlot.iv, ct: paperSlot.ct };
    const forged: Lock = { ...more, slots: [...lock.slots, swapped] };
    expect(await openLock(forged, { passkey: true }, quick, ask)).toEqual({ ok: false, problem: 'unlock-wrong' });
  });
});
