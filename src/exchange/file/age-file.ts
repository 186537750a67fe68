export type AgeProblem =
  | 'backup-not-age'
  | 'backup-not-phrase'
  | 'backup-too-hard'
  | 'backup-damaged'
  | 'backup-cut'
  | 'backup-too-large';

export type AgeFile =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly factor: number }
  | { readonly ok: false; readonly problem: AgeProblem };

/** The largest file read, before and after its armour is taken off. */
export const largestBackup = 64 * 2 ** 20;
/** The hardest work factor opened: 2^18 asks for 256 MiB and some seconds, 2^20 would ask for a gibibyte. */
export const hardestFactor = 18;

const version = 'age-encryption.org/v1\n';
const begin = '-----BEGIN AGE ENCRYPTED FILE-----';
const end = '-----END AGE ENCRYPTED FILE-----';
/** A header for one phrase is 150 bytes; one for many keys is told apart by its first lines. */
const headerCap = 4096;
/** The file's nonce, and the seal of a payload of nothing (age v1, "Payload"). */
const leastPayload = 16 + 16;

/** True when a file calls itself age, armoured or not: which of the two kinds of copy the person picked. */
export function isAgeFile(bytes: Uint8Array): boolean {
  const start = textOf(bytes.subarray(0, 1024)).trimStart();
  return start.startsWith('age-encryption.org/') || start.startsWith(begin);
}

/**
 * Reads the header of an age file (C2SP age v1, binary or ASCII armour): untrusted bytes in; out come the binary file
 * and its work factor. Anything but one scrypt stanza of a bearable work factor is refused here, before a key is derived.
 */
export function readAgeFile(file: Uint8Array): AgeFile {
  const start = textOf(file.subarray(0, 1024)).trimStart();
  if (file.length === 0 || !isStart(start)) return no('backup-not-age');
  const isArmoured = start.startsWith('-');
  // base64 in lines of 64 makes three bytes four, and a little more
  if (file.length > (isArmoured ? 1.4 * largestBackup : largestBackup)) return no('backup-too-large');
  if (!isArmoured) return readHeader(file as Uint8Array<ArrayBuffer>);
  const bytes = takeOffArmour(textOf(file).trim());
  return typeof bytes === 'string' ? no(bytes) : readHeader(bytes);
}

/** A file cut within its first line still counts as one. */
function isStart(text: string): boolean {
  return [version, begin].some((line) => text.startsWith(line) || line.startsWith(text));
}

function readHeader(bytes: Uint8Array<ArrayBuffer>): AgeFile {
  if (bytes.length > largestBackup) return no('backup-too-large');
  const text = textOf(bytes.subarray(0, headerCap));
  if (!text.startsWith(version)) return no(version.startsWith(text) ? 'backup-cut' : 'backup-not-age');
  const rest = text.slice(version.length);
  const whole = /^-> scrypt [\w+/]{22} ([1-9]\d{0,5})\n[\w+/]{43}\n--- [\w+/]{43}\n/.exec(rest);
  if (!whole) return no(whyNot(rest, bytes.length < headerCap));
  const factor = Number(whole[1]);
  if (factor > hardestFactor) return no('backup-too-hard');
  if (bytes.length < version.length + whole[0].length + leastPayload) return no('backup-cut');
  return { ok: true, bytes, factor };
}

/** Why the lines after the version are not those of one phrase. `isAll`: there is no more of the file than this. */
function whyNot(rest: string, isAll: boolean): AgeProblem {
  const kinds = [...rest.matchAll(/^-> (\S+) /gm)].map(([, kind]) => kind);
  const isPhrase = kinds.length === 1 && kinds[0] === 'scrypt';
  if (kinds.length > 0 && !isPhrase) return 'backup-not-phrase';
  return isAll && !/^--- [\w+/]{43}\n/m.test(rest) ? 'backup-cut' : 'backup-damaged';
}

/** The same file as text (age v1, "ASCII armor"): for ways out that carry text and not any kind of file. */
export function toArmour(bytes: Uint8Array): string {
  const lines = [begin];
  for (let at = 0; at < bytes.length; at += 48) lines.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 48))));
  return `${[...lines, end].join('\n')}\n`;
}

/** Strict, as the format asks: lines of 64, the last one shorter or as long. */
function takeOffArmour(text: string): Uint8Array<ArrayBuffer> | AgeProblem {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines[0] !== begin) return begin.startsWith(text) ? 'backup-cut' : 'backup-not-age';
  if (lines.at(-1) !== end) return 'backup-cut';
  const inside = lines.slice(1, -1);
  const isRight = inside.every((line, at) =>
    at < inside.length - 1 ? line.length === 64 : line.length > 0 && line.length <= 64,
  );
  if (!isRight) return 'backup-damaged';
  try {
    return Uint8Array.from(atob(inside.join('')), (letter) => letter.charCodeAt(0));
  } catch {
    return 'backup-damaged';
  }
}

/** Bytes as letters of the same numbers: header lines are ASCII, and no byte is lost on the way. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function no(problem: AgeProblem): AgeFile {
  return { ok: false, problem };
}
