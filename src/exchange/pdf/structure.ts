/** Standard structure types (ISO 32000-1, 14.8.4) that a passport uses. */
export type Tag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'Span'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption';

/** Marked content on a page that belongs to an element. */
type Mark = { readonly page: number; readonly id: number };

/** One element of the tagged structure, in reading order. It grows while the document is laid out and painted. */
export type Element = {
  readonly tag: Tag;
  readonly parent: Element | null;
  readonly children: (Element | Mark)[];
  /** BCP 47, where it differs from the parent's. */
  lang?: string;
  alt?: string;
  /** The words in reading order, for text whose codes lie in visual order. */
  actual?: string;
  ordered?: boolean;
  /** x1, y1, x2, y2 in PDF space, for a figure. */
  box?: readonly [number, number, number, number];
};

export function isMark(child: Element | Mark): child is Mark {
  return !('tag' in child);
}

/** Adds an element as the last child of `parent`. */
export function addElement(parent: Element, tag: Tag): Element {
  const element: Element = { tag, parent, children: [] };
  parent.children.push(element);
  return element;
}

export function emptyStructure(lang: string): Element {
  return { tag: 'Document', parent: null, children: [], lang };
}

export function rootOf(element: Element): Element {
  return element.parent === null ? element : rootOf(element.parent);
}

/** The language that holds at an element. */
export function langOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parent) if (at.lang !== undefined) return at.lang;
  return 'und';
}
