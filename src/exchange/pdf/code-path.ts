import type { CodeMatrix } from './sheet.ts';

/** x, y, width, height, in modules from the top left. */
type Rectangle = readonly [number, number, number, number];

/**
 * The dark modules of a code as few rectangles that do not overlap. Filled as one path they leave no seams: edges
 * shared by two of them cancel out.
 */
export function codeRectangles({ size, modules }: CodeMatrix): readonly Rectangle[] {
  const left = modules.slice();
  const isDark = (x: number, y: number, width: number) => {
    for (let at = x; at < x + width; at += 1) if (left[y * size + at] !== 1) return false;
    return true;
  };
  const rectangles: Rectangle[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!isDark(x, y, 1)) continue;
      let width = 1;
      let height = 1;
      while (x + width < size && isDark(x + width, y, 1)) width += 1;
      while (y + height < size && isDark(x, y + height, width)) height += 1;
      for (let row = y; row < y + height; row += 1) left.fill(0, row * size + x, row * size + x + width);
      rectangles.push([x, y, width, height]);
    }
  }
  return rectangles;
}
