/**
 * Makes the pseudo-locale en-XA out of en-GB: accented, longer by two fifths and in brackets, so that a hard-coded
 * string, a cut one or one glued together shows at a glance. Placeholders and tags stay as they are.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const plain = 'AaBCcDdEeGgHhIiJjKkLlNnOoPRrSsTtUuWwYyZz';
const marked = 'ÅåßÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöÞŔŕŠšŢţÛûŴŵÝýŽž';
const accents = new Map([...plain].map((letter, place) => [letter, [...marked][place]]));
// i18next: {{placeholder}}, $t(nesting), <0>tags</0>
const kept = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]*>)/;

/** Takes one English string, gives the pseudo string. Empty stays empty. */
export function pseudo(text) {
  if (text.trim() === '') return text;
  const parts = text.split(kept);
  const letters = parts.filter((_, place) => place % 2 === 0).join('').length;
  const body = parts
    .map((part, place) => (place % 2 === 1 ? part : [...part].map((letter) => accents.get(letter) ?? letter).join('')))
    .join('');
  return `[${body}${'·'.repeat(Math.ceil(letters * 0.4))}]`;
}

/** The same for a whole tree of strings. */
function pseudoTree(tree) {
  if (typeof tree === 'string') return pseudo(tree);
  if (Array.isArray(tree)) return tree.map(pseudoTree);
  if (tree !== null && typeof tree === 'object') {
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, pseudoTree(value)]));
  }
  return tree;
}

/** Writes `locales/en-XA` from `locales/en-GB`; touches only files whose text changes. */
export function writePseudoLocale(locales) {
  const from = join(locales, 'en-GB');
  const to = join(locales, 'en-XA');
  const names = existsSync(from) ? readdirSync(from).filter((name) => name.endsWith('.json')) : [];
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to)) if (!names.includes(name)) rmSync(join(to, name));
  for (const name of names) {
    const text = `${JSON.stringify(pseudoTree(JSON.parse(readFileSync(join(from, name), 'utf8'))), null, 2)}\n`;
    const file = join(to, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
