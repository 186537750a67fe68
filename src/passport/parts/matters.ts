import { definePart } from '#passport/part.ts';

/** What matters to the person (PRSB About Me 2.0, "What is most important to me" and following). */
export const matters = definePart({
  id: 'matters',
  tag: 3,
  many: false,
  title: 'most',
  detail: ['people', 'goodDay'],
  fields: {
    most: { tag: 1, kind: 'long', card: 'clinic', first: true },
    people: { tag: 2, kind: 'long', card: 'full', first: true },
    goodDay: { tag: 3, kind: 'long', card: 'full', first: true },
    hardDay: { tag: 4, kind: 'long', card: 'full' },
    support: { tag: 5, kind: 'long', card: 'clinic' },
    alsoKnow: { tag: 6, kind: 'long', card: 'full' },
    helper: { tag: 7, kind: 'text', card: 'full' },
  },
});
