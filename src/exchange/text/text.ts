import { directionOf } from '#passport/direction.ts';
import type { Block, Doc, Line, Run, Section } from '#passport/doc.ts';
import { lineToStretches, type Stretch } from '#passport/summary/stretches.ts';

// UAX #9 §2.4: isolates, each closed by PDI, and for a language nobody named the direction of its first strong letter.
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** Columns: fits the note field of a record system and a mail as it is. */
const width = 78;

/**
 * The whole Doc as plain text to paste into a record: page one, then the full record. No markup; headings in capitals
 * where the script has them; figures and names of medicines isolated left to right wherever they could be turned
 * round. Lines end with "\n".
 */
export function docToText(doc: Doc): string {
  const record =
    doc.record.length === 0 ? [] : ['', capitals(doc.furniture.record, doc.lang), ...sectionsToLines(doc.record, doc)];
  return finish([...pageOneToLines(doc, doc.summary), ...record]);
}

/** Page one alone, for a message: what is left out of it is to be asked for. */
export function docToMessage(doc: Doc): string {
  return finish(pageOneToLines(doc, doc.message ?? doc.summary));
}

function pageOneToLines(doc: Doc, summary: readonly Section[]): readonly string[] {
  const plain = (line: Line) => wrapped('', line, doc);
  const [kicker, label] = [lineToPlain(doc.kicker, doc), lineToPlain(doc.label, doc)];
  return [
    ...(doc.furniture.example === null ? [] : [capitals(doc.furniture.example, doc.lang)]),
    kicker === '' ? label : `${kicker}: ${label}`,
    ...plain(doc.name),
    ...doc.facts.flatMap(plain),
    ...plain(doc.made),
    ...doc.notices.flatMap(plain),
    ...sectionsToLines(summary, doc),
  ];
}

function sectionsToLines(sections: readonly Section[], doc: Doc): readonly string[] {
  return sections.flatMap((section) => [
    '',
    capitals(lineToPlain(section.title, doc), doc.lang),
    ...(section.checked ? wrapped('', section.checked, doc) : []),
    ...section.blocks.flatMap((block) => blockToLines(block, doc)),
  ]);
}

function blockToLines(block: Block, doc: Doc): readonly string[] {
  if (block.kind === 'paragraph') return wrapped('', block.line, doc);
  if (block.kind === 'list') {
    return block.items.flatMap((item, place) => wrapped(block.ordered ? `${place + 1}. ` : '- ', item, doc));
  }
  return block.rows.flatMap((row) => wrapped('- ', rowToLine(row, block.head, doc), doc));
}

/** "Duloxetine 30 mg; How I take it: once; What for: pain": a row keeps the head of each cell, and skips empty ones. */
function rowToLine(row: readonly Line[], head: readonly Line[], doc: Doc): Line {
  const sign = (text: string): Run => ({ text, lang: doc.lang });
  return row.flatMap((cell, place): Line => {
    if (cell.length === 0) return [];
    return place === 0 ? cell : [sign(' · '), ...(head[place] ?? []), sign(': '), ...cell];
  });
}

function lineToPlain(line: Line, doc: Doc): string {
  return lineToStretches(line)
    .map((stretch) => stretchToPlain(stretch, doc))
    .join('');
}

function stretchToPlain({ lang, runs }: Stretch, doc: Doc): string {
  const direction = lang === 'und' ? null : directionOf(lang);
  const isTurned = direction === 'rtl' || doc.dir === 'rtl';
  const text = runs.map((run) => (run.ltr && isTurned ? LRI + run.text + PDI : run.text)).join('');
  if (runs.every((run) => run.ltr) || direction === doc.dir) return text;
  return (direction === null ? FSI : direction === 'rtl' ? RLI : LRI) + text + PDI;
}

/** Broken at spaces, never inside a left-to-right run. A line that turns stays whole: a break would end its isolates. */
function wrapped(bullet: string, line: Line, doc: Doc): readonly string[] {
  const text = lineToPlain(line, doc);
  if (text === '') return [];
  if (/[\u2066-\u2068]/u.test(text)) return [bullet + text];
  const indent = ' '.repeat(bullet.length);
  const lines: string[] = [];
  let here = bullet;
  for (const piece of unbroken(line)) {
    if (here.length + piece.trimEnd().length > width && here.trim() !== '' && here !== bullet) {
      lines.push(here.trimEnd());
      here = indent;
    }
    here += piece;
  }
  return [...lines, here.trimEnd()];
}

/** The words of a line with the space after each; a left-to-right run, and what touches it, is one word. */
function unbroken(line: Line): readonly string[] {
  const held = line.map((run) => (run.ltr ? run.text.replaceAll(' ', '\u0000') : run.text)).join('');
  return (held.match(/\S+\s*|\s+/gu) ?? []).map((piece) => piece.replaceAll('\u0000', ' '));
}

/** Capitals as the language writes them; a script without them stays as it is. */
function capitals(text: string, lang: string): string {
  return text.toLocaleUpperCase(lang);
}

function finish(lines: readonly string[]): string {
  return `${lines.filter((line, place) => line !== '' || lines[place - 1] !== '').join('\n')}\n`;
}
