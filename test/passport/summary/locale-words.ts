import parts from '#locales/en-GB/parts.json' with { type: 'json' };
import summary from '#locales/en-GB/summary.json' with { type: 'json' };
import terms from '#locales/en-GB/terms.json' with { type: 'json' };
import type { Words } from '#passport/summary/words.ts';

type Tree = { readonly [key: string]: string | Tree };

/** The en-GB words as the app gives them, without i18next. */
export const english: Words = {
  lang: 'en-GB',
  dir: 'ltr',
  say: (key, values = {}) => {
    const plural = `${key}_${values['count'] === 1 ? 'one' : 'other'}`;
    const found = inside(key) ?? inside(plural);
    if (typeof found !== 'string') throw new Error(`summary.json has no ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      if (!(name in values)) throw new Error(`${key} needs ${name}`);
      return String(values[name]);
    });
  },
  part: (part) => at(parts, part, 'name'),
  field: (part, field) => at(parts, field.startsWith('transl') ? 'shared' : part, 'fields', field, 'label'),
  term: (set, term) => at(terms, set, term),
  date: (value) => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    const [year, month, day] = value.split('-');
    return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
  },
  list: (items) => new Intl.ListFormat('en-GB').format(items),
  ago: (date, today) =>
    date === today ? 'today' : `${Math.round((Date.parse(today) - Date.parse(date)) / 2_629_800_000)} months ago`,
};

function inside(key: string): string | Tree | undefined {
  return key
    .split('.')
    .reduce<string | Tree | undefined>((here, name) => (typeof here === 'object' ? here[name] : here), summary);
}

function at(tree: Tree, ...path: string[]): string {
  const found = path.reduce<string | Tree | undefined>(
    (here, key) => (typeof here === 'object' ? here[key] : here),
    tree,
  );
  if (typeof found !== 'string') throw new Error(`no words for ${path.join('.')}`);
  return found;
}

/** Words that mark everything they say, so that words from anywhere else stand out. */
export const marked: Words = {
  lang: 'tr',
  dir: 'ltr',
  say: (key, values = {}) =>
    `«${key}»${Object.values(values)
      .map((value) => `${value}«»`)
      .join('')}`,
  part: (part) => `«${part}»`,
  field: (part, field) => `«${part}.${field}»`,
  term: (set, term) => `«${set}.${term}»`,
  date: (value) => `«${value}»`,
  list: (items) => items.join('«,»'),
  ago: (date, today) => `«${date} ${today}»`,
};
