import { beginsWithUnit, type Piece, toPieces } from './pieces.ts';

/** Where a figure begins and ends in its text. */
export type Figure = { readonly start: number; readonly end: number };

/** Words of a range: "5 to 7 mg". */
const range = /^(?:to|till|until|x|by|a|à|bis|do)$/iu;
/** Words that hold a figure to the one before it, whatever comes next: "2 of 10", "5 or 6". */
const between = /^(?:to|till|until|x|by|a|à|bis|do|or|and|of|per|ou|et|y|o|oder|und|lub|albo|i|na|z|ile|veya)$/iu;

/** In brackets, or with a sign first: "10 mg ×2". */
const goesOn = /^(?:[([].*[)\]]|[x×✕*→=/](?=[\p{Nd}\p{No}]).*)$/u;
const bare = /^[\p{Nd}.,\u060c\u066b\u066c]+$/u;
const pairs: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '"': '"',
  '«': '»',
  '“': '”',
  '„': '”',
};
const opened = Object.fromEntries(Object.entries(pairs).map(([opener, closer]) => [closer, opener]));

/**
 * The figures of a text, each with its signs and its unit: `≤ .5 mg`, `5 to 7`, `10 → 20 mg`, `L4/5`, `1 g × 4`.
 * `isTurned` says that they stand where right-to-left words are: then the left-to-right words on both sides are of the
 * figure, and so is the full stop after it (left outside, it would stand before it: `5 mg.` as `.5 mg`).
 */
export function figuresIn(text: string, isTurned: boolean): readonly Figure[] {
  const figures: Figure[] = [];
  let open: Piece[] = [];
  const close = (isBeforeLeftward: boolean) => {
    const { phrase, last } = parted(trimmed(open, isTurned), isBeforeLeftward);
    for (const pieces of [phrase, last]) {
      const figure = toFigure(text, pieces, isTurned);
      if (figure !== null && (pieces === last || isWorth(text, figure, isTurned))) figures.push(figure);
    }
    open = [];
  };
  for (const piece of toPieces(text)) {
    if (!follows(open, piece, isTurned)) close(piece.kind === 'leftward');
    if (open.length > 0 || begins(piece, isTurned)) open.push(piece);
  }
  close(false);
  return figures;
}

function begins({ kind }: Piece, isTurned: boolean): boolean {
  return kind === 'figure' || kind === 'sayer' || (isTurned && (kind === 'word' || kind === 'unit'));
}

function follows(open: readonly Piece[], piece: Piece, isTurned: boolean): boolean {
  const last = open.at(-1);
  if (last === undefined) return true;
  const isAfterFigure = last.kind === 'figure' || last.kind === 'unit';
  if (piece.kind === 'leftward' || piece.kind === 'other') return false;
  if (piece.kind === 'figure')
    return (
      !isAfterFigure ||
      beginsWithUnit(piece) ||
      goesOn.test(piece.text) ||
      (isTurned && (open.some(isWorded) || !/\p{N}/u.test(piece.text)))
    );
  if (isTurned) return true;
  return isAfterFigure && (piece.kind !== 'word' || range.test(piece.text));
}

/** A word, or a figure that begins as one: "HbA1c 48". */
function isWorded(piece: Piece): boolean {
  return (
    piece.kind === 'word' || (piece.kind === 'figure' && /^[([{"'«“]*\p{L}/u.test(piece.text) && !beginsWithUnit(piece))
  );
}

/** Without what leads on to nothing: signs at the end, and words that only joined. */
function trimmed(pieces: readonly Piece[], isTurned: boolean): readonly Piece[] {
  const end = pieces.findLastIndex(({ kind }) => kind === 'figure' || kind === 'unit' || (isTurned && kind === 'word'));
  return pieces.slice(0, end + 1);
}

/** A bare number before a right-to-left word is that word's: "Zapain 2 مرات" is Zapain, and two times. */
function parted(
  pieces: readonly Piece[],
  isBeforeLeftward: boolean,
): { phrase: readonly Piece[]; last: readonly Piece[] } {
  const last = pieces.at(-1);
  const before = pieces.at(-2);
  const isIts = isBeforeLeftward && last !== undefined && last.kind === 'figure' && bare.test(last.text);
  const isAlone =
    before?.kind === 'unit' ||
    (before?.kind === 'figure' && !/^\p{L}+[+−-]$/u.test(before.text)) ||
    (before?.kind === 'word' && !between.test(before.text) && !/^\p{L}{1,3}\.$/u.test(before.text));
  if (!isIts || !isAlone) return { phrase: pieces, last: [] };
  return { phrase: pieces.slice(0, -1), last: [last] };
}

function toFigure(text: string, pieces: readonly Piece[], isTurned: boolean): Figure | null {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || !pieces.some(({ kind }) => kind === 'figure')) return null;
  const { start, end } = unwrapped(text, first.start, last.start + last.text.length);
  const words = text.slice(start, end);
  const ending = /[.,:;!?…]+$/u.exec(words)?.[0].length ?? 0;
  // The Arabic nought is a dot: a full stop after an Arabic figure would make it ten times as much.
  const isArabic = /[\u0660-\u0669\u06f0-\u06f9]$/u.test(words.slice(0, words.length - ending));
  return { start, end: isTurned && !isArabic ? end : end - ending };
}

/** Brackets and quotation marks around a figure turn with its sentence; those that it holds both of stay. */
function unwrapped(text: string, from: number, to: number): Figure {
  let [start, end] = [from, to];
  for (let depth = 0; depth < 4 && end - start > 1; depth += 1) {
    const [opener = '', closer = ''] = [text[start], text[end - 1]];
    const within = text.slice(start + 1, end - 1);
    const isOpen = pairs[opener] !== undefined && !within.includes(pairs[opener]);
    const isInches = closer === '"' && (/['’′]/u.test(within) || isUnopened(text, end - 1));
    const isShut = opened[closer] !== undefined && !within.includes(opened[closer]) && !isInches;
    if (isOpen) start += 1;
    if (isShut && (isOpen || opener !== opened[closer])) end -= 1;
    if (!isOpen && !isShut) break;
  }
  return { start, end };
}

/** A quotation mark after a figure that no other stands before: inches. */
function isUnopened(text: string, at: number): boolean {
  return !text.slice(0, at).includes('"') && /[\p{Nd}\p{No}]/u.test(text[at - 1] ?? '');
}

/** Whether there is anything in it that could turn, or be parted. */
function isWorth(text: string, { start, end }: Figure, isTurned: boolean): boolean {
  const words = text.slice(start, end);
  return isTurned ? /\P{Nd}/u.test(words) : /[^\p{L}\p{M}\p{Nd}]/u.test(words);
}
