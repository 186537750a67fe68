import type { TextLine } from './lines.ts';
import type { Color } from './look.ts';
import type { Element } from './structure.ts';

/** A QR code, finished: `size` modules a side, row by row, 1 for dark. */
export type CodeMatrix = { readonly size: number; readonly modules: Uint8Array };

/** What stands on a page; points from the left and the top. An op without an element is an artifact. */
export type Op =
  | {
      readonly kind: 'text';
      readonly line: TextLine;
      readonly x: number;
      readonly baseline: number;
      readonly size: number;
      readonly color: Color;
      readonly elements: ReadonlyMap<object, Element> | null;
    }
  | {
      readonly kind: 'rule';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: Color;
    }
  | {
      readonly kind: 'code';
      readonly code: CodeMatrix;
      readonly x: number;
      readonly y: number;
      readonly side: number;
      readonly element: Element;
    };

/** One page, still to be written. */
export type Sheet = { readonly ops: Op[] };

/** A column: its left edge and width. */
export type Column = { readonly left: number; readonly width: number };

/**
 * A piece of the page that is never cut: a line of text, a row. `keep` holds it on the page of the next strip.
 * `head` is drawn again, as an artifact, when the page turns just before it.
 */
export type Strip = {
  readonly height: number;
  readonly gap: number;
  readonly keep: boolean;
  readonly head?: Strip;
  /** `above` is the gap really left over it: 0 at the top of a page. */
  readonly paint: (sheet: Sheet, top: number, above: number) => void;
};
