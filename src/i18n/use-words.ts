import { useMemo } from 'react';
import type { Words } from '#passport/summary/words.ts';
import { useLang, useT } from './i18n.ts';
import { wordsOf } from './words.ts';

/** Summary words in the language the app speaks. */
export function useWords(): Words {
  const t = useT();
  const lang = useLang();
  return useMemo(() => wordsOf(t, lang), [t, lang]);
}
