import { entryValue, headOf, listOf, type Passport, type PassportRecord } from './fold.ts';
import { foldMedicineName } from './medicine-name-key.ts';
import { medicines } from './parts/medicines.ts';
import { lastOpenChange } from './private.ts';
import type { Edit } from './write.ts';

/**
 * Medicines that are taken now and have one name (see `foldMedicineName`), two or more of them, in the person's order,
 * about which they have not said that all are right since one of them last changed. Nothing is ended or put together
 * by itself: this is what to ask about.
 */
export function medicineTwins(passport: Passport): readonly (readonly PassportRecord[])[] {
  const right = new Set(rightTwins(passport));
  return twinsNow(passport).filter((twins) => !right.has(markOf(twins)));
}

/** What keeps the answer that all of these are right, until one of them changes or another joins them. */
export function twinsAreRight(passport: Passport, twins: readonly PassportRecord[]): Edit {
  const standing = new Set(twinsNow(passport).map(markOf));
  const kept = rightTwins(passport).filter((mark) => standing.has(mark));
  return { part: medicines.id, record: medicines.id, set: { twins: [...kept, markOf(twins)] } };
}

function twinsNow(passport: Passport): readonly (readonly PassportRecord[])[] {
  const named = new Map<string, PassportRecord[]>();
  for (const record of listOf(passport, medicines)) {
    const name = entryValue(medicines, record, 'name');
    const key = typeof name === 'string' ? foldMedicineName(name) : '';
    if (key === '' || entryValue(medicines, record, 'pattern') === 'stopped') continue;
    const twins = named.get(key);
    if (twins) twins.push(record);
    else named.set(key, [record]);
  }
  return [...named.values()].filter((twins) => twins.length > 1);
}

function rightTwins(passport: Passport): readonly string[] {
  return (entryValue(medicines, headOf(passport, medicines), 'twins') ?? []) as readonly string[];
}

/** Which records, and the last change of each that can be seen: other once one of them says something else. */
function markOf(twins: readonly PassportRecord[]): string {
  const marks = twins.map((record) => `${record.id}@${lastOpenChange(medicines, record)?.id ?? ''}`);
  return marks.sort().join(' ');
}
