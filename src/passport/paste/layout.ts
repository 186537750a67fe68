import { dateToIso, earliest, takeDates, WRITTEN_DATE } from './dates-in-text.ts';
import { type HeadingState, statusOf } from './headings.ts';
import { isCode, tidyName } from './tidy.ts';

/** What one line of a problem list says, its name already tidied (empty when there is none). */
export type Row = {
  readonly name: string;
  readonly began: string | null;
  readonly ended: string | null;
  readonly state: HeadingState | undefined;
};

/** Where the columns stand, as a line of column names showed. */
export type Columns = {
  /** What divides them; '' when each begins at its place in `starts`. */
  readonly mark: string;
  readonly starts: readonly number[];
  readonly roles: readonly Role[];
};
type Role = 'name' | 'began' | 'ended' | 'status' | 'other';

const MARKS = ['\t', '|', ';', ','];
const BULLET = /^\s*(?:[-–—•*·▪◦‣⁃●○■□➢➤►→✓✔✗☐☑☒§>]\s*|o(?:\t|\s+(?=\p{Lu}\p{Ll})))(?=\S)/u;
// In any figures; a letter or a Roman numeral needs its bracket or full stop, and (l) and (r) are sides of the body.
const D = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9]{1,3}';
const ROMAN = '(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3})';
const NUMBER = new RegExp(
  `^\\s*(?:[([]${D}[)\\]]\\s*|${D}[.)]\\s+|${D}[.)](?=\\p{L})|${D}:\\s+|${D}\\s?[-–]\\s+(?=\\p{L})|\\(?[a-km-qs-z]\\)\\s+|\\(${ROMAN}\\)\\s*|${ROMAN}[.)]\\s+|(?:I{2,3}|IV)[.)]\\s+|l[.)]\\s+(?=\\p{Lu}))(?=\\S)`,
  'u',
);
const NOISE_FIRST = /^\s*(\P{M}\p{M}*|\d{1,4})[.)]?[ \t]+(?=\S)/u;
const DATE_FIRST = new RegExp(`^\\s*${WRITTEN_DATE}`, 'iu');
const HARD_GAP = /\t|\||;|\s\.{3,}\s*|\.{6,}|_{3,}|…+/;
const GAP = new RegExp(`(${HARD_GAP.source})|\\s{2,}`);
const STATE_FIRST =
  /^\s*(active|current|ongoing|(?:significant |minor |major )?(?:past|inactive|previous|resolved))(?: problems?)?\s*(?::|\s[–-]\s)\s*(?=\S)/i;
const RESOLVED = /(?<!\p{L}|not )resolved(?: on| in)?[\s:]+(?:\d|\p{L}{3,9} \d)/iu;
const LABEL_ONLY =
  /^(?:start(?:ed)?|end(?:ed)?|onset|since|date|diagnosed|recorded|noted|resolved)(?: date)?[\s:.-]*$/i;

/** Reads where the columns stand from a line of column names; null when neither a mark nor wide gaps divide them. */
export function columnsOf(header: string): Columns | null {
  const mark = MARKS.find((one) => header.includes(one));
  const titles = [...header.matchAll(mark === undefined ? /\S+(?: \S+)*/g : /^/g)];
  const roles = (mark === undefined ? titles.map(([title]) => title) : header.split(mark)).map(roleOf);
  if (roles.filter((role) => role === 'name').length !== 1) return null;
  return { mark: mark ?? '', starts: mark === undefined ? titles.map(({ index }) => index) : [], roles };
}

/**
 * Whether the lines begin with an index column that only a space divides from the name ("K Migraine"). Needs three
 * different signs on nearly all lines, and "L" and "R" alone are sides of the body.
 */
export function hasIndexColumn(lines: readonly string[]): boolean {
  const signs = lines.map((line) =>
    BULLET.test(line) || DATE_FIRST.test(line) ? undefined : NOISE_FIRST.exec(line)?.[1],
  );
  const found = signs.filter((sign) => sign !== undefined);
  return found.length >= 3 && found.length >= lines.length * 0.8 && new Set(found).size >= 3;
}

/** Whether a line begins with a bullet or a number of its own. */
export function isListed(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line);
}

/** Reads one line (cleaned, of bounded length). `columns` are used only when the line has just as many. */
export function readRow(line: string, columns: Columns | null, indexed: boolean): Row {
  return (columns && rowByColumns(line, columns)) ?? rowByShape(line, indexed);
}

function rowByColumns(line: string, { mark, starts, roles }: Columns): Row | null {
  const cells = mark === '' ? placedCells(line, starts) : quotedCells(line, mark);
  // The last cells of a row may be empty, and their marks gone with the spaces at its end.
  if (cells.length > roles.length || cells.length <= roles.indexOf('name') || cells.length < 2) return null;
  const of = (role: Role) => cells.filter((_, i) => roles[i] === role);
  const dates = (role: Role) => earliest(of(role).flatMap((cell) => dateToIso(cell) ?? takeDates(cell).began ?? []));
  const [cell = ''] = of('name');
  if (!/\p{L}/u.test(cell)) return null;
  const inName = takeDates(cell);
  return {
    name: tidyName(cell.replace(BULLET, '').replace(NUMBER, '')),
    began: dates('began') ?? inName.began,
    ended: dates('ended') ?? inName.ended,
    state: of('status')
      .map((cell) => statusOf(cell))
      .find((state) => state !== undefined),
  };
}

