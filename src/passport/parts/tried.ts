import { definePart } from '#passport/part.ts';

/** Things tried other than medicines, so that nobody has to try them again by accident. */
export const tried = definePart({
  id: 'tried',
  tag: 8,
  many: true,
  title: 'what',
  detail: ['state', 'helped', 'again', 'date'],
  headings: {
    field: 'state',
    of: [
      { id: 'still', terms: ['still'] },
      { id: 'stopped', terms: ['stopped'] },
      { id: 'not_begun', terms: ['not_begun'] },
      { id: 'unsaid', terms: [] },
    ],
    others: 'unsaid',
  },
  fields: {
    what: { tag: 1, kind: 'term', card: 'clinic', set: 'therapy', own: true, first: true },
    state: { tag: 7, kind: 'term', card: 'clinic', set: 'tried_state', first: true },
    helped: { tag: 2, kind: 'term', card: 'clinic', set: 'helps', said: 'helped_said', first: true },
    again: { tag: 3, kind: 'term', card: 'clinic', set: 'again', said: 'again_said' },
    date: { tag: 4, kind: 'date', card: 'clinic' },
    place: { tag: 5, kind: 'text', card: 'full' },
    notes: { tag: 6, kind: 'long', card: 'full' },
  },
});
