import { listedNameLength } from '#passport/medicine-names.ts';
import { doseStart, isDoseLine } from './dose-words.ts';
import { FORM } from './medicine-form.ts';

/** What a text about one medicine is made of, each piece as typed; all but the name may be ''. */
export type Pieces = {
  readonly name: string;
  readonly strength: string;
  /** Its form as printed: "modified-release tablets". */
  readonly form: string;
  /** How it is taken, and all other words. */
  readonly dose: string;
};

const FIGURE = '[\\d٠-٩۰-۹]';
const AMOUNT = `${FIGURE}{1,3}(?:,${FIGURE}{3})+(?:\\.${FIGURE}+)?|${FIGURE}+(?:[.,٫]${FIGURE}+)?`;
const UNIT =
  'micrograms?|milligrams?|millilitres?|nanograms?|millimoles?|international units?|grams?|litres?|units?|micro ?g|mcg|µg|μg|ng|mg|ml|mmol|iu|kg|g|l|%|ملغم?|ملجم|مجم|ميكروغرام|ميكروجرام|غرام|مل';
const PER =
  'hours?|hrs?|hr|h|dose|puff|actuation|inhalation|inh|spray|patch|day|24 ?h(?:ours?|rs?)?|72 ?h(?:ours?|rs?)?|drop|application';
const MEASURE = `(?:(?:${AMOUNT}) ?(?:${UNIT})?(?:-|–))?(?:${AMOUNT}) ?-?(?:${UNIT})`;
const NO_STRENGTH = '(?!(?:\\d )?[1-3]/[2-4](?!\\d)|\\d{1,2}/(?:\\d{1,2}/|(?:19|20)\\d{2}(?!\\d)))';
const STRENGTH_TEXT = `(?:${MEASURE}(?: ?(?:/|\\bper\\b) ?(?:${MEASURE}|${UNIT}|${PER})|/(?:${AMOUNT})| ?\\+ ?${MEASURE})*|${NO_STRENGTH}(?:${AMOUNT}) ?/ ?(?:${AMOUNT})(?: ?(?:${UNIT}))?)(?![\\p{L}\\p{N}])`;
// Nobody sells less than a hundred units: "14 units" is how much is taken.
const FEW_UNITS = '(?!\\d{1,2} ?(?:units?|iu)(?!\\p{L}| ?/))';
const STRENGTH = new RegExp(`(?<![\\p{L}\\p{N}.,/])${FEW_UNITS}${STRENGTH_TEXT}`, 'iu');
// "with food 500mg" and "and then 20mg" name no second substance.
const NO_SUBSTANCE =
  '(?:then|food|meals?|water|milk|breakfast|lunch|dinner|tea|supper|up|at|in|on|to|the|a|an|if|when|can|may|max|maximum|take|one|two|half|some|my|other|each|every|or|increase|reduce|it|not|no)';
const SUBSTANCE = `(?!${NO_SUBSTANCE}(?!\\p{L}))\\p{L}[\\p{L}\\p{M}-]{2,}`;
const SECOND = new RegExp(
  `^(?: ?[/+&] ?(?:${SUBSTANCE} ){1,4}(?=\\p{N})|,? (?:and|with|plus) (?:${SUBSTANCE} ){1,3}(?=\\p{N}))${STRENGTH_TEXT}`,
  'iu',
);
const FORM_AT_END = new RegExp(`[ ,]+(${FORM})[ ,:-]*$`, 'iu');
const FORM_FIRST = new RegExp(`^(${FORM})(?![\\p{L}\\p{N}])[\\s,;:–—-]*`, 'iu');
const FORM_INSIDE = new RegExp(`[ ,](?=${FORM}(?![\\p{L}\\p{N}]))`, 'giu');
const MAKER =
  /^ ?\([^()]*(?<!\p{L})(?:ltd|limited|uk|pharma\p{L}*|labs?|laboratories|healthcare|plc|inc|gmbh)(?!\p{L})[^()]*\)/iu;
