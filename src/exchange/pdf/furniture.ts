import type { Doc, Line, Run } from '#passport/doc.ts';
import type { TextLine } from './lines.ts';
import { accent, hairline, margin, type TextStyle } from './look.ts';
import type { Press } from './paragraph.ts';
import { linesOf, paintLine, setText, startOf, type Text, widthsOf } from './set-text.ts';
import type { Column, Sheet } from './sheet.ts';

/** What stands on every page, measured before the pages are filled. All of it is an artifact. */
type Furniture = {
  readonly example: Measured | null;
  readonly header: Measured;
  readonly made: Measured;
  /** Where the content of a page may begin and must end. */
  readonly top: (page: number) => number;
  readonly bottom: number;
};

type Measured = { readonly text: Text; readonly lines: readonly TextLine[]; readonly height: number };

/** The running header repeats what page one says in full, so it may stop after two lines. */
const headerLines = 2;

function measureText(
  press: Press,
  line: Line,
  style: TextStyle,
  width: number,
  most = Number.MAX_SAFE_INTEGER,
): Measured {
  const text = setText(press, line, style, null);
  const lines = linesOf(press, text, width).slice(0, most);
  return { text, lines, height: lines.length * style.leading };
}

function hasWords(line: Line): boolean {
  return line.some((run) => run.text !== '');
}

function plain(line: Line): Line {
  return line.map(({ strong: _, ...run }): Run => run);
}

/** Numbers in furniture stand in isolates of their own, so that "1 / 4" keeps its order in every direction. */
export function isolateNumbers(words: string, lang: string): Line {
  return words
    .split(/(\p{Nd}+(?:\s*[/–-]\s*\p{Nd}+)*)/u)
    .map((text, at): Run => (at % 2 === 1 ? { text, lang, ltr: true } : { text, lang }))
    .filter((run) => run.text !== '');
}

export function measureFurniture(press: Press, doc: Doc, column: Column, height: number): Furniture {
  const { example } = doc.furniture;
  const shown =
    example === null
      ? null
      : measureText(press, [{ text: example, lang: doc.lang }], press.look.styles.example, column.width - 16);
  const between: Run = { text: ' · ', lang: doc.lang };
  const joined =
    hasWords(doc.name) && hasWords(doc.label) ? [...doc.name, between, ...doc.label] : [...doc.name, ...doc.label];
  const header = measureText(press, plain(joined), press.look.styles.small, column.width, headerLines);
  const made = measureText(press, plain(doc.made), press.look.styles.small, column.width * 0.7);
  const banner = shown === null ? margin.top : margin.top - 14 + shown.height + 18;
  return {
    example: shown,
    header,
    made,
    top: (page) => (page === 1 ? banner : banner + header.height + 16),
    bottom: height - margin.bottom - made.height - 14,
  };
}

function paintAll(sheet: Sheet, measured: Measured, column: Column, top: number, edge: 'left' | 'right'): void {
  measured.lines.forEach((line, at) => {
    paintLine(sheet, measured.text, line, column, top + at * measured.text.style.leading, edge);
  });
}

/** Draws header, footer and the example banner; `words` are "page x of y", one a page. */
export function paintFurniture(
  press: Press,
  furniture: Furniture,
  doc: Doc,
  sheets: readonly Sheet[],
  words: readonly string[],
  column: Column,
  height: number,
): void {
  const start = startOf(press.dir);
  const end = start === 'left' ? 'right' : 'left';
  sheets.forEach((sheet, at) => {
    const { example, header, made } = furniture;
    const first = furniture.top(1);
    if (example !== null) {
      const top = margin.top - 14;
      const frame = { x: column.left, y: top - 4, width: column.width, height: example.height + 8 };
      for (const y of [frame.y, frame.y + frame.height - 0.8])
        sheet.ops.push({ kind: 'rule', x: frame.x, y, width: frame.width, height: 0.8, color: accent });
      paintAll(sheet, example, column, top, start);
    }
    if (at > 0) {
      paintAll(sheet, header, column, first, start);
      const y = first + header.height + 3;
      sheet.ops.push({ kind: 'rule', x: column.left, y, width: column.width, height: 0.6, color: hairline });
    }
    const foot = height - margin.bottom - made.height;
    paintAll(sheet, made, column, foot, start);
    const number = setText(press, isolateNumbers(words[at] ?? '', doc.lang), press.look.styles.small, null);
    const room = Math.min(column.width * 0.3 - press.look.gaps.block, widthsOf(number).widest + 1);
    linesOf(press, number, room).forEach((line, index) => {
      paintLine(sheet, number, line, column, foot + index * press.look.styles.small.leading, end);
    });
  });
}
