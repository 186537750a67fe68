import { drop, keep, readKept } from './kept.ts';
import { churn } from './lock/churn.ts';
import { isChromium } from './new-log.ts';
import type { Rows } from './rows.ts';
import { alone } from './tabs.ts';

const key = 'mf-untidy';

/** True when an earlier tidying was cut short. */
export function isUntidy(): boolean {
  return readKept(key) === true;
}

/**
 * Takes the key of an earlier epoch, which lay in the database, out of its files, in browsers that are known to keep
 * what was overwritten there: Chromium and those made of it. Others are left alone, since nothing was measured in them.
 */
export async function tidy(rows: Rows, name: string, epoch: number): Promise<void> {
  if (!isChromium()) return;
  keep(key, true);
  if (await alone(`${name}-tidy`, () => churn(rows, epoch).catch(() => false))) drop(key);
}
