import {
  boolean,
  check,
  type GenericSchema,
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  optional,
  pipe,
  record,
  regex,
  safeParse,
  strictObject,
  string,
  unknown,
} from 'valibot';
import { longestText, type Value } from './field.ts';

/**
 * One thing the person changed: immutable, and never rewritten. The passport is the sum of its changes.
 * `n` is one more than the largest `n` known when it was made; order is `(n, id)`. `at` is what the clock said: shown,
 * never compared. `lang` is the language of free text in `set`. `by` is '' for the person, otherwise who entered it.
 */
export type Change = {
  readonly id: string;
  readonly n: number;
  readonly at: string;
  readonly by: string;
  readonly lang: string;
  readonly part: string;
  readonly record: string;
  /** New values by field id; null clears a field. Values from a newer version are kept as they are. */
  readonly set?: Readonly<Record<string, Value | null>>;
  /** true takes the record out of the passport, false brings it back. */
  readonly removed?: boolean;
};

/** `n` beyond this is refused on import, so that a hostile file cannot use up the numbers. */
export const largestN = 2 ** 40;

/**
 * The part of a tombstone: the record, or the single change, whose random id stands as its `record` was removed for
 * ever. It holds nothing else, so that it tells nothing, and no old backup can bring back what it names.
 */
export const gonePart = 'gone';

/** Letters, digits, - and _; never the name of something every object has, so that a forged id cannot reach a prototype. */
const id = pipe(
  string(),
  regex(/^[\w-]{1,64}$/),
  check((text) => !(text in {})),
);
const deepest = 5;

const changeSchema = strictObject({
  id,
  n: pipe(number(), integer(), minValue(1), maxValue(largestN)),
  at: pipe(string(), maxLength(40)),
  by: pipe(string(), maxLength(200)),
  lang: pipe(string(), maxLength(35)),
  part: id,
  record: id,
  set: optional(pipe(record(id, unknown()), check(isPlain))),
  removed: optional(boolean()),
});

/** Reads a change from untrusted JSON: shape and size are strict, unknown parts, fields and terms are kept verbatim. */
export function readChange(value: unknown): Change | null {
  const read = safeParse(changeSchema as GenericSchema, value);
  return read.success ? (read.output as Change) : null;
}

function isPlain(set: Record<string, unknown>): boolean {
  return Object.values(set).every((value) => isPlainValue(value, deepest));
}

function isPlainValue(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  // 1e999 is read as a number that no JSON can say again
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= longestText;
  if (depth === 0 || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.length <= 10_000 && value.every((item) => isPlainValue(item, depth - 1));
  return Object.entries(value).every(([key, item]) => key !== '__proto__' && isPlainValue(item, depth - 1));
}

/** Sorts before, after or with: by `n`, then by id. Total, and the same on every device. */
export function compareChanges(a: Pick<Change, 'n' | 'id'>, b: Pick<Change, 'n' | 'id'>): number {
  return a.n - b.n || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** True when a tombstone names the change or its record. The one record of a single part has no random id: it stays. */
export function isGone({ id, part, record }: Change, isNamed: (id: string) => boolean): boolean {
  return part !== gonePart && (isNamed(id) || (record !== part && isNamed(record)));
}

/**
 * The set union of two logs of the same person, in order, without what a tombstone in either names: idempotent,
 * commutative, associative. Where one id stands for two different changes (only a forged log can do that) the one whose
 * JSON sorts first is kept.
 */
export function merge(mine: readonly Change[], theirs: readonly Change[]): readonly Change[] {
  const byId = new Map<string, Change>();
  for (const change of [...mine, ...theirs]) {
    const known = byId.get(change.id);
    if (known === undefined || (known !== change && JSON.stringify(change) < JSON.stringify(known))) {
      byId.set(change.id, change);
    }
  }
  const all = [...byId.values()];
  const gone = new Set(all.filter(({ part }) => part === gonePart).map(({ record }) => record));
  return all.filter((change) => !isGone(change, (id) => gone.has(id))).sort(compareChanges);
}
