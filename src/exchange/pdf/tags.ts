import { utf16Hex } from './embed.ts';
import { type Element, isMark } from './structure.ts';

/** How the tagged structure reaches the file: numbers for objects, and their text. */
type Objects = {
  readonly reserve: () => number;
  readonly put: (id: number, dictionary: string) => void;
  /** The object of a page, by its number from 0. */
  readonly page: (page: number) => number;
};

export function textString(text: string): string {
  return `<FEFF${utf16Hex(text)}>`;
}

function hasContent(element: Element): boolean {
  const isCell = element.tag === 'TH' || element.tag === 'TD';
  return isCell || element.children.some((child) => isMark(child) || hasContent(child));
}

function attributesOf(element: Element): string {
  if (element.tag === 'TH') return ' /A << /O /Table /Scope /Column >>';
  if (element.tag === 'L') return ` /A << /O /List /ListNumbering /${element.ordered === true ? 'Decimal' : 'Disc'} >>`;
  if (element.box === undefined) return '';
  return ` /A << /O /Layout /Placement /Block /BBox [${element.box.map((edge) => edge.toFixed(2)).join(' ')}] >>`;
}

/**
 * Writes the structure tree and its parent tree (ISO 32000-1, 14.7) and gives the number of the StructTreeRoot.
 * `marked` holds, for each page, the element of each marked content id.
 */
export function putStructure(objects: Objects, root: Element, marked: readonly (readonly Element[])[]): number {
  const tree = objects.reserve();
  const parents = objects.reserve();
  const ids = new Map<Element, number>();
  const number = (element: Element): void => {
    ids.set(element, objects.reserve());
    for (const child of element.children) if (!isMark(child) && hasContent(child)) number(child);
  };
  number(root);
  for (const [element, id] of ids) {
    const kids = element.children.flatMap((child) => {
      if (isMark(child)) return `<< /Type /MCR /Pg ${objects.page(child.page)} 0 R /MCID ${child.id} >>`;
      const kid = ids.get(child);
      return kid === undefined ? [] : `${kid} 0 R`;
    });
    const parent = element.parent === null ? tree : ids.get(element.parent);
    const lang = element.lang === undefined ? '' : ` /Lang ${textString(element.lang)}`;
    const alt = element.alt === undefined ? '' : ` /Alt ${textString(element.alt)}`;
    const actual = element.actual === undefined ? '' : ` /ActualText ${textString(element.actual)}`;
    const about = `${lang}${alt}${actual}${attributesOf(element)}`;
    objects.put(id, `<< /Type /StructElem /S /${element.tag} /P ${parent} 0 R${about} /K [${kids.join(' ')}] >>`);
  }
  const pages = marked.map((elements, page) => {
    return `${page} [${elements.map((element) => `${ids.get(element)} 0 R`).join(' ')}]`;
  });
  objects.put(parents, `<< /Nums [${pages.join('\n')}] >>`);
  objects.put(
    tree,
    `<< /Type /StructTreeRoot /K [${ids.get(root)} 0 R] /ParentTree ${parents} 0 R /ParentTreeNextKey ${pages.length} >>`,
  );
  return tree;
}
