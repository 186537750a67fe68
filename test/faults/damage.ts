import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../fuzz/random.ts';
import type { Harm } from './store-page.ts';

/** Something that may happen to the files of a profile while the browser is closed; false when no such file is there. */
export type Damage = { readonly name: string; readonly do: (profile: string, random: Random) => boolean };

/** What of a profile a copy needs not. */
const ballast = /Cache|Crashpad|component_crx|Safe Browsing|ShaderCache|GraphiteDawn|optimization_guide|Singleton/i;

export function copyProfile(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !ballast.test(path.slice(from.length)) });
}

/** LevelDB's files, where Chromium keeps IndexedDB. */
const kinds = [
  ['the newest log', /\.log$/],
  ['a table', /\.ldb$/],
  ['MANIFEST', /^MANIFEST-/],
  ['CURRENT', /^CURRENT$/],
] as const;

const block = 4_096;

const ways = [
  ['one bit of', (bytes: Buffer, random: Random) => flip(bytes, random.below(8 * bytes.length))],
  [
    '4 kB zeroed in',
    (bytes: Buffer, random: Random) => zero(bytes, random.below(Math.ceil(bytes.length / block)) * block),
  ],
  ['cut in two:', (bytes: Buffer, random: Random) => bytes.subarray(0, random.below(bytes.length))],
  ['gone:', () => null],
] as const;

/** Every kind of file, damaged every way. */
export const damages: readonly Damage[] = kinds.flatMap(([what, pattern]) =>
  ways.map(([way, harm]) => ({
    name: `${way} ${what}`,
    do(profile, random) {
      const found = filesOf(profile).filter((path) => pattern.test(path.split('/').at(-1) ?? ''));
      if (found.length === 0) return false;
      const path = random.pick(found);
      const damaged = harm(readFileSync(path), random);
      if (damaged) writeFileSync(path, damaged);
      else rmSync(path);
      return true;
    },
  })),
);

/** What a page of the same origin, a cleaning program or a person in the developer tools can do. */
export const harms: readonly Harm[] = [
  'database-deleted',
  'list-deleted',
  'all-deleted',
  'stores-deleted',
  'log-cleared',
  'keys-cleared',
  'all-cleared',
  'tail-cut',
  'head-cut',
  'row-garbled',
  'list-cleared',
];

function filesOf(profile: string): readonly string[] {
  const folder = join(profile, 'Default/IndexedDB');
  const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return paths.filter((path) => path.includes('.leveldb/') && statSync(path).isFile() && statSync(path).size > 0);
}

function flip(bytes: Buffer, bit: number): Buffer {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}

function zero(bytes: Buffer, at: number): Buffer {
  return bytes.fill(0, at, Math.min(bytes.length, at + block));
}
