import type { Press } from './paragraph.ts';
import { type Column, type Columns, type Flowing, isColumns, type Strip } from './sheet.ts';

/** The height of what stands one below the other, without the gap above the first. */
export function heightOf(items: readonly Flowing[]): number {
  return items.reduce(
    (sum, item, at) => sum + (at === 0 ? 0 : item.gap) + (isColumns(item) ? evenColumns(item).height : item.height),
    0,
  );
}

/** The first of two columns in reading order. */
export function nearColumn(press: Press, whole: Column): Column {
  const width = (whole.width - press.look.gaps.column) / 2;
  return { left: press.dir === 'ltr' ? whole.left : whole.left + width + press.look.gaps.column, width };
}

/** Strips made for the near column as two columns. */
export function inColumns(press: Press, strips: readonly Strip[], whole: Column, gap: number): Columns {
  const step = (whole.width + press.look.gaps.column) / 2;
  return { groups: groupsOf(strips), across: press.dir === 'ltr' ? step : -step, gap, torn: press.look.torn };
}

/** Strips by what is kept together. */
export function groupsOf(strips: readonly Strip[], isKept = (strip: Strip) => strip.keep): readonly Strip[][] {
  const groups: Strip[][] = [];
  let isOpen = false;
  for (const strip of strips) {
    if (isOpen) groups.at(-1)?.push(strip);
    else groups.push([strip]);
    isOpen = isKept(strip);
  }
  return groups;
}

type Groups = readonly (readonly Strip[])[];

/** How many groups from `start` on fill a column of this height. */
function fillOf(groups: Groups, start: number, room: number): number {
  let height = 0;
  let at = start;
  for (; at < groups.length; at += 1) {
    const group = groups[at] ?? [];
    height += (at === start ? 0 : (group[0]?.gap ?? 0)) + heightOf(group);
    if (height > room) break;
  }
  return at - start;
}

/** As many groups as fill two columns of this height, the first of them first. */
export function fullColumns(groups: Groups, room: number): { first: Groups; second: Groups; rest: Groups } {
  const one = fillOf(groups, 0, room);
  const two = one + fillOf(groups, one, room);
  return { first: groups.slice(0, one), second: groups.slice(one, two), rest: groups.slice(two) };
}

/**
 * All groups in two columns that are as even as their order allows; a new section likes to stand at the top of the
 * second. `height` is that of the taller one, Infinity where none is at most `room`.
 */
export function evenColumns(
  { groups, torn }: Pick<Columns, 'groups' | 'torn'>,
  room = Number.POSITIVE_INFINITY,
): { readonly first: Groups; readonly second: Groups; readonly height: number } {
  const heights = groups.map(heightOf);
  const gaps = groups.map((group) => group[0]?.gap ?? 0);
  const total = heights.reduce((sum, height, at) => sum + height + (at === 0 ? 0 : (gaps[at] ?? 0)), 0);
  let best = { split: groups.length, cost: total <= room ? total : Number.POSITIVE_INFINITY, height: total };
  let above = 0;
  for (let split = 1; split < groups.length; split += 1) {
    above += (heights[split - 1] ?? 0) + (split === 1 ? 0 : (gaps[split - 1] ?? 0));
    const height = Math.max(above, total - above - (gaps[split] ?? 0));
    const cost = height + (groups[split]?.[0]?.starts === undefined ? torn : 0);
    if (height <= room && cost < best.cost) best = { split, cost, height };
  }
  const height = best.cost === Number.POSITIVE_INFINITY ? best.cost : best.height;
  return { first: groups.slice(0, best.split), second: groups.slice(best.split), height };
}
