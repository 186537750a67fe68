import { definePart } from '#passport/part.ts';

/**
 * Medicines now and before: what for, whether they help the person do things, and why they stopped. A record of what
 * the person says: nothing is calculated from it (PRSB medicine item; NICE NG5, NG215).
 */
export const medicines = definePart({
  id: 'medicines',
  tag: 6,
  many: true,
  title: 'name',
  isSafetyList: true,
  besideTitle: ['strength'],
  detail: ['pattern', 'stoppedWhy', 'purpose', 'howOften'],
  notOnAe: { field: 'pattern', terms: ['stopped'] },
  sortBy: { field: 'pattern', terms: ['regular', 'as_needed', 'flares', 'stopped'] },
  fields: {
    name: { tag: 1, kind: 'text', card: 'ae', tier: 1, ltr: true, control: 'medicine-name', first: true, exact: true },
    pattern: { tag: 2, kind: 'term', card: 'ae', tier: 1, set: 'pattern', first: true },
    purpose: { tag: 3, kind: 'text', card: 'ae', first: true },
    brand: { tag: 4, kind: 'text', card: 'ae', tier: 1, ltr: true, exact: true },
    strength: { tag: 5, kind: 'text', card: 'ae', tier: 1, ltr: true, exact: true },
    dose: { tag: 6, kind: 'text', card: 'ae', tier: 1, exact: true },
    howOften: { tag: 7, kind: 'term', card: 'ae', tier: 1, set: 'how_often', own: true },
    form: { tag: 8, kind: 'term', card: 'ae', tier: 2, set: 'form', own: true },
    release: { tag: 9, kind: 'term', card: 'ae', tier: 1, set: 'release' },
    helps: { tag: 10, kind: 'term', card: 'clinic', set: 'helps' },
    helpsHow: { tag: 11, kind: 'long', card: 'clinic' },
    sideEffects: { tag: 12, kind: 'long', card: 'clinic' },
    started: { tag: 13, kind: 'date', card: 'clinic' },
    stopped: { tag: 14, kind: 'date', card: 'clinic', when: { field: 'pattern', is: 'stopped' } },
    stoppedWhy: { tag: 15, kind: 'long', card: 'clinic', when: { field: 'pattern', is: 'stopped' } },
    stoppedBy: {
      tag: 16,
      kind: 'term',
      card: 'full',
      set: 'stopped_by',
      own: true,
      when: { field: 'pattern', is: 'stopped' },
    },
    highestDose: { tag: 17, kind: 'text', card: 'full', exact: true },
    highestFor: { tag: 18, kind: 'text', card: 'full' },
    worries: { tag: 19, kind: 'long', card: 'full' },
    notNow: { tag: 20, kind: 'yes', card: 'clinic' },
    reallyTake: { tag: 21, kind: 'long', card: 'clinic', private: true },
    prescriber: { tag: 22, kind: 'link', card: 'full', to: 'team', own: true },
    source: { tag: 23, kind: 'term', card: 'full', set: 'source' },
    trialAim: { tag: 24, kind: 'long', card: 'full' },
    trialReview: { tag: 25, kind: 'date', card: 'full' },
    trialResult: { tag: 26, kind: 'long', card: 'full' },
  },
});
