import { Decrypter, Encrypter } from 'age-encryption';
import { type AgeProblem, largestBackup, readAgeFile } from './age-file.ts';
import { phrasesToTry, tidyPhrase } from './phrase.ts';

export type BackupProblem = AgeProblem | 'backup-wrong-phrase' | 'backup-failed';
export type Backup =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: BackupProblem };

/** age's own 18 asks for 256 MiB; 16 asks for 64, and a phrase of 77 bits needs no more. */
const workFactor = 16;

/**
 * Seals bytes under a phrase as an age file (C2SP age v1: scrypt, ChaCha20-Poly1305), binary. Any program that reads the
 * format opens it with the phrase typed as it stands. Slow: run it in a worker. `factor` is for tests of the envelope.
 */
export async function sealBackup(bytes: Uint8Array, phrase: string, factor = workFactor): Promise<Backup> {
  // what could not be read back is not made
  if (bytes.length > largestBackup - 2 ** 20) return { ok: false, problem: 'backup-too-large' };
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(factor);
  encrypter.setPassphrase(tidyPhrase(phrase));
  return { ok: true, bytes: (await encrypter.encrypt(bytes)) as Uint8Array<ArrayBuffer> };
}

/**
 * Opens an age file with its phrase: untrusted bytes in, and bytes as untrusted out, for `store.preview` to read. A
 * phrase that looks made by the app is first tried as the app wrote it, whatever its spaces, hyphens and capitals; each
 * try takes as long as sealing. A damaged header cannot be told from a wrong phrase.
 */
export async function openBackup(file: Uint8Array, phrase: string): Promise<Backup> {
  const read = readAgeFile(file);
  if (!read.ok) return read;
  for (const one of phrasesToTry(phrase)) {
    const opened = await tryPhrase(read.bytes, one);
    if (opened !== 'backup-wrong-phrase') return typeof opened === 'string' ? { ok: false, problem: opened } : opened;
  }
  return { ok: false, problem: 'backup-wrong-phrase' };
}

/**
 * Seals, opens what was sealed, and compares byte for byte: only a file that opens again is handed back. `onSealed` is
 * called between the two.
 */
export async function makeBackup(
  bytes: Uint8Array,
  phrase: string,
  onSealed: () => void = () => undefined,
  factor = workFactor,
): Promise<Backup> {
  const sealed = await sealBackup(bytes, phrase, factor);
  if (!sealed.ok) return sealed;
  onSealed();
  const opened = await openBackup(sealed.bytes, phrase);
  return opened.ok && isSame(opened.bytes, bytes) ? sealed : { ok: false, problem: 'backup-failed' };
}

/** True when both hold the same bytes. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

async function tryPhrase(
  file: Uint8Array<ArrayBuffer>,
  phrase: string,
): Promise<Backup | 'backup-wrong-phrase' | 'backup-damaged'> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(phrase);
  try {
    return { ok: true, bytes: (await decrypter.decrypt(file)) as Uint8Array<ArrayBuffer> };
  } catch (error) {
    // out of memory is a fault of the moment, not of the file
    if (error instanceof RangeError) throw error;
    // the library has one message for a key that does not open the stanza; a test holds it
    const isPhrase = error instanceof Error && error.message.startsWith('no identity matched');
    return isPhrase ? 'backup-wrong-phrase' : 'backup-damaged';
  }
}
