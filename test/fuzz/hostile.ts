import type { Random } from './random.ts';

/** Texts that have broken programs: turning marks, half characters, names of what every object has, markup, paths. */
const texts: readonly string[] = [
  '',
  ' ',
  '\0',
  '\u202egnp.exe\u202c',
  '\u2067x\u2069\u200f5-7\u200e',
  '\ud83d',
  '\ude00\ud83d',
  '\ufeffmark',
  '👩🏽‍🦽 e\u0301\u0323\u0300 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'ﷺ'.repeat(20),
  'ألم 5-7 mg',
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'toString',
  'then',
  '<img src=x onerror=alert(1)>',
  '{{name}} $t(app:name)',
  '../../etc/passwd',
  '%00%ff%u0041',
  'NaN',
  '-1',
  '1e400',
  '9007199254740993',
  '2026-13-45',
  '31/02/2015',
  '0000',
  'a\r\nb\u2028c\u2029d\u0085e',
  '\u0300'.repeat(300),
  '('.repeat(300),
  ' ,-.'.repeat(90),
];

export function anyText(random: Random): string {
  return random.way<string>([
    [6, () => random.pick(texts)],
    [3, () => String.fromCharCode(...Array.from({ length: random.below(12) }, () => random.below(0x10000)))],
    [3, () => String.fromCodePoint(...Array.from({ length: random.below(8) }, () => random.below(0x500)))],
    [1, () => random.pick(texts).repeat(random.below(40))],
    [0.02, () => 'x'.repeat(random.pick([119_999, 120_000, 120_001]))],
  ]);
}

/** Keys that reach for a prototype, among some that are ours. */
export function anyKey(random: Random): string {
  return random.pick([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'id',
    'n',
    'set',
    'part',
    'value',
    '',
    'own',
  ]);
}

export function anyNumber(random: Random): number {
  return random.pick([
    0,
    -0,
    1,
    -1,
    0.5,
    127,
    128,
    255,
    2 ** 16,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32,
    2 ** 40,
    2 ** 40 + 1,
    2 ** 53,
    1e21,
    1e308,
    -1e308,
    5e-324,
  ]);
}

/** Stands in JSON text where brackets a few thousand deep shall stand: `JSON.stringify` itself would overflow. */
const pit = '\ue000pit\ue000';

export function anyJson(random: Random, depth = 3): unknown {
  return random.way<unknown>([
    [3, () => anyText(random)],
    [2, () => anyNumber(random)],
    [1, () => random.pick([null, true, false])],
    [depth, () => Array.from({ length: random.below(4) }, () => anyJson(random, depth - 1))],
    [depth, () => ownKeys(Array.from({ length: random.below(4) }, () => [anyKey(random), anyJson(random, depth - 1)]))],
    [0.3, () => nested(random.pick([4, 5, 6, 7, 15, 16, 17, 60]))],
    [0.1, () => pit],
  ]);
}

/** An object that has these keys as its own, `__proto__` too. */
export function ownKeys(entries: readonly (readonly [string, unknown])[]): object {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

function nested(depth: number): unknown {
  let inner: unknown = 'deep';
  for (let at = 0; at < depth; at += 1) inner = at % 2 === 0 ? [inner] : { set: inner };
  return inner;
}

export function toJson(random: Random, value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  if (!text.includes(pit)) return text;
  const depth = random.pick([100, 2_000, 10_000]);
  return text.replaceAll(`"${pit}"`, `${'['.repeat(depth)}${random.chance(0.5) ? ']'.repeat(depth) : ''}`);
}
