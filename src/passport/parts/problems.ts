import { definePart } from '#passport/part.ts';

/** The problem list, agreed or disputed by the person. Pasted entries stay private until they are placed. */
export const problems = definePart({
  id: 'problems',
  tag: 5,
  many: true,
  title: 'name',
  calledBy: ['mine', 'name'],
  detail: ['status', 'name', 'since'],
  labelled: ['name', 'since'],
  headings: {
    field: 'status',
    of: [
      { id: 'active', terms: ['active'] },
      { id: 'discuss', terms: ['discuss'] },
      { id: 'missing', terms: ['missing'] },
      { id: 'does_not_fit', terms: ['does_not_fit'] },
      { id: 'past', terms: ['past'] },
      { id: 'unsaid', terms: [] },
    ],
    others: 'unsaid',
  },
  held: { has: 'original', lacks: 'status' },
  notOnAe: { field: 'status', terms: ['past', 'does_not_fit', 'missing', 'discuss'] },
  sortBy: { field: 'status', terms: ['active', 'discuss', 'missing', 'past', 'does_not_fit'] },
  fields: {
    name: { tag: 1, kind: 'text', card: 'ae', tier: 1, first: true },
    mine: { tag: 2, kind: 'text', card: 'ae', tier: 1, first: true },
    status: { tag: 3, kind: 'term', card: 'ae', tier: 1, set: 'problem_status', first: true },
    since: { tag: 4, kind: 'date', card: 'clinic' },
    ended: { tag: 5, kind: 'date', card: 'full' },
    lastRecorded: { tag: 6, kind: 'date', card: 'full' },
    agreedWith: { tag: 7, kind: 'text', card: 'full' },
    agreedOn: { tag: 8, kind: 'date', card: 'full' },
    original: { tag: 9, kind: 'long', card: 'full', private: true, silent: true },
    /** What the heading over a pasted entry says, never copied into `status`. */
    recordSays: { tag: 11, kind: 'term', card: 'full', set: 'record_says' },
    recordHeading: { tag: 12, kind: 'text', card: 'full' },
    apart: { tag: 10, kind: 'yes', card: 'full', private: true, silent: true },
  },
});
