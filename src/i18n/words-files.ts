/** Every file of words, by what it speaks of. The first is all that a first screen needs. */
export const spaces = [
  'app',
  'part',
  'parts',
  'terms',
  'summary',
  'share',
  'reader',
  'flare',
  'paste',
  'keep',
  'lock',
  'hide',
  'pages',
  'problem',
] as const;

const files = import.meta.glob<Record<string, unknown>>('/locales/*/*.json', { import: 'default' });

/** The words of one file. Empty where the language has no such file; rejects when it cannot be had. */
export async function loadSpace(lang: string, space: string): Promise<Record<string, unknown>> {
  return (await files[`/locales/${lang}/${space}.json`]?.()) ?? {};
}

/** Loads every word of a language, or with `first` only those of a first screen, so that they are at hand. */
export function loadWords(lang: string, first: boolean): Promise<unknown> {
  return Promise.all((first ? [spaces[0]] : spaces).map((space) => loadSpace(lang, space)));
}
