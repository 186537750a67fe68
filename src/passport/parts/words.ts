import { definePart } from '#passport/part.ts';

/** The name they prefer, where it is, and what helps or hurts to hear. There are no strengths and no scores. */
export const words = definePart({
  id: 'words',
  tag: 2,
  many: false,
  title: 'label',
  detail: ['inMyWords', 'usual'],
  fields: {
    label: { tag: 1, kind: 'term', card: 'ae', tier: 1, set: 'label', own: true, first: true },
    inMyWords: { tag: 2, kind: 'long', card: 'clinic', first: true },
    where: { tag: 3, kind: 'terms', card: 'clinic', set: 'body', own: true, control: 'body', first: true },
    usual: { tag: 4, kind: 'long', card: 'ae' },
    notUsual: { tag: 5, kind: 'long', card: 'ae', tier: 2 },
    isNew: { tag: 6, kind: 'long', card: 'ae', tier: 2 },
    wordsThatHelp: { tag: 7, kind: 'terms', card: 'full', set: 'helpful', own: true },
    wordsThatHurt: { tag: 8, kind: 'terms', card: 'clinic', own: true },
    pleaseDo: { tag: 9, kind: 'terms', card: 'ae', set: 'please_do', own: true },
    pleaseDont: { tag: 10, kind: 'terms', card: 'ae', tier: 2, set: 'please_dont', own: true },
  },
});
