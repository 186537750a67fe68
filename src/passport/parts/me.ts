import { definePart } from '#passport/part.ts';

/** Who I am and how to speak with me (PRSB About Me; NHS Accessible Information Standard). */
export const me = definePart({
  id: 'me',
  tag: 1,
  many: false,
  title: 'preferredName',
  detail: ['fullName', 'pronouns'],
  fields: {
    preferredName: { tag: 1, kind: 'text', card: 'ae', tier: 1, first: true, exact: true },
    fullName: { tag: 2, kind: 'text', card: 'ae', tier: 1, first: true, exact: true },
    birthDate: { tag: 3, kind: 'date', card: 'ae', tier: 1, first: true },
    nhsNumber: { tag: 4, kind: 'text', card: 'ae', ltr: true, check: 'nhs-number', exact: true },
    otherId: { tag: 5, kind: 'text', card: 'full', ltr: true, exact: true },
    pronouns: { tag: 6, kind: 'term', card: 'clinic', set: 'pronouns', own: true },
    languages: { tag: 7, kind: 'terms', card: 'ae', tier: 2, set: 'languages', own: true },
    interpreter: { tag: 8, kind: 'term', card: 'ae', tier: 2, set: 'interpreter' },
    communication: { tag: 9, kind: 'terms', card: 'ae', tier: 2, set: 'communication', own: true },
    alone: { tag: 10, kind: 'terms', card: 'ae', tier: 2, set: 'alone', private: true },
    emergencyContacts: { tag: 11, kind: 'contacts', card: 'ae', exact: true },
  },
});
