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
  calledBy: ['name', 'brand'],
  detail: ['purpose'],
  headings: {
    field: 'pattern',
    of: [
      { id: 'now', terms: ['regular', 'as_needed', 'flares'], detail: ['dose', 'howOften', 'pattern'] },
      { id: 'stopped', terms: ['stopped'], detail: ['stopped', 'stoppedWhy'] },
    ],
    others: 'now',
  },
  groups: ['helps', 'taken', 'trial'],
  ends: { field: 'pattern', is: 'stopped' },
  notOnAe: { field: 'pattern', terms: ['stopped'] },
  sortBy: { field: 'pattern', terms: ['regular', 'as_needed', 'flares', 'stopped'] },
  fields: {
    name: { tag: 1, kind: 'text', card: 'ae', tier: 1, ltr: true, control: 'medicine-name', first: true, exact: true },
    pattern: { tag: 2, kind: 'term', card: 'ae', tier: 1, set: 'pattern', plain: 'regular', group: 'taken' },
    purpose: { tag: 3, kind: 'text', card: 'ae', group: 'helps' },
    brand: { tag: 4, kind: 'text', card: 'ae', tier: 1, ltr: true, group: 'taken', exact: true },
    strength: { tag: 5, kind: 'text', card: 'ae', tier: 1, ltr: true, first: true, exact: true },
    dose: { tag: 6, kind: 'text', card: 'ae', tier: 1, first: true, exact: true },
    howOften: { tag: 7, kind: 'term', card: 'ae', tier: 1, set: 'how_often', own: true, group: 'taken' },
    form: { tag: 8, kind: 'term', card: 'ae', tier: 2, set: 'form', own: true, group: 'taken' },
    release: { tag: 9, kind: 'term', card: 'ae', tier: 1, set: 'release', group: 'taken' },
    helps: { tag: 10, kind: 'term', card: 'clinic', set: 'helps', group: 'helps' },
    helpsHow: { tag: 11, kind: 'long', card: 'clinic', group: 'helps' },
    sideEffects: { tag: 12, kind: 'long', card: 'clinic', group: 'helps' },
    started: { tag: 13, kind: 'date', card: 'clinic', group: 'taken' },
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
    highestDose: { tag: 17, kind: 'text', card: 'full', group: 'taken', exact: true },
    highestFor: { tag: 18, kind: 'text', card: 'full', group: 'taken' },
    worries: { tag: 19, kind: 'long', card: 'full', group: 'helps' },
    notNow: { tag: 20, kind: 'yes', card: 'clinic', group: 'helps' },
    reallyTake: { tag: 21, kind: 'long', card: 'clinic', private: true, group: 'taken' },
    prescriber: { tag: 22, kind: 'link', card: 'full', to: 'team', own: true, group: 'taken' },
    source: { tag: 23, kind: 'term', card: 'full', set: 'source', group: 'taken' },
    trialAim: { tag: 24, kind: 'long', card: 'full', group: 'trial' },
    trialReview: { tag: 25, kind: 'date', card: 'full', group: 'trial' },
    trialResult: { tag: 26, kind: 'long', card: 'full', group: 'trial' },
  },
});
