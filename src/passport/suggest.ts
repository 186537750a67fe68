import { type PartId, parts } from './catalogue.ts';
import { isUsed, type Passport } from './fold.ts';
import type { Part } from './part.ts';

// What helps most in a first appointment comes first.
const order: readonly PartId[] = [
  'words',
  'matters',
  'medicines',
  'flare',
  'tried',
  'allergies',
  'visit',
  'problems',
  'goals',
  'team',
  'me',
];

/** The parts with nothing in them, the most useful first: three to suggest, and the rest. */
export function unusedParts(passport: Passport): {
  readonly suggested: readonly Part[];
  readonly rest: readonly Part[];
} {
  const unused = order.filter((id) => !isUsed(passport, id)).map((id) => parts.find((part) => part.id === id) as Part);
  return { suggested: unused.slice(0, 3), rest: unused.slice(3) };
}
