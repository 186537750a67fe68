import { type Direction, directionOf } from '#passport/direction.ts';
import type { Line } from '#passport/doc.ts';
import { breakLines, measure, type TextLine } from './lines.ts';
import type { TextStyle } from './look.ts';
import { type Paragraph, type Press, type Span, shapeLine } from './paragraph.ts';
import type { Column, Sheet, Strip } from './sheet.ts';
import { addElement, type Element, langOf } from './structure.ts';

/** A Line shaped in a style, with the structure elements of its runs; null where it is an artifact. */
export type Text = {
  readonly paragraph: Paragraph;
  readonly style: TextStyle;
  readonly elements: ReadonlyMap<object, Element> | null;
};

function hold(element: Element, lang: string, words: string, rtl: boolean): Element {
  if (lang !== langOf(element)) element.lang = lang;
  if (rtl) element.actual = words;
  return element;
}

/** Runs of one language are their element's own content; runs of several become Spans, each with its language. */
function elementsOf(paragraph: Paragraph, element: Element): ReadonlyMap<Span, Element> {
  const { spans, text } = paragraph;
  const first = spans[0];
  if (first === undefined) return new Map();
  const words = (span: Span) =>
    text
      .slice(span.start, span.end)
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\u2028/g, ' ');
  const rtl = (span: Span) => directionOf(span.run.lang) === 'rtl';
  if (spans.every((span) => span.run.lang === first.run.lang)) {
    hold(element, first.run.lang, spans.map(words).join(''), rtl(first));
    return new Map(spans.map((span) => [span, element]));
  }
  return new Map(spans.map((span) => [span, hold(addElement(element, 'Span'), span.run.lang, words(span), rtl(span))]));
}

/** Shapes a Line for `element`; without one it is an artifact (ISO 32000-1, 14.8.2.2). */
export function setText(press: Press, line: Line, style: TextStyle, element: Element | null): Text {
  const paragraph = shapeLine(press, line, style.weight);
  return { paragraph, style, elements: element === null ? null : elementsOf(paragraph, element) };
}

/** The same text as an artifact: a table head drawn again, a running header. */
export function asArtifact(text: Text): Text {
  return { ...text, elements: null };
}

export function isEmpty(text: Text): boolean {
  return text.paragraph.stretches.length === 0;
}

/** Widths in points: of the text unbroken, and of its widest unbreakable piece. */
export function widthsOf(text: Text): { readonly widest: number; readonly narrowest: number } {
  const { widest, narrowest } = measure(text.paragraph);
  return { widest: widest * text.style.size, narrowest: narrowest * text.style.size };
}

const broken = new WeakMap<Paragraph, Map<string, readonly TextLine[]>>();

/** The lines of a text, kept: a page is tried in several looks before one is drawn. */
export function linesOf(press: Press, text: Text, width: number): readonly TextLine[] {
  const { size } = text.style;
  const known = broken.get(text.paragraph) ?? new Map<string, readonly TextLine[]>();
  broken.set(text.paragraph, known);
  const key = `${width}/${size}`;
  const lines = known.get(key) ?? breakLines(press.fonts.harfbuzz, text.paragraph, width, size);
  known.set(key, lines);
  return lines;
}

/** Draws one line at the start edge of a column, or at its end edge. */
export function paintLine(
  sheet: Sheet,
  text: Text,
  line: TextLine,
  column: Column,
  top: number,
  edge: 'left' | 'right',
): void {
  const { size, leading, color } = text.style;
  sheet.ops.push({
    kind: 'text',
    line,
    x: edge === 'left' ? column.left : column.left + column.width - line.width,
    baseline: top + leading / 2 + size * 0.36,
    size,
    color,
    elements: text.elements,
  });
}

export function startOf(dir: Direction): 'left' | 'right' {
  return dir === 'ltr' ? 'left' : 'right';
}

/** Text of several lines stands at the start of its own direction; one line at the start of the page's. */
function edgeOf(press: Press, text: Text, lines: readonly TextLine[]): 'left' | 'right' {
  return startOf(lines.length > 1 ? text.paragraph.dir : press.dir);
}

/** The strips of a paragraph: one a line, its first two and last two lines kept together. */
export function textStrips(press: Press, text: Text, column: Column, gap: number): Strip[] {
  if (isEmpty(text)) return [];
  const lines = linesOf(press, text, column.width);
  const edge = edgeOf(press, text, lines);
  return lines.map((line, at) => ({
    height: text.style.leading,
    gap: at === 0 ? gap : 0,
    keep: lines.length > 1 && (at === 0 || at === lines.length - 2),
    paint: (sheet, top) => paintLine(sheet, text, line, column, top, edge),
  }));
}
