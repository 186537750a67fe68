import bidiFactory from 'bidi-js';
import { type Direction, directionOfText } from '#passport/direction.ts';
import type { Line, Run } from '#passport/doc.ts';
import { type Stretch as LineStretch, lineToStretches } from '#passport/summary/stretches.ts';
import { cleanText, LRI, PDI, RLI } from './clean.ts';
import type { Face, Fonts } from './fonts.ts';
import type { Look } from './look.ts';
import { type Script, scriptOf, scripts, type Weight } from './scripts.ts';
import { type Shaped, type Stretch, shapeStretch } from './shape.ts';
import { markLine, type Unprinted } from './unprinted.ts';

const bidi = bidiFactory();

/** Where one Run of a Line lies in the text of its paragraph. */
export type Span = { readonly start: number; readonly end: number; readonly run: Run };

/** A Line shaped, before anything decides its width. */
export type Paragraph = {
  readonly text: string;
  readonly dir: Direction;
  readonly spans: readonly Span[];
  /** Embedding level of each UTF-16 unit (UAX #9). */
  readonly levels: Uint8Array;
  readonly stretches: readonly (Shaped & { readonly span: Span })[];
};

/** What shaping needs, the same for a whole document. */
export type Press = {
  readonly fonts: Fonts;
  /** The reader's language and its direction. */
  readonly lang: string;
  readonly dir: Direction;
  /** What stands in place of letters without a font, by the name of their script; the names met are put in `missing`. */
  readonly marks: Unprinted['marks'];
  readonly missing: Set<string>;
  readonly look: Look;
  /** Lines already shaped: shaping knows no size, so a page can be tried in several. */
  readonly shaped: WeakMap<Line, Map<Weight, Paragraph>>;
};

/** The direction of the words of one language, figures left out; the page's where they tell nothing. */
function directionOfStretch({ lang, runs }: LineStretch, page: Direction): Direction {
  const words = runs.filter((run) => run.ltr !== true).map((run) => run.text);
  return directionOfText(words.join(''), lang) ?? page;
}

/** A Line reads in the page's direction as soon as one of its languages does; else in their own. */
function directionOfLine(stretches: readonly LineStretch[], page: Direction): Direction {
  const worded = stretches.filter(({ runs }) => runs.some((run) => run.ltr !== true));
  if (worded.length === 0 || worded.some((stretch) => directionOfStretch(stretch, page) === page)) return page;
  return page === 'ltr' ? 'rtl' : 'ltr';
}

/** Marks and joiners are drawn in the font of the letter they sit on. */
const follower = /[\p{M}\u200c\u200d]/u;

/** The script of right-to-left signs that belong to no script. */
const leftward = scripts.find(({ tag }) => tag === 'Arab');

function stretchesOf(text: string, span: Span, levels: Uint8Array, weight: Weight, fonts: Fonts): Stretch[] {
  const found: { start: number; end: number; level: number; face: Face; script: Script; lang: string }[] = [];
  let script: Script | null = null;
  for (const character of text.slice(span.start, span.end)) {
    script = scriptOf(character);
    if (script !== null) break;
  }
  let at = span.start;
  for (const character of text.slice(span.start, span.end)) {
    const start = at;
    at += character.length;
    if (/[\u2028\u2066-\u2069]/.test(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    const level = levels[start] ?? 0;
    const named = scriptOf(character);
    script = named ?? script;
    // signs that are read right to left go with the words on that side, not with the ones before them
    const near = named === null && level % 2 === 1 ? (leftward ?? script) : script;
    const last = found.at(-1);
    const joined = last !== undefined && last.end === start && last.level === level;
    const face: Face | null =
      joined && follower.test(character) && last.face.covers.has(code) ? last.face : fonts.find(code, near, weight);
    // A character covered only through its decomposition: HarfBuzz takes it apart in the font of its script.
    const drawn = face ?? fonts.find(character.normalize('NFD').codePointAt(0) ?? 0, near, weight);
    if (drawn === null) continue;
    const own = near ?? scripts[0];
    if (joined && last.face === drawn && last.script === own) last.end = at;
    else found.push({ start, end: at, level, face: drawn, script: own, lang: span.run.lang });
  }
  return found.map((stretch) => ({ ...stretch, script: stretch.script.tag }));
}

/**
 * Shapes a Line, every figure of it isolated: bidi (UAX #9) over the whole of it, then HarfBuzz for each stretch of one font, script and level.
 * Neighbouring runs of one language stand in one isolate of its direction, so that a sentence keeps its order on any
 * page; `ltr` runs stand inside it, each in an isolate of its own.
 */
export function shapeLine(press: Press, line: Line, weight: Weight): Paragraph {
  const byWeight = press.shaped.get(line) ?? new Map<Weight, Paragraph>();
  press.shaped.set(line, byWeight);
  const known = byWeight.get(weight);
  if (known !== undefined) return known;
  const languages = lineToStretches(
    markLine(line, press.marks, press.lang, press.missing).filter((run) => run.text !== ''),
  );
  const dir = directionOfLine(languages, press.dir);
  let text = '';
  const spans: Span[] = [];
  for (const language of languages) {
    const own = directionOfStretch(language, press.dir);
    const isOpen = languages.length > 1 && language.runs.some((run) => run.ltr !== true);
    if (isOpen) text += own === 'rtl' ? RLI : LRI;
    for (const run of language.runs) {
      if (run.ltr === true) text += LRI;
      const start = text.length;
      text += cleanText(run.text, press.fonts, run.strong === true ? 700 : weight);
      spans.push({ start, end: text.length, run });
      if (run.ltr === true) text += PDI;
    }
    if (isOpen) text += PDI;
  }
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const stretches = spans.flatMap((span) =>
    stretchesOf(text, span, levels, span.run.strong === true ? 700 : weight, press.fonts).map((stretch) => ({
      ...stretch,
      span,
      clusters: shapeStretch(press.fonts.harfbuzz, text, stretch),
    })),
  );
  const paragraph = { text, dir, spans, levels, stretches };
  byWeight.set(weight, paragraph);
  return paragraph;
}
