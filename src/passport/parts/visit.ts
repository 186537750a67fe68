import { definePart } from '#passport/part.ts';

/** What I would like from this visit. What is hard to say leaves the device only when marked "read this". */
export const visit = definePart({
  id: 'visit',
  tag: 4,
  many: false,
  title: 'want',
  detail: ['hardHow'],
  fields: {
    want: { tag: 1, kind: 'long', card: 'ae', first: true },
    hardHow: { tag: 2, kind: 'term', card: 'clinic', set: 'hard', untold: 'not_today', first: true },
    hardToSay: { tag: 3, kind: 'long', card: 'clinic', first: true, toldWhen: { field: 'hardHow', is: 'read' } },
  },
});
