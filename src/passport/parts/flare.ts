import { definePart } from '#passport/part.ts';

/** The flare plan (PRSB PCSP 2.0 contingency plan). A step's first line is what to do; further lines say how. */
export const flare = definePart({
  id: 'flare',
  tag: 10,
  many: false,
  title: 'steps',
  detail: ['medicines', 'helps'],
  fields: {
    steps: { tag: 1, kind: 'steps', card: 'ae', first: true },
    contacts: { tag: 2, kind: 'contacts', card: 'ae', first: true },
    urgent: { tag: 3, kind: 'long', card: 'ae', tier: 2, notSent: true, first: true },
    signs: { tag: 4, kind: 'long', card: 'full' },
    triggers: { tag: 5, kind: 'long', card: 'full' },
    helps: { tag: 6, kind: 'long', card: 'clinic' },
    worse: { tag: 7, kind: 'long', card: 'clinic' },
    medicines: { tag: 8, kind: 'long', card: 'ae' },
    restart: { tag: 9, kind: 'long', card: 'full' },
    whatHelped: { tag: 10, kind: 'long', card: 'full' },
    noticed: { tag: 11, kind: 'long', card: 'full' },
  },
});
