/** Languages the app speaks, by their own names, the source first. */
export const languages = [
  { id: 'en-GB', name: 'English', dir: 'ltr' },
  { id: 'pl', name: 'Polski', dir: 'ltr' },
  { id: 'ar', name: 'العربية', dir: 'rtl' },
] as const satisfies readonly { id: string; name: string; dir: 'ltr' | 'rtl' }[];

/** Made from the source at build time, to show words that never went through a locale. */
export const pseudoLanguage = 'en-XA';

/** The language to start in: the first asked for that the app speaks, by whole tag or by primary subtag. */
export function bestLanguage(asked: readonly string[]): string {
  for (const tag of asked) {
    if (tag === pseudoLanguage) return tag;
    const primary = tag.split('-')[0];
    const found = languages.find(({ id }) => id === tag) ?? languages.find(({ id }) => id.split('-')[0] === primary);
    if (found) return found.id;
  }
  return languages[0].id;
}
