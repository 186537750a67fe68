import type { Change } from '#passport/change.ts';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { personToChanges } from '../passport/person.ts';

export const world = {
  now: () => new Date(2026, 10, 21, 9, 30),
  random: (count: number) => new Uint8Array(count),
};

/** A session with a passport in memory: the invented person's, unless other changes are given. */
export function sessionWith(changes: readonly Change[] = personToChanges()): Session {
  return { store: memoryStore(changes, world), world, writer: { by: '', lang: 'en-GB' }, example: false, pages: null };
}
