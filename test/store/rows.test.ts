import { expect, test } from 'vitest';
import { type LogRow, readEach } from '#store/rows.ts';

type Table = Parameters<typeof readEach<LogRow, number>>[0];

/** A table as Chromium leaves it when the file that held one large value is gone. */
function tableWithout(lost: number, error: DOMException): Table {
  const get = async (seq: number) => {
    if (seq === lost) throw error;
    return seq < 4 ? { seq } : undefined;
  };
  return { get, bulkGet: (seqs: number[]) => Promise.all(seqs.map(get)) } as never;
}

test('one row whose value cannot be read does not take the others with it', async () => {
  const table = tableWithout(2, new DOMException('Data lost due to missing file.', 'NotReadableError'));
  expect(await readEach(table, [1, 2, 3, 4])).toEqual([{ seq: 1 }, null, { seq: 3 }, undefined]);
});

test('a connection that is lost is no row that cannot be read', async () => {
  const table = tableWithout(2, new DOMException('Closed.', 'DatabaseClosedError'));
  await expect(readEach(table, [1, 2, 3])).rejects.toThrow('Closed.');
});
