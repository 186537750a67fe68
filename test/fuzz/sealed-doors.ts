import { isAgeFile, readAgeFile } from '#exchange/file/age-file.ts';
import { openBackup, sealBackup } from '#exchange/file/backup.ts';
import { decodeLock, encodeLock, makeLock, openLock, readLock } from '#store/lock/lock.ts';
import { readPin } from '#store/lock/pin.ts';
import { newRecoveryKey, readRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';
import { readTries } from '#store/lock/tries.ts';
import { decodeLockFile, encodeLockFile, wrapKey } from '#store/lock-file.ts';
import { readDownload } from '#store/read-download.ts';
import { decodeFrames, encodeFrame } from '#store/safe/frame.ts';
import { files, keyOf, onlyWith, safeOn, testDisk } from '../store/safe/fixture.ts';
import type { Artefacts } from './artefacts.ts';
import type { Door, Knock } from './door.ts';
import { withSum } from './forge.ts';
import { anyText, toJson } from './hostile.ts';
import { mutateBytes, mutateJson, mutateText } from './mutate.ts';
import { Random } from './random.ts';

const phrase = 'maple river stone candle orbit window';
/** What stretching costs is bound by the header, and not what is looked for here. */
const cheap = 4;

/** A backup: an age file of someone else's making. */
export async function backupDoor(things: Artefacts): Promise<Door> {
  const sealed = await Promise.all(things.files.slice(0, 12).map((file) => sealBackup(file, phrase, 1)));
  const backups = sealed.flatMap((one) => (one.ok ? [one.bytes] : []));
  const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
  const armoured = (bytes: Uint8Array) => {
    const lines =
      Buffer.from(bytes)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN AGE ENCRYPTED FILE-----', ...lines, '-----END AGE ENCRYPTED FILE-----', ''].join('\n');
  };
  const texts = backups.map((bytes) => Buffer.from(bytes).toString('latin1'));
  const stanzas = [
    '-> scrypt AAAA 18\n',
    '-> X25519 AAAA\n',
    '--- \n',
    '-> scrypt ',
    ' 30\n',
    ' 0\n',
    ' 99999999999\n',
    '-> a\n',
  ];
  const fileFrom = (random: Random): Uint8Array =>
    random.way<Uint8Array>([
      [1, () => random.pick(backups)],
      [4, () => mutateBytes(random, random.pick(backups), backups)],
      [4, () => bytesOf(mutateText(random, random.pick(texts).slice(0, random.pick([170, 1e9])), stanzas))],
      [2, () => bytesOf(mutateText(random, armoured(random.pick(backups)), stanzas))],
      [
        1,
        () =>
          bytesOf(
            `age-encryption.org/v1\n${Array.from({ length: random.few(90) }, () => random.pick(stanzas)).join('')}`,
          ),
      ],
      [1, () => random.bytes(random.few(400))],
    ]);
  return {
    name: 'backup',
    share: 35,
    cap: 2 ** 22,
    make(random): Knock {
      const file = fileFrom(random);
      const typed = random.way([
        [8, () => phrase],
        [1, () => anyText(random)],
        [1, () => phrase.toUpperCase()],
      ]);
      return async (inflated) => {
        isAgeFile(file);
        const read = readAgeFile(file);
        if (!read.ok) return read.problem;
        if (read.factor > cheap) return 'passed-over';
        const opened = await openBackup(file, typed);
        if (!opened.ok) return opened.problem;
        const inside = await readDownload(opened.bytes, inflated);
        return inside.ok ? 'taken' : inside.problem;
      };
    },
  };
}

/** What lies on the device of a lock, and what is typed to open it. */
export async function lockDoor(things: Artefacts): Promise<Door> {
  const chance = new Random(2);
  const random = (count: number) => chance.bytes(count);
  const recovery = newRecoveryKey(random);
  const stretch = async () => new Uint8Array(32);
  const made = await makeLock({ passphrase: phrase, recovery, opens: 'flare', stretch, random });
  if (!made.ok) throw new Error(made.problem);
  const lock = encodeLock(made.lock);
  const file = await encodeLockFile(await wrapKey(random(32), 3, made));
  const asJson: unknown = JSON.parse(new TextDecoder().decode(lock));
  const sheet = recoveryToGroups(recovery).join(' ');
  return {
    name: 'lock',
    share: 25,
    cap: 0,
    make(random): Knock {
      const forged = random.chance(0.5);
      const bytes = random.way<Uint8Array<ArrayBuffer>>([
        [1, () => lock],
        [2, () => mutateBytes(random, lock, [file, lock])],
        [4, () => new TextEncoder().encode(toJson(random, mutateJson(random, asJson)))],
      ]);
      const whole = forged
        ? Uint8Array.from(withSum(mutateBytes(random, file.subarray(0, -8), [lock])).subarray(0, -24))
        : file;
      const image = random.chance(0.1) ? whole : mutateBytes(random, whole, [lock]);
      const json = mutateJson(random, asJson);
      const typed = random.chance(0.3) ? sheet : mutateText(random, sheet, things.pastes);
      return async () => {
        for (const value of [json, { tries: 3, at: json }]) [readLock(value), readPin(value), readTries(value, 1)];
        readRecoveryKey(typed);
        await decodeLockFile(image);
        const read = decodeLock(bytes);
        if (!read) return 'store-damaged';
        for (const secret of [{ passphrase: typed }, { recovery: typed }]) await openLock(read, secret, stretch);
        return 'taken';
      };
    },
  };
}

/** The files of the safe copy, as a damaged disk gives them back. */
export async function safeDoor(things: Artefacts): Promise<Door> {
  const key = await keyOf(1);
  const disk = testDisk();
  const safe = safeOn(disk);
  for (const log of things.logs.slice(2, 4)) await safe.rewrite(key, log);
  for (const log of things.logs.slice(4, 12)) await safe.add(key, log);
  const images = files.map((file) => disk.files.get(file) ?? new Uint8Array());
  const blank = await encodeFrame({
    kind: 'blank',
    epoch: 0,
    generation: 0,
    iv: new Uint8Array(12),
    ct: new ArrayBuffer(0),
  });
  return {
    name: 'safe-copy',
    share: 3,
    cap: 0,
    make(random): Knock {
      const found = images.map((image) =>
        random.chance(0.3) ? image : mutateBytes(random, image, [...images, blank]),
      );
      return async () => {
        const here = testDisk();
        for (const [at, file] of files.entries()) here.files.set(file, found[at] ?? blank);
        for (const image of found) await decodeFrames(image);
        const read = await safeOn(here).read(onlyWith(key));
        return read.damaged > 0 ? 'store-damaged' : 'taken';
      };
    },
  };
}
