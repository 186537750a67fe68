import type { Doc, Line, Run } from '#passport/doc.ts';
import { alike } from './alike.ts';
import { coverage } from './coverage.ts';

// Scripts without a font, as people call them; the first that a character is of names it.
const unprinted = {
  hebrew: /\p{Script=Hebrew}/u,
  devanagari: /\p{Script=Devanagari}/u,
  bengali: /\p{Script=Bengali}/u,
  gurmukhi: /\p{Script=Gurmukhi}/u,
  gujarati: /\p{Script=Gujarati}/u,
  odia: /\p{Script=Oriya}/u,
  tamil: /\p{Script=Tamil}/u,
  telugu: /\p{Script=Telugu}/u,
  kannada: /\p{Script=Kannada}/u,
  malayalam: /\p{Script=Malayalam}/u,
  sinhala: /\p{Script=Sinhala}/u,
  thai: /\p{Script=Thai}/u,
  lao: /\p{Script=Lao}/u,
  tibetan: /\p{Script=Tibetan}/u,
  burmese: /\p{Script=Myanmar}/u,
  khmer: /\p{Script=Khmer}/u,
  ethiopic: /\p{Script=Ethiopic}/u,
  armenian: /\p{Script=Armenian}/u,
  georgian: /\p{Script=Georgian}/u,
  syriac: /\p{Script=Syriac}/u,
  thaana: /\p{Script=Thaana}/u,
  tifinagh: /\p{Script=Tifinagh}/u,
  nko: /\p{Script=Nko}/u,
  korean: /[\p{Script=Hangul}\u3130-\u318f]/u,
  japanese: /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc\uff66-\uff9f]/u,
  chinese: /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffee]/u,
  emoji: /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1f000}-\u{1faff}]|\u20e3/u,
} as const;

export type ScriptName = keyof typeof unprinted | 'other';

/** Every name there is, for the words of a locale. */
export const scriptNames = [...Object.keys(unprinted), 'other'] as readonly ScriptName[];

/** What stands on paper in place of letters that cannot be printed, in the reader's language. */
export type Unprinted = {
  readonly marks: Readonly<Partial<Record<ScriptName, string>>>;
  /** The sentence at the top that says what was left out and where it is. */
  readonly note: string;
};

const covered = coverage.split(' ').map((range) => {
  const [first = 0, last = first] = range.split('-').map((one) => Number.parseInt(one, 16));
  return { first, last };
});

function hasFont(codePoint: number): boolean {
  let [low, high] = [0, covered.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = covered[middle];
    if (range === undefined) return false;
    if (codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return true;
  }
  return false;
}

/** Whether a character can be drawn, taken apart where need be; what draws nothing can. */
function isPrintable(character: string): boolean {
  const has = (part: string) => hasFont(part.codePointAt(0) ?? 0);
  return (
    has(character) ||
    /[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(character) ||
    [...character.normalize('NFD')].every(has)
  );
}

function nameOf(character: string): ScriptName {
  const found = Object.entries(unprinted).find(([, letters]) => letters.test(character));
  return (found?.[0] as ScriptName | undefined) ?? 'other';
}

type Stretch = { readonly text: string; readonly script: ScriptName | null };

/** Spaces, signs and marks between two words of a script go with them: what was said is one gap, not one a word. */
const between = /^(?!\p{Nd})[\s\p{P}\p{M}\p{Default_Ignorable_Code_Point}]*$/u;

/** A text in stretches that can be printed (script null) and stretches of a script that cannot. */
function toStretches(text: string): readonly Stretch[] {
  const hasKana = unprinted.japanese.test(text);
  const stretches: { text: string; script: ScriptName | null }[] = [];
  for (const character of text.normalize('NFC')) {
    const isDrawn = isPrintable(character) || alike(character, isPrintable) !== null;
    const name = isDrawn ? null : nameOf(character);
    const script = name === 'chinese' && hasKana ? 'japanese' : name;
    const last = stretches.at(-1);
    const before = stretches.at(-2);
    if (last && script === last.script) last.text += character;
    else if (last?.script === null && before && script === before.script && between.test(last.text)) {
      before.text += last.text + character;
      stretches.pop();
    } else stretches.push({ text: character, script });
  }
  return stretches;
}

/** A run with a mark in place of each stretch that cannot be printed; what they are is added to `missing`. */
function markRun(run: Run, marks: Unprinted['marks'], lang: string, missing: Set<string>): readonly Run[] {
  if (run.text === '' || /^[\u0020-\u007e\u00a0-\u024f\u0600-\u06ff\u2010-\u2027\u2030-\u203a]*$/u.test(run.text))
    return [run];
  return toStretches(run.text).map(({ text, script }) => {
    if (script === null) return { ...run, text };
    missing.add(script);
    const { ltr: _, ...rest } = run;
    return { ...rest, text: `[${marks[script] ?? '\u25af'}]`, lang };
  });
}

/** A line as it can be printed: `markRun` for each run of it, the marks in the reader's language. */
export function markLine(line: Line, marks: Unprinted['marks'], lang: string, missing: Set<string>): Line {
  return line.flatMap((run) => markRun(run, marks, lang, missing));
}

/** The scripts of a Doc that cannot be printed, in the order met, each once: to be named before the paper is made. */
export function unprintedScripts(doc: Doc): readonly ScriptName[] {
  const missing = new Set<string>();
  for (const run of runsIn(doc)) markRun(run, {}, doc.lang, missing);
  return [...missing] as readonly ScriptName[];
}

function runsIn(value: unknown): readonly Run[] {
  if (Array.isArray(value)) return value.flatMap(runsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'lang' in value) return [value as Run];
  return Object.values(value).flatMap(runsIn);
}
