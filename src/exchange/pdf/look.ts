import type { Weight } from './scripts.ts';

/** Lengths are points (1/72 inch), measured from the top of the page. */
const mm = 72 / 25.4;

export type Paper = 'a4' | 'letter';

export const papers: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
};

export const margin = { side: 45, top: 42, bottom: 36 } as const;

/** sRGB, 0 to 1. On paper the accent is oklch(39% 0.075 205), the ink oklch(23% 0.02 250). */
export type Color = readonly [number, number, number];

export const accent: Color = [0, 0.314, 0.345];
const ink: Color = [0.094, 0.115, 0.145];
const quiet: Color = [0.27, 0.31, 0.36];
export const hairline: Color = [0.76, 0.78, 0.79];

export type TextStyle = {
  readonly size: number;
  /** From one baseline to the next. */
  readonly leading: number;
  readonly weight: Weight;
  readonly color: Color;
};

type StyleName = 'kicker' | 'label' | 'name' | 'body' | 'heading' | 'visit' | 'record' | 'small' | 'example';

/** How large text is and how much air stands around it. */
export type Look = {
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /** Space above a block that is not the first on its page; `item` between the items of a list. */
  readonly gaps: Readonly<Record<'section' | 'block' | 'row' | 'notice' | 'column' | 'item' | 'name', number>>;
  /** How much more height is better than a section that runs on in the second column. */
  readonly torn: number;
};

export const normal: Look = {
  styles: {
    kicker: { size: 9, leading: 13, weight: 400, color: quiet },
    label: { size: 25, leading: 33, weight: 700, color: ink },
    name: { size: 13, leading: 19, weight: 700, color: ink },
    body: { size: 10, leading: 15, weight: 400, color: ink },
    heading: { size: 10.5, leading: 16, weight: 700, color: accent },
    visit: { size: 10.5, leading: 16, weight: 700, color: ink },
    record: { size: 18, leading: 25, weight: 700, color: ink },
    small: { size: 8.5, leading: 12.5, weight: 400, color: quiet },
    example: { size: 9, leading: 13, weight: 700, color: accent },
  },
  gaps: { section: 15, block: 5, row: 4.5, notice: 10, column: 26, item: 1.5, name: 3 },
  torn: 30,
};

/** The smallest text of a page that is read in a minute, on paper, by anyone. */
const least = 8;

/** Text at `scale`, its lines at most `leading` times its size apart, and `air` times the space around it. */
function tightened(scale: number, leading: number, air: number): Look {
  const styles = Object.entries(normal.styles).map(([name, style]) => {
    const size = Math.max(style.size * scale, least);
    return [name, { ...style, size, leading: Math.min((style.leading / style.size) * size, size * leading) }];
  });
  const gaps = Object.entries(normal.gaps).map(([name, gap]) => [
    name,
    name === 'column' ? 26 - 8 * (1 - air) : gap * air,
  ]);
  return { styles: Object.fromEntries(styles), gaps: Object.fromEntries(gaps), torn: normal.torn * air };
}

/** Looks for page one, the roomiest first: air goes before size, and body text stops at 8.5. */
export const looks: readonly Look[] = [
  normal,
  tightened(1, 1.42, 0.75),
  tightened(1, 1.36, 0.6),
  tightened(0.95, 1.36, 0.6),
  tightened(0.95, 1.32, 0.5),
  tightened(0.9, 1.32, 0.5),
  tightened(0.85, 1.27, 0.4),
];

/** The first look for a page that leaves something out: dense, and still read with ease. */
export const readable = 5;

function recordLook(scale: number, leading: number): Look {
  const { styles, gaps } = tightened(scale, leading, 0.5);
  return {
    styles: { ...styles, record: { ...styles.record, size: 15, leading: 20 } },
    gaps: { ...gaps, section: 10 },
    torn: 8,
  };
}

/** The look of the full record, and a denser one for when that saves a page. */
export const recordLooks = [recordLook(0.925, 1.32), recordLook(0.9, 1.26)] as const;

/** A module must be this wide to be read from a 150 dpi scan; the first code stands on page one only if it fits. */
export const codes = { module: 0.55 * mm, first: 38 * mm, firstMost: 44 * mm, page: 72 * mm, quiet: 4 } as const;
