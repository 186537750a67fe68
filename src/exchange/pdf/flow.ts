import { evenColumns, fullColumns, groupsOf, heightOf } from './columns.ts';
import { type Columns, type Flowing, isColumns, type Sheet, type Strip } from './sheet.ts';

/** The part of every page that strips may fill; pages count from 1. */
export type Frame = { readonly top: (page: number) => number; readonly bottom: number };

/** Sums of the same heights in another order differ by less than this. */
const slack = 0.01;

/** Where the next strip goes. */
export type Pen = { page: number; at: number };

/** A strip with the page it stands on and its top; `across` moves it to the second column. */
export type Placed = {
  readonly strip: Strip;
  readonly page: number;
  readonly top: number;
  readonly above: number;
  readonly across: number;
};

function isAtTop(pen: Pen, frame: Frame): boolean {
  return pen.at === frame.top(pen.page);
}

export function turn(pen: Pen, frame: Frame): void {
  pen.page += 1;
  pen.at = frame.top(pen.page);
}

function roomOnNext(pen: Pen, frame: Frame): number {
  return frame.bottom - frame.top(pen.page + 1);
}

function put(strip: Strip, pen: Pen, frame: Frame, placed: Placed[]): void {
  const above = isAtTop(pen, frame) ? 0 : strip.gap;
  placed.push({ strip, page: pen.page, top: pen.at + above, above, across: 0 });
  pen.at += above + strip.height;
}

/** Strips kept together, with room for `after` below them; taller than a page, they are let go as far as they must. */
function putChain(chain: readonly Strip[], after: number, pen: Pen, frame: Frame, placed: Placed[]): void {
  const [first] = chain;
  if (first === undefined) return;
  const need = heightOf(chain) + after;
  const head = first.head?.height ?? 0;
  if (need > roomOnNext(pen, frame) - head + slack && chain.length > 1) {
    const parts = groupsOf(chain, (strip) => strip.firm === true);
    const freed = parts.length > 1 ? parts : chain.map((strip) => [strip]);
    freed.forEach((part, at) => {
      putChain(part, at === freed.length - 1 ? after : 0, pen, frame, placed);
    });
    return;
  }
  if (!isAtTop(pen, frame) && pen.at + first.gap + need > frame.bottom + slack) {
    turn(pen, frame);
    if (first.head !== undefined) put(first.head, pen, frame, placed);
  }
  for (const strip of chain) put(strip, pen, frame, placed);
}

/** The least of two columns that is worth starting on a page. */
const leastHigh = 40;

function leastOf(columns: Columns, fresh: number): number {
  const first = heightOf(columns.groups[0] ?? []);
  if (first > fresh) return 0;
  return Math.max(first, Math.min(leastHigh, evenColumns(columns).height));
}

function putColumns(columns: Columns, pen: Pen, frame: Frame, placed: Placed[]): void {
  const { across, gap } = columns;
  let { groups } = columns;
  while (groups.length > 0) {
    const isTop = isAtTop(pen, frame);
    const above = isTop ? 0 : gap;
    const room = frame.bottom - pen.at - above + slack;
    const even = evenColumns({ ...columns, groups }, room);
    const isLast = even.height <= room;
    if (!isLast && !isTop && room < leastOf({ ...columns, groups }, roomOnNext(pen, frame))) {
      turn(pen, frame);
      continue;
    }
    const { first, second, rest } = isLast ? { ...even, rest: [] } : fullColumns(groups, room);
    const [tall = [], ...others] = groups;
    if (first.length === 0 && tall.length > 1) {
      const parts = groupsOf(tall, (strip) => strip.firm === true);
      groups = [...(parts.length > 1 ? parts : tall.map((strip) => [strip])), ...others];
      continue;
    }
    const one = first.length === 0 ? [tall] : first;
    const top = pen.at + above;
    for (const [column, moved] of [
      [one, 0],
      [second, across],
    ] as const) {
      let at = top;
      column.flat().forEach((strip, index) => {
        const over = index === 0 ? 0 : strip.gap;
        placed.push({ strip, page: pen.page, top: at + over, above: over, across: moved });
        at += over + strip.height;
      });
      pen.at = Math.max(pen.at, at);
    }
    groups = first.length === 0 ? others : rest;
    if (groups.length > 0) turn(pen, frame);
  }
}

/**
 * Where everything goes, one below the other, the page turned where the next does not fit; moves the pen. Nothing goes
 * below the frame, unless one strip alone is taller than a page.
 */
export function place(items: readonly Flowing[], pen: Pen, frame: Frame): readonly Placed[] {
  const placed: Placed[] = [];
  let chain: Strip[] = [];
  for (const item of items) {
    if (isColumns(item)) {
      const fresh = roomOnNext(pen, frame);
      if (chain.length > 0) putChain(chain, item.gap + leastOf(item, fresh), pen, frame, placed);
      chain = [];
      putColumns(item, pen, frame, placed);
      continue;
    }
    chain.push(item);
    if (item.keep) continue;
    putChain(chain, 0, pen, frame, placed);
    chain = [];
  }
  putChain(chain, 0, pen, frame, placed);
  return placed;
}

/** Draws what was placed; `from` pages stand before the first. */
export function paintPlaced(sheets: Sheet[], placed: readonly Placed[], from = 0): void {
  for (const { strip, page, top, above, across } of placed) {
    while (sheets.length < page + from) sheets.push({ ops: [] });
    const sheet = sheets[page + from - 1];
    if (sheet === undefined) continue;
    if (across === 0) {
      strip.paint(sheet, top, above);
      continue;
    }
    const moved: Sheet = { ops: [] };
    strip.paint(moved, top, above);
    for (const op of moved.ops) sheet.ops.push({ ...op, x: op.x + across });
  }
}
