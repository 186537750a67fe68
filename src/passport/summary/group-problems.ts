import type { ExtractRecord } from '#passport/extract.ts';

/** Problems with exactly the same words and status, put together; each group with its oldest date first. */
export function groupProblems(records: readonly ExtractRecord[]): readonly (readonly ExtractRecord[])[] {
  const groups = new Map<string, ExtractRecord[]>();
  for (const record of records) {
    const key = JSON.stringify(['name', 'mine', 'status'].map((field) => record[field]?.value ?? null));
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => compareDates(sinceOf(a), sinceOf(b))));
}

function sinceOf(record: ExtractRecord): string {
  const value = record['since']?.value;
  return typeof value === 'string' ? value : '';
}

/** ISO dates by time, then words, then nothing. */
function compareDates(a: string, b: string): number {
  const rank = (date: string) => (date === '' ? 2 : /^\d{4}/.test(date) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
