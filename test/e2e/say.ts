import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const locales = fileURLToPath(new URL('../../locales/', import.meta.url));
const files = new Map<string, unknown>();

/**
 * The app's own words in one language, by key as the app asks for them ("share:show.title", "welcome.next"). Throws when
 * there is no such key, so that a test never looks for words that cannot be there.
 */
export function sayIn(lang: string): Say {
  const plural = new Intl.PluralRules(lang);
  return (key, values = {}) => {
    const [path = '', space = 'app'] = key.split(':').reverse();
    const found =
      (values['count'] === undefined
        ? undefined
        : lookUp(lang, space, `${path}_${plural.select(Number(values['count']))}`)) ?? lookUp(lang, space, path);
    if (found === undefined) throw new Error(`${lang} has no words for ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

export const say = sayIn('en-GB');

/** What a form asks for a field. */
export const ask = (part: string, field: string, words = say) => words(`parts:${part}.fields.${field}.ask`);
/** The name of a medicine where only text can stand: isolated left to right. */
export const named = (name: string) => `\u2066${name}\u2069`;
export const term = (set: string, id: string, words = say) => words(`terms:${set}.${id}`);
export const partName = (part: string, words = say) => words(`parts:${part}.name`);
/** The sentence for a problem, by its id. */
export const problem = (id: string, words = say) => words(`problem:${id}`);

function lookUp(lang: string, space: string, path: string): string | undefined {
  const name = `${lang}/${space}`;
  if (!files.has(name)) files.set(name, JSON.parse(readFileSync(`${locales}${name}.json`, 'utf8')));
  let at = files.get(name);
  for (const step of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[step];
  return typeof at === 'string' ? at : undefined;
}
