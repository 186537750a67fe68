import { useLayoutEffect } from 'react';

/** While it is mounted, the whole document is in this language; afterwards in the one it was in before. */
export function usePageLanguage(lang: string, dir: 'ltr' | 'rtl'): void {
  useLayoutEffect(() => {
    const page = document.documentElement;
    const before = { lang: page.lang, dir: page.dir };
    Object.assign(page, { lang, dir });
    return () => {
      Object.assign(page, before);
    };
  }, [lang, dir]);
}
