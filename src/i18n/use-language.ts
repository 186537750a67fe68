import { useEffect, useState } from 'react';
import type { Words } from '#passport/summary/words.ts';
import { type Translate, translator, useLang, useT } from './i18n.ts';
import { useWords } from './use-words.ts';
import { wordsOf } from './words.ts';

export type Spoken = { readonly lang: string; readonly t: Translate; readonly words: Words };

/**
 * One language beside the one the app speaks: for a page made for somebody else. The last that came stays until the one
 * asked for is here; null before the first. Where not one can be had it is the app's own.
 */
export function useLanguage(lang: string): Spoken | null {
  const own = { lang: useLang(), t: useT(), words: useWords() };
  const [spoken, setSpoken] = useState<Spoken | 'none' | null>(null);
  useEffect(() => {
    let wanted = true;
    translator(lang).then(
      (t) => wanted && setSpoken({ lang, t, words: wordsOf(t, lang) }),
      () => wanted && setSpoken((before) => before ?? 'none'),
    );
    return () => {
      wanted = false;
    };
  }, [lang]);
  return spoken === 'none' ? own : spoken;
}
