import { describe, expect, it } from 'vitest';
import { problems } from '#passport/parts/problems.ts';
import { unfinishedLists } from '#passport/unfinished-lists.ts';
import { memoryStore } from '#store/memory.ts';
import { countingWorld } from '../screens/paste/counting-world.ts';

const store = async (records: readonly Record<string, string>[]) => {
  const store = memoryStore([], countingWorld());
  const edits = records.map((set, at) => ({ part: problems.id, record: `r${at}`, set }));
  if (edits.length > 0) await store.append(edits, { by: '', lang: 'en-GB' });
  return store.passport();
};

describe('what waits of pasted lists', () => {
  it('is nothing in a passport without any', async () => {
    expect(unfinishedLists(await store([]), new Map())).toEqual({ unplaced: 0, begun: [] });
  });

  it('is each pasted problem without a place, and none that was typed or placed', async () => {
    const passport = await store([
      { name: 'Gout', original: 'Gout 2003' },
      { name: 'Asthma', original: 'Asthma', status: 'past' },
      { name: 'Migraine' },
    ]);
    expect(unfinishedLists(passport, new Map()).unplaced).toBe(1);
  });

  it('is a list half typed, and not an empty box or another draft', async () => {
    const begun = (drafts: [string, string][]) => unfinishedLists(empty, new Map(drafts)).begun;
    const empty = await store([]);
    expect(begun([['paste/problems', 'Gou']])).toEqual(['problems']);
    expect(begun([['paste/medicine-rows', '[{}]']])).toEqual(['medicines']);
    expect(
      begun([
        ['paste/problems', ' \n'],
        ['problems/r1/mine', 'the fog'],
      ]),
    ).toEqual([]);
  });
});
