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

/** A piece of the page that is never cut: a line of text, a line of a row. */
export type Strip = {
  readonly height: number;
  /** Space above it; none at the top of a page or column. */
  readonly gap: number;
  /** It stands on the page of the next strip, as long as all that is kept together is not taller than a page. */
  readonly keep: boolean;
  /** It stands with the next strip even where what is kept together is taller than a page. */
  readonly firm?: boolean;
  /** Drawn again, as an artifact, when the page turns just before this strip. */
  readonly head?: Strip;
  /** The id of the section whose first strip this is. */
  readonly starts?: string;
  /** `above` is the gap really left over it: 0 at the top of a page. */
  readonly paint: (sheet: Sheet, top: number, above: number) => void;
};

/**
 * Groups of strips that run down a first column and then down a second, `across` points further; all of them are made
 * for the first. A group is kept in one column unless it is taller than a page.
 */
export type Columns = {
  readonly groups: readonly (readonly Strip[])[];
  readonly across: number;
  readonly gap: number;
  /** A section that runs on in the second column costs its reader about as much as so much more height. */
  readonly torn: number;
};

/** What fills pages from top to bottom. */
export type Flowing = Strip | Columns;

export function isColumns(item: Flowing | undefined): item is Columns {
  return item !== undefined && 'groups' in item;
}
