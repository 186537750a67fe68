import { directionOf } from '#passport/direction.ts';
import type { Block, Doc, Line, Run, Section } from '#passport/doc.ts';
import { lineToStretches, type Stretch } from '#passport/summary/stretches.ts';

// UAX #9 §2.4: isolates, each closed by PDI, and for a language nobody named the direction of its first strong letter.
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** Page one as plain text to paste into a record, with the names of what the full record also holds. */
export function docToText(doc: Doc): string {
  return finish([...pageOneToLines(doc), ...alsoToLines(doc, doc.furniture.also)]);
}

/** Page one for a message: nothing follows it, so what it does not hold is to be asked for. */
export function docToMessage(doc: Doc): string {
  return finish([...pageOneToLines(doc), ...alsoToLines(doc, doc.furniture.ask)]);
}

/**
 * The whole Doc as plain text: page one, then the full record. No markup; headings in capitals where the script has
 * them; figures and names of medicines isolated left to right wherever they could be turned round. A paragraph is one
 * line, never broken: what it is pasted into knows its own width. Lines end with "\n".
 */
export function docToWholeText(doc: Doc): string {
  const record =
    doc.record.length === 0 ? [] : ['', capitals(doc.furniture.record, doc.lang), ...sectionsToLines(doc.record, doc)];
  return finish([...pageOneToLines(doc), ...record]);
}

function pageOneToLines(doc: Doc): readonly string[] {
  const plain = (line: Line) => lineToPlain(line, doc);
  const [kicker, label] = [plain(doc.kicker), plain(doc.label)];
  return [
    ...(doc.furniture.example === null ? [] : [capitals(doc.furniture.example, doc.lang)]),
    kicker === '' ? label : `${kicker}: ${label}`,
    ...[doc.name, ...doc.facts, doc.origin, doc.made, ...doc.notices].map(plain).filter((line) => line !== ''),
    ...sectionsToLines(doc.summary, doc),
    '',
    plain(doc.closing),
  ];
}

function alsoToLines(doc: Doc, title: string): readonly string[] {
  const names = doc.also.map(({ name }) => lineToPlain(name, doc));
  return names.length === 0 ? [] : [`${title}: ${names.join(' · ')}`];
}

function sectionsToLines(sections: readonly Section[], doc: Doc): readonly string[] {
  return sections.flatMap((section) => [
    '',
    capitals(lineToPlain(section.title, doc), doc.lang),
    ...(section.checked ? [lineToPlain(section.checked, doc)] : []),
    ...section.blocks.flatMap((block) => blockToLines(block, doc)),
  ]);
}

function blockToLines(block: Block, doc: Doc): readonly string[] {
  if (block.kind === 'paragraph') return [lineToPlain(block.line, doc)];
  if (block.kind === 'list') {
    return block.items.map((item, place) => (block.ordered ? `${place + 1}. ` : '- ') + lineToPlain(item, doc));
  }
  return block.rows.map((row) => `- ${lineToPlain(rowToLine(row, block.head, doc), doc)}`);
}

/** "Duloxetine 30 mg; How I take it: once; What for: pain": a row keeps the head of each cell, and skips empty ones. */
function rowToLine(row: readonly Line[], head: readonly Line[], doc: Doc): Line {
  const sign = (text: string): Run => ({ text, lang: doc.lang });
  return row.flatMap((cell, place): Line => {
    if (cell.length === 0) return [];
    const asked = head[place] ?? [];
    const isQuestion = /[?؟]$/u.test(asked.at(-1)?.text ?? '');
    return place === 0 ? cell : [sign(' · '), ...asked, sign(isQuestion ? ' ' : ': '), ...cell];
  });
}

function lineToPlain(line: Line, doc: Doc): string {
  return (
    lineToStretches(line)
      .map((stretch) => stretchToPlain(stretch, doc))
      .join('')
      .replaceAll('\u00a0', ' ')
      // set in, so that no line of a long answer can look like a heading
      .replaceAll('\n', '\n    ')
  );
}

function stretchToPlain({ lang, runs }: Stretch, doc: Doc): string {
  const direction = lang === 'und' ? null : directionOf(lang);
  const isTurned = direction === 'rtl' || doc.dir === 'rtl';
  const text = runs.map((run) => (run.ltr && isTurned ? LRI + run.text + PDI : run.text)).join('');
  if (runs.every((run) => run.ltr) || direction === doc.dir) return text;
  return (direction === null ? FSI : direction === 'rtl' ? RLI : LRI) + text + PDI;
}

/** Capitals as the language writes them; a script without them stays as it is. */
function capitals(text: string, lang: string): string {
  return text.toLocaleUpperCase(lang);
}

function finish(lines: readonly string[]): string {
  return `${lines
    .filter((line, place) => line !== '' || lines[place - 1] !== '')
    .join('\n')
    .trimEnd()}\n`;
}
