import { definePart } from '#passport/part.ts';

/** What I want to do and why it matters (PRSB PCSP 2.0 goals; confidence in words, never a number). */
export const goals = definePart({
  id: 'goals',
  tag: 9,
  many: true,
  title: 'what',
  detail: ['going', 'why'],
  fields: {
    what: { tag: 1, kind: 'text', card: 'clinic', first: true },
    why: { tag: 2, kind: 'long', card: 'full', first: true },
    steps: { tag: 3, kind: 'steps', card: 'full', first: true },
    helper: { tag: 4, kind: 'link', card: 'full', to: 'team', own: true },
    by: { tag: 5, kind: 'date', card: 'full' },
    sure: { tag: 6, kind: 'term', card: 'full', set: 'sure' },
    going: { tag: 7, kind: 'term', card: 'clinic', set: 'going', own: true },
    bumps: { tag: 8, kind: 'long', card: 'full' },
  },
});
