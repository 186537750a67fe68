import { expect, it } from 'vitest';
import { emptyPassport } from '#passport/fold.ts';
import { pasteDrafts, unfinishedPastes } from '#passport/paste/unfinished.ts';

it('a list that was typed or read and not added is unfinished, and an empty box is not', () => {
  const of = (...drafts: [string, string][]) => unfinishedPastes(new Map(drafts), emptyPassport);
  expect(of()).toEqual({ medicines: false, problems: false, unplaced: 0 });
  expect(of([pasteDrafts.medicines, ' \n'])).toMatchObject({ medicines: false });
  expect(of([pasteDrafts.medicineRows, '[]'])).toMatchObject({ medicines: true, problems: false });
  expect(of([pasteDrafts.problems, 'Gout'])).toMatchObject({ medicines: false, problems: true });
});