const NAME_STOP = /,\s+|\s+[–—-]\s+|:\s+|\s+\(/u;
const LONGEST = 400;

/**
 * Takes a text about one medicine apart: its name, two substances with their strengths as one name, how strong it is, its
 * form, and how it is taken. Nothing is put right; every word is in one of the pieces, in its order. A text that has
 * nothing to divide it is the name.
 */
export function readPieces(text: string): Pieces {
  const body = text.trim();
  const whole = { name: body, strength: '', form: '', dose: '' };
  if (body.length > LONGEST) return whole;
  const dose = doseStart(body, listedNameLength(body));
  const found = STRENGTH.exec(body);
  if (!found || !/\p{L}{2}/u.test(body.slice(0, found.index)) || (dose !== null && dose <= found.index)) {
    return withoutStrength(body, dose);
  }
  const end = found.index + found[0].length;
  const many = endOfSubstances(body, end);
  if (many > end) return withForm(body.slice(0, many).trim(), '', body.slice(many), '');

  let after = body.slice(end);
  let name = body.slice(0, found.index);
  // "(10mg)" and "[10mg tablets]" leave their brackets behind.
  if (/[([]\s*$/.test(name) && /^[^([]*[)\]]/.test(after)) {
    name = name.replace(/[([]\s*$/, '');
    after = after.replace(/\s*[)\]]/, ' ');
  }
  const parted = isBrand(name) ? { ...whole, name: trimmed(name) } : withoutStrength(name.trim(), null);
  const read = withForm(trimmed(parted.name), found[0], after, parted.form);
  // Words between the name and the strength: whose strength it is is not known, and the text stays whole.
  if (parted.dose !== '') return withoutStrength(body, dose);
  return /\p{L}/u.test(read.name) ? read : whole;
}

/** True for a text that reads like a product: a listed name first, or a strength or a form after a word. */
export function isProduct(text: string): boolean {
  if (listedNameLength(text) > 0) return true;
  const { name, strength, form } = readPieces(text);
  return /\p{L}{3}/u.test(name) && (strength !== '' || form !== '' || SECOND_INSIDE.test(name));
}

/** True for a line that begins with a strength and names nothing: "100mg OD", under its medicine. */
export function isStrengthLine(text: string): boolean {
  const found = STRENGTH.exec(text);
  if (found?.index !== 0) return false;
  const rest = text.slice(found[0].length).replace(/^[\s,]+/, '');
  return rest === '' || isForm(rest) || isDoseLine(rest);
}

/** True for text that is only a form: "modified-release tablets". */
export function isForm(text: string): boolean {
  return FORM_FIRST.exec(text)?.[0].length === text.length;
}

const SECOND_INSIDE = new RegExp(`${STRENGTH_TEXT} ?[/+&]`, 'iu');

/** Where the chain "A 10mg / B 20mg" ends; `end` when one substance is all there is. */
function endOfSubstances(body: string, end: number): number {
  const next = SECOND.exec(body.slice(end));
  return next ? endOfSubstances(body, end + next[0].length) : end;
}

function withForm(name: string, strength: string, after: string, form: string): Pieces {
  const maker = form === '' ? '' : (MAKER.exec(after)?.[0] ?? '');
  const text = trimmed(after.slice(maker.length));
  const first = form === '' ? FORM_FIRST.exec(text) : null;
  return {
    name,
    strength,
    form: first?.[1] ?? form + maker,
    dose: trimmed(first ? text.slice(first[0].length) : text),
  };
}

function withoutStrength(text: string, dose: number | null): Pieces {
  const whole = { name: text.trim(), strength: '', form: '', dose: '' };
  const listed = listedNameLength(text);
  const stop = NAME_STOP.exec(text)?.index ?? text.length;
  const form = [...text.matchAll(FORM_INSIDE)].find(
    ({ index }) => index >= listed && /\p{L}{2}/u.test(text.slice(0, index)),
  );
  // "Amitriptyline 10": a figure alone after a listed name is no part of it.
  const figure = listed > 0 && /^ \d+(?:\.\d+)?$/.test(text.slice(listed)) ? listed : text.length;
  const at = Math.min(stop, form?.index ?? text.length, dose ?? text.length, figure);
  const name = trimmed(text.slice(0, at));
  if (!/\p{L}{2}/u.test(name)) return whole;
  const read = withForm(name, '', text.slice(at), '');
  const last = read.form === '' && dose === null ? FORM_AT_END.exec(` ${read.dose}`) : null;
  if (last && trimmed(read.dose) === last[1]) return { ...read, form: last[1] ?? '', dose: '' };
  return read;
}

/** "Paracetamol (Panadol)": one word in brackets, or two with a capital, before the strength, belongs to the name. */
function isBrand(name: string): boolean {
  return /^[^()]*\p{L}{2}[^()]*\((?:\p{L}[\p{L}-]+|\p{Lu}[\p{L}-]+ \p{L}+)\) *$/u.test(name);
}

/** Without the punctuation that only divided the pieces; an open bracket stays with its words. */
function trimmed(text: string): string {
  return text.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '');
}
