/** Lines read at one go: more than any list that a person can look through in a day. */
export const mostLines = 1_000;
const mostLetters = 100_000;

/** The lines to be read now, and those that stay in the box: no line is broken, and none is lost. */
export function portionOf(text: string): { readonly now: string; readonly rest: string } {
  let lines = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (text.slice(from, to).trim() !== '') lines += 1;
    if (lines > mostLines || (lines > 1 && to > mostLetters))
      return { now: text.slice(0, from - 1), rest: text.slice(from) };
    from = to + 1;
  }
  return { now: text, rest: '' };
}

/** How many lines with something in them. */
export function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
