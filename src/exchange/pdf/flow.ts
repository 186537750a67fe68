import type { Sheet, Strip } from './sheet.ts';

/** The part of every page that strips may fill. */
export type Frame = { readonly top: (page: number) => number; readonly bottom: number };

/** Pages as they fill: the last one, and how far down it is used. */
export type Pages = { readonly sheets: Sheet[]; at: number; readonly frame: Frame };

export function emptyPages(frame: Frame): Pages {
  return { sheets: [{ ops: [] }], at: frame.top(1), frame };
}

export function turnPage(pages: Pages): void {
  pages.sheets.push({ ops: [] });
  pages.at = pages.frame.top(pages.sheets.length);
}

function place(pages: Pages, strip: Strip): void {
  const sheet = pages.sheets.at(-1);
  if (sheet === undefined) return;
  const above = pages.at === pages.frame.top(pages.sheets.length) ? 0 : strip.gap;
  strip.paint(sheet, pages.at + above, above);
  pages.at += above + strip.height;
}

function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip) => sum + strip.gap + strip.height, 0);
}

/**
 * Places strips one below the other and turns the page where the next ones do not fit. Nothing is cut: what is kept
 * together but taller than a page is let go strip by strip.
 */
export function flow(pages: Pages, strips: readonly Strip[]): void {
  const { frame } = pages;
  let at = 0;
  while (at < strips.length) {
    let end = at + 1;
    while (end < strips.length && strips[end - 1]?.keep === true) end += 1;
    const together = strips.slice(at, end);
    const top = frame.top(pages.sheets.length);
    const whole = heightOf(together);
    const isTall = whole > frame.bottom - frame.top(pages.sheets.length + 1);
    if (!isTall && pages.at > top && pages.at + whole > frame.bottom) turnPage(pages);
    for (const strip of together) {
      if (pages.at > frame.top(pages.sheets.length) && pages.at + strip.gap + strip.height > frame.bottom)
        turnPage(pages);
      const isNew = pages.at === frame.top(pages.sheets.length) && pages.sheets.length > 1;
      if (isNew && strip.head !== undefined) place(pages, strip.head);
      place(pages, strip);
    }
    at = end;
  }
}
