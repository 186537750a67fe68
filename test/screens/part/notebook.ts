import type { Change } from '#passport/change.ts';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { sessionWith } from '../session.ts';

/** A session over these changes in which every id is another and the clock stands; `by` is whoever helps to write. */
export function notebook(changes: readonly Change[], by = ''): Session {
  let made = 0;
  const random = (count: number) => {
    made += 1;
    return new Uint8Array(count).map((_, at) => (at < 3 ? (made >> (6 * at)) & 63 : 0));
  };
  const world = { now: () => new Date(2026, 10, 21, 9, 30), random };
  return { ...sessionWith([]), store: memoryStore(changes, world), world, writer: { by, lang: 'en-GB' } };
}

/** A change of one medicine, `n` quarters of an hour into a morning. */
export function written(n: number, record: string, rest: Partial<Change>): Change {
  const at = new Date(2026, 10, 20, 10, n * 15).toISOString();
  return { id: `c${n}`, n, at, by: '', lang: 'en-GB', part: 'medicines', record, ...rest };
}