function rowByShape(line: string, indexed: boolean): Row {
  const stated = STATE_FIRST.exec(line);
  let text = line.slice(stated?.[0].length ?? 0);
  const unmarked = text.replace(BULLET, '').replace(NUMBER, '');
  // Only one sign is an index: after "1." an "L" is the left side.
  text = indexed && unmarked === text ? text.replace(NOISE_FIRST, '') : unmarked;
  text = text.replace(/(^|[,;\t])\s*"([^"]*)"\s*(?=$|[,;\t])/g, '$1\t$2\t');
  const { rest, began, ended } = takeDates(text);
  let state: HeadingState | undefined = stated
    ? /past|inactive|prev|resol/i.test(stated[1] ?? '')
      ? 'past'
      : 'active'
    : undefined;

  let name = '';
  let joint = '';
  const cells = cellsOf(rest).filter(
    (cell) =>
      /[^\s,.:()[\]"'–-]/.test(cell.text) &&
      (!LABEL_ONLY.test(cell.text.trim()) || statusOf(cell.text.trim()) !== undefined),
  );
  cells.forEach(({ text: cell, hard }, i) => {
    const last = cells.length - 1;
    const said = last > 0 ? statusOf(cell) : undefined;
    if (said !== undefined) state = state ?? said;
    else if (last > 0 && (isCode(cell) || (i === 0 && isIndexSign(cell)))) joint = hard ? ', ' : joint;
    else name += (name === '' ? '' : joint || ' ') + cell;
    joint = hard ? ', ' : ' ';
  });
  const inBrackets = /\s*[([](\w+)[)\]][\s,]*$|\s[–-]\s(\w+)\s*$/.exec(name);
  let said = inBrackets ? statusOf(inBrackets[1] ?? inBrackets[2] ?? '') : undefined;
  if (said !== undefined && (said !== null || inBrackets?.[1] !== undefined)) name = name.slice(0, inBrackets?.index);
  if (ended !== null && RESOLVED.test(text)) said ??= 'past';
  return { name: name === '' ? '' : tidyName(name), began, ended, state: state ?? said };
}

function cellsOf(text: string): { text: string; hard: boolean }[] {
  const cells: { text: string; hard: boolean }[] = [];
  const parts = text.split(GAP);
  for (let i = 0; i < parts.length; i += 2) {
    const pieces = (parts[i] ?? '').split(',');
    const hard = parts[i + 1] !== undefined;
    // A comma divides columns only beside a number, a code or a state; else it belongs to the name.
    let kept = '';
    for (const piece of pieces) {
      const apart =
        /^\s*\d{1,4}\s*$/.test(piece) || isCode(piece) || statusOf(piece) !== undefined || piece.trim() === '';
      if (!apart) kept += (kept === '' ? '' : ',') + piece;
      else {
        if (kept !== '') cells.push({ text: kept.trim(), hard: true });
        cells.push({ text: piece.trim(), hard: true });
        kept = '';
      }
    }
    if (kept !== '') cells.push({ text: kept.trim(), hard });
  }
  return cells;
}

/** The pieces of a line that begin where the titles of its columns do; none when one runs over a border. */
function placedCells(line: string, starts: readonly number[]): string[] {
  if (starts.some((start) => start > 0 && /\S/.test(line[start - 1] ?? ' '))) return [];
  // what stands before the first title is an index, or the first cell begins further out
  const isOut = !isIndexSign(line.slice(0, starts[0]));
  return starts.map((start, at) => line.slice(at === 0 && isOut ? 0 : start, starts[at + 1]).trim());
}

function quotedCells(line: string, mark: string): string[] {
  if (!line.includes('"')) return line.split(mark);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === mark && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

function isIndexSign(cell: string): boolean {
  return /^(?:\P{M}\p{M}*|\d{1,4})[.):]?$/u.test(cell.trim());
}

function roleOf(title: string): Role {
  const words = title.toLowerCase();
  if (/\b(?:by|practice|organisation|last)\b/.test(words)) return 'other';
  if (/\b(?:end|ended|resolved|stop|stopped|until)\b/.test(words)) return 'ended';
  if (/\b(?:date|onset|start|started|since|when|year|diagnosed|recorded|added)\b/.test(words)) return 'began';
  if (/\bstatus\b/.test(words)) return 'status';
  if (/\bcodes?\b|\bid\b/.test(words)) return 'other';
  return /\b(?:problems?|conditions?|diagnos[ei]s|description|term|name|rubric|entry|entries|issues?)\b/.test(words)
    ? 'name'
    : 'other';
}
