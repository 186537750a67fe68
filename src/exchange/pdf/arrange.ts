import type { Section } from '#passport/doc.ts';
import { heightOf, inColumns, nearColumn } from './columns.ts';
import type { Press } from './paragraph.ts';
import { sectionFlow } from './sections.ts';
import { type Column, type Flowing, isColumns, type Strip } from './sheet.ts';
import type { Element } from './structure.ts';

/** Sections as what flows, over the whole width or for the near column of two. */
type Made = { readonly whole: (section: Section) => readonly Flowing[]; readonly near: (section: Section) => Strip[] };

/** Whether neighbours stand in two columns, by their ids: settled once, whatever look or part of them is tried after. */
export type Halved = Map<string, boolean>;

/**
 * One look of a page on trial: sections made in it without structure are kept, as many trials differ in one section.
 */
export type Setting = {
  readonly press: Press;
  readonly column: Column;
  readonly isRecord: boolean;
  readonly kept: Made;
  readonly halved: Halved;
};

function made(press: Press, column: Column, isRecord: boolean, parent: Element | null): Made {
  const near = nearColumn(press, column);
  return {
    whole: (section) => sectionFlow(press, section, { column, mayHalve: true, isRecord }, parent),
    near: (section) =>
      sectionFlow(press, section, { column: near, mayHalve: false, isRecord }, parent).filter(
        (item): item is Strip => !isColumns(item),
      ),
  };
}

function once<Value>(make: (section: Section) => Value): (section: Section) => Value {
  const known = new WeakMap<Section, Value>();
  return (section) => {
    const value = known.get(section) ?? make(section);
    known.set(section, value);
    return value;
  };
}

export function toSetting(press: Press, column: Column, isRecord: boolean, halved: Halved = new Map()): Setting {
  const { whole, near } = made(press, column, isRecord, null);
  return { press, column, isRecord, kept: { whole: once(whole), near: once(near) }, halved };
}

/** Whether two columns are lower than one. */
function isHalved({ press, column, kept, halved }: Setting, run: readonly Section[]): boolean {
  if (run.length < 2) return false;
  const key = run.map((section) => section.id).join(' ');
  const known = halved.get(key);
  if (known !== undefined) return known;
  const two = inColumns(press, run.flatMap(kept.near), column, press.look.gaps.section);
  const is = heightOf([two]) < heightOf(run.flatMap(kept.whole));
  halved.set(key, is);
  return is;
}

function isNarrow(section: Section | undefined): boolean {
  return section?.blocks.every((block) => block.kind !== 'table') ?? false;
}

/**
 * Sections in order: neighbours without a table run down two columns where that is lower than one below the other;
 * this visit, where it comes first, and tables stand over the whole width. With `parent` they are made to be drawn.
 */
export function arrange(setting: Setting, sections: readonly Section[], parent: Element | null): Flowing[] {
  const { press, column, isRecord, kept } = setting;
  const make = parent === null ? kept : made(press, column, isRecord, parent);
  const items: Flowing[] = [];
  for (let at = 0; at < sections.length; ) {
    let end = at;
    while (isNarrow(sections[end]) && !(end === 0 && !isRecord && sections[end]?.id === 'visit')) end += 1;
    const run = sections.slice(at, end);
    if (isHalved(setting, run)) items.push(inColumns(press, run.flatMap(make.near), column, press.look.gaps.section));
    else items.push(...run.flatMap(make.whole));
    const wide = sections[end];
    if (wide !== undefined) items.push(...make.whole(wide));
    at = end + 1;
  }
  return items;
}
