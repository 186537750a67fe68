import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBackup } from '#exchange/file/backup.ts';
import { recordOf } from '#passport/fold.ts';
import { decodeLock, encodeLock, makeLock, openLock, readLock } from '#store/lock/lock.ts';
import { isRightPin, readPin } from '#store/lock/pin.ts';
import { newRecoveryKey } from '#store/lock/recovery.ts';
import { openStore } from '#store/open.ts';
import { openPages } from '#store/pages.ts';
import { homeOf } from '#store/pages-home.ts';
import { quick, random, stretch } from './lock/here.ts';
import { putDatabases, secretsV1 } from './secrets-v1.ts';
import { open, testStorage, testWorld, wipe } from './world.ts';

const [straight, curly] = [secretsV1.straight.passphrase, secretsV1.curly.passphrase];
const both = [
  ['a straight apostrophe', secretsV1.straight],
  ['a curly apostrophe', secretsV1.curly],
] as const;
const typed = [straight, curly, `${straight}. `, "rosie's old brown dog", 'Rosie’s old\u00a0brown\u200b dog'];

beforeEach(async () => {
  await wipe();
  vi.stubGlobal('localStorage', testStorage());
});
afterAll(wipe);

describe.each(both)('made before secrets were folded, with %s', (_, old) => {
  test('a lock opens with either, and says nothing of a folding', async () => {
    const lock = decodeLock(old.lock);
    if (!lock) throw new Error('the lock is not read');
    expect(encodeLock(lock)).toEqual(old.lock);
    for (const passphrase of typed) {
      expect(await openLock(lock, { passphrase }, stretch), passphrase).toMatchObject({
        ok: true,
        lockKey: old.lockKey,
      });
    }
    expect(await openLock(lock, { recovery: `“${old.recovery.toLowerCase()}”.` }, stretch)).toMatchObject({ ok: true });
    expect(await openLock(lock, { passphrase: 'Rosie’s old brown cat' }, stretch)).toMatchObject({ ok: false });
  });

  test('a PIN is right in any figures', async () => {
    const pin = readPin(old.pin);
    if (!pin) throw new Error('the PIN is not read');
    for (const given of ['4711', '٤٧ ١١', '४७११', '4711.']) expect(await isRightPin(pin, given, stretch)).toBe(true);
    expect(await isRightPin(pin, '4712', stretch)).toBe(false);
  });

  test.each([straight, curly])('private pages open with %s', async (passphrase) => {
    await putDatabases(old);
    const world = testWorld();
    const main = await open({ world, name: 'mf-main' });
    const pages = openPages(main, { world, stretch, openStore: (more) => openStore({ ...more, disk: null }) });
    expect(await pages.open('Rosie’s old brown cat')).toEqual({ ok: false, problem: 'unlock-wrong' });
    // many forms of it were tried, and one try was counted
    expect(JSON.parse(localStorage.getItem(`${homeOf(main.passport())?.name}-tries`) ?? '{}')).toMatchObject({
      tries: 1,
    });
    expect(await pages.open(passphrase)).toEqual({ ok: true });
    expect(recordOf(pages.store()?.passport() ?? main.passport(), 'pages', 'p1')?.entries['title']?.value).toBe(
      'A page of my own',
    );
    await pages.close();
    await main.close();
  });

  test('a sealed backup opens with either', async () => {
    for (const phrase of typed) {
      const opened = await openBackup(old.backup, phrase);
      expect(opened.ok && new TextDecoder().decode(opened.bytes), phrase).toBe('what was backed up');
    }
    expect(await openBackup(old.backup, 'Rosie’s old brown cat')).toEqual({
      ok: false,
      problem: 'backup-wrong-phrase',
    });
  });
});

describe('a lock made now', () => {
  test('says its folding, and stretches once for each try', async () => {
    const recovery = newRecoveryKey(random);
    const made = await makeLock({ passphrase: curly, recovery, opens: 'nothing', stretch: quick, random });
    if (!made.ok) throw new Error(made.problem);
    expect(made.lock.slots.find(({ kind }) => kind === 'passphrase')).toMatchObject({ fold: 1 });
    expect(decodeLock(encodeLock(made.lock))).toEqual(made.lock);
    const counted = vi.fn(quick);
    for (const passphrase of [...typed, straight.toUpperCase(), ` • ${curly}…`]) {
      counted.mockClear();
      expect(await openLock(made.lock, { passphrase }, counted), passphrase).toMatchObject({ ok: true });
      expect(counted).toHaveBeenCalledTimes(1);
    }
    counted.mockClear();
    expect(await openLock(made.lock, { passphrase: 'another' }, counted)).toMatchObject({ ok: false });
    expect(counted).toHaveBeenCalledTimes(1);
  });

  test('with a folding this version does not know is not read', async () => {
    const recovery = newRecoveryKey(random);
    const made = await makeLock({ passphrase: curly, recovery, opens: 'nothing', stretch: quick, random });
    if (!made.ok) throw new Error(made.problem);
    const [first, ...more] = made.lock.slots;
    expect(readLock({ ...made.lock, slots: [{ ...first, fold: 2 }, ...more] })).toBeNull();
    expect(readLock({ ...made.lock, slots: [first, ...more.map((slot) => ({ ...slot, fold: 1 }))] })).toBeNull();
  });
});
