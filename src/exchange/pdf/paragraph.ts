import bidiFactory from 'bidi-js';
import { type Direction, directionOf } from '#passport/direction.ts';
import type { Line, Run } from '#passport/doc.ts';
import { cleanText, LRI, PDI, RLI } from './clean.ts';
import type { Face, Fonts } from './fonts.ts';
import { type Script, scriptOf, scripts, type Weight } from './scripts.ts';
import { type Shaped, type Stretch, shapeStretch } from './shape.ts';

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
  readonly missing: Set<string>;
};

/** A Line reads in the page's direction as soon as one of its runs does; else in its runs' own. */
function directionOfLine(line: Line, page: Direction): Direction {
  const own = line.filter((run) => run.ltr !== true);
  if (own.length === 0 || own.some((run) => directionOf(run.lang) === page)) return page;
  return page === 'ltr' ? 'rtl' : 'ltr';
}

function opener(run: Run, alone: boolean): string {
  if (run.ltr === true) return LRI;
  if (alone) return '';
  return directionOf(run.lang) === 'rtl' ? RLI : LRI;
}

/** Marks and joiners are drawn in the font of the letter they sit on. */
const follower = /[\p{M}\u200c\u200d]/u;

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
    script = scriptOf(character) ?? script;
    const last = found.at(-1);
    const joined = last !== undefined && last.end === start && last.level === level;
    const face: Face | null =
      joined && follower.test(character) && last.face.covers.has(code) ? last.face : fonts.find(code, script, weight);
    // A character covered only through its decomposition: HarfBuzz takes it apart in the font of its script.
    const drawn = face ?? fonts.find(character.normalize('NFD').codePointAt(0) ?? 0, script, weight);
    if (drawn === null) continue;
    const own = script ?? scripts[0];
    if (joined && last.face === drawn && last.script === own) last.end = at;
    else found.push({ start, end: at, level, face: drawn, script: own, lang: span.run.lang });
  }
  return found.map((stretch) => ({ ...stretch, script: stretch.script.tag }));
}

/**
 * Shapes a Line: bidi (UAX #9) over the whole of it, each run isolated from its neighbours and `ltr` runs always
 * LRI…PDI, then HarfBuzz for each stretch of one font, script and level.
 */
export function shapeLine(press: Press, line: Line, weight: Weight): Paragraph {
  const dir = directionOfLine(line, press.dir);
  const runs = line.filter((run) => run.text !== '');
  let text = '';
  const spans: Span[] = [];
  for (const run of runs) {
    const open = opener(run, runs.length === 1);
    const start = text.length + open.length;
    const clean = cleanText(run.text, press.fonts, run.strong === true ? 700 : weight, press.missing);
    text += open + clean + (open === '' ? '' : PDI);
    spans.push({ start, end: start + clean.length, run });
  }
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const stretches = spans.flatMap((span) =>
    stretchesOf(text, span, levels, span.run.strong === true ? 700 : weight, press.fonts).map((stretch) => ({
      ...stretch,
      span,
      clusters: shapeStretch(press.fonts.harfbuzz, text, stretch),
    })),
  );
  return { text, dir, spans, levels, stretches };
}
