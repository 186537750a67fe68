import type { Translate } from '#i18n/i18n.ts';
import type { ProblemSet } from './waiting.ts';

/** "26 entries, in 19 groups": how much of a list, said alike everywhere; without groups where every entry stands alone. */
export function listSize(t: Translate, sets: readonly ProblemSet[]): string {
  const count = sets.reduce((all, set) => all + set.records.length, 0);
  const entries = t('paste:size.entries', { count });
  if (count === sets.length) return entries;
  return t('paste:size.both', { entries, groups: t('paste:size.groups', { count: sets.length }) });
}
