import { directionOf } from '#passport/direction.ts';
import type { Words } from '#passport/summary/words.ts';
import { dateToWords } from './dates.ts';
import type { Translate } from './i18n.ts';

// Parts, fields and terms are keyed by id; a test holds that every id has its words in every locale.
type Any = (key: string, values?: Record<string, unknown>) => string;

/** The words the core puts a summary together from, in the language of `t`. */
export function wordsOf(t: Translate, lang: string): Words {
  const any = t as unknown as Any;
  return {
    lang,
    dir: directionOf(lang),
    say: (key, values) => any(`summary:${key}`, values),
    part: (part) => any(`parts:${part}.name`),
    field: (part, field) => any(`parts:${fieldHome(part, field)}.fields.${field}.label`),
    term: (set, term) => any(`terms:${set}.${term}`),
    date: (value) => dateToWords(value, lang),
    list: (items) => new Intl.ListFormat(lang, { type: 'conjunction' }).format(items),
    ago: (date, today) => ago(date, today, lang),
  };
}

/** What a form asks for a field, and the hint under it when there is one. */
export function questionOf(t: Translate, part: string, field: string): { ask: string; hint: string | undefined } {
  const any = t as unknown as Any;
  const key = `parts:${fieldHome(part, field)}.fields.${field}`;
  const hint = any(`${key}.hint`, { defaultValue: '' });
  return { ask: any(`${key}.ask`), hint: hint || undefined };
}

/** A part's name, what it is for, and (for a list) what its button says. */
export function partWords(t: Translate, part: string): { name: string; empty: string; add: string } {
  const any = t as unknown as Any;
  return {
    name: any(`parts:${part}.name`),
    empty: any(`parts:${part}.empty`),
    add: any(`parts:${part}.add`, { defaultValue: '' }),
  };
}

/** The name of a folded group of questions. */
export function groupName(t: Translate, part: string, group: string): string {
  return (t as unknown as Any)(`parts:${part}.groups.${group}`);
}

/** The name of a heading in a part's list. */
export function headingName(t: Translate, part: string, heading: string): string {
  return (t as unknown as Any)(`parts:${part}.headings.${heading}`);
}

/** What ends a record of the part, and what takes it up again. */
export function endWords(t: Translate, part: string): { end: string; again: string } {
  const any = t as unknown as Any;
  return { end: any(`parts:${part}.end`), again: any(`parts:${part}.again`) };
}

export function termWord(t: Translate, set: string, term: string): string {
  return (t as unknown as Any)(`terms:${set}.${term}`);
}

const shared: ReadonlySet<string> = new Set(['translation', 'translator']);

function fieldHome(part: string, field: string): string {
  return shared.has(field) ? 'shared' : part;
}

function ago(date: string, today: string, lang: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(date)) / 86_400_000);
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  if (!Number.isFinite(days)) return date;
  if (Math.abs(days) < 14) return format.format(-days, 'day');
  if (Math.abs(days) < 60) return format.format(-Math.round(days / 7), 'week');
  if (Math.abs(days) < 730) return format.format(-Math.round(days / 30.44), 'month');
  return format.format(-Math.round(days / 365.25), 'year');
}
