import type { Press } from './paragraph.ts';
import type { Column, Sheet, Strip } from './sheet.ts';

/** The height of strips one below the other, without the gap above the first. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, strip, at) => sum + strip.height + (at === 0 ? 0 : strip.gap), 0);
}

/** The first of two columns in reading order. */
export function nearColumn(press: Press, whole: Column): Column {
  const width = (whole.width - press.look.gaps.column) / 2;
  return { left: press.dir === 'ltr' ? whole.left : whole.left + width + press.look.gaps.column, width };
}

/** Groups of strips as two columns, read down the first and then down the second, as even as their order allows. */
export function evenColumns(groups: readonly (readonly Strip[])[]): [Strip[], Strip[]] {
  const splits = groups.map((_, at): [Strip[], Strip[]] => [
    groups.slice(0, at + 1).flat(),
    groups.slice(at + 1).flat(),
  ]);
  const heights = splits.map((split) => Math.max(...split.map(heightOf)));
  return splits[heights.indexOf(Math.min(...heights))] ?? [[], []];
}

/** Strips laid out in the first column and in the second as one strip that is not cut; both are made for the first. */
export function besides(press: Press, first: readonly Strip[], second: readonly Strip[], whole: Column): Strip {
  const step = (whole.width + press.look.gaps.column) / 2;
  const across = press.dir === 'ltr' ? step : -step;
  return {
    height: Math.max(heightOf(first), heightOf(second)),
    gap: press.look.gaps.section,
    keep: false,
    paint: (sheet, top) => {
      paintDown(first, sheet, top);
      const moved: Sheet = { ops: [] };
      paintDown(second, moved, top);
      sheet.ops.push(...moved.ops.map((op) => ({ ...op, x: op.x + across })));
    },
  };
}

function paintDown(strips: readonly Strip[], sheet: Sheet, top: number): void {
  let at = top;
  strips.forEach((strip, index) => {
    const above = index === 0 ? 0 : strip.gap;
    strip.paint(sheet, at + above, above);
    at += above + strip.height;
  });
}
