import { definePart } from '#passport/part.ts';

/** Allergies and bad reactions. "None that I know of" is said by the person, never inferred from an empty list. */
export const allergies = definePart({
  id: 'allergies',
  tag: 7,
  many: true,
  title: 'substance',
  detail: ['whatHappened', 'date'],
  canBeNone: true,
  isSafetyList: true,
  fields: {
    substance: {
      tag: 1,
      kind: 'text',
      card: 'ae',
      tier: 1,
      ltr: true,
      control: 'medicine-name',
      first: true,
      exact: true,
    },
    whatHappened: { tag: 2, kind: 'long', card: 'ae', tier: 2, first: true },
    date: { tag: 3, kind: 'date', card: 'clinic', first: true },
    sort: { tag: 4, kind: 'term', card: 'ae', tier: 2, set: 'reaction' },
  },
});
