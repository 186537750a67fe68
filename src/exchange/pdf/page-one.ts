import type { Doc } from '#passport/doc.ts';
import { arrange, type Halved, type Setting, toSetting } from './arrange.ts';
import { heightOf } from './columns.ts';
import { type Frame, type Pen, type Placed, place, turn } from './flow.ts';
import { footFlow } from './foot.ts';
import { type Look, looks, readable } from './look.ts';
import { type CaptionedCode, type Opening, openPageOne } from './opening.ts';
import type { Press } from './paragraph.ts';
import type { Column, Flowing } from './sheet.ts';
import {
  leastOf,
  leftOut,
  lengthOf,
  type Taken,
  taker,
  type Unit,
  unitSize,
  unitsOf,
  wholeOf,
  withUnit,
} from './spare.ts';
import type { Element } from './structure.ts';
import { toWhereabouts } from './whereabouts.ts';

/** Page one, placed on as many sides as it needs, and how far down its last one is filled. */
export type PlacedPageOne = { readonly placed: readonly Placed[]; readonly pen: Pen };

/** Of the last side, so much may stay blank while something is left out. */
const mostBlank = 0.3;

/** A list or table is left out rather than begun with fewer than this. */
const fewest = 2;

/** The densest look saves no more of the height of an easy one than this. */
const saved = 1.3;

/** More lines than this do not fit one side in the roomiest look: it need not be tried first. */
const mostRoomy = 44;

type Laid = {
  readonly placed: Placed[];
  readonly pen: Pen;
  /** What is left of the last side. */
  readonly blank: number;
  /** The height of all sides together, as far as they are filled. */
  readonly used: number;
};

/**
 * Puts together a page one: the opening, the sections, and the foot, which stands at the bottom of the last side, the
 * one with number `sides` or a later one.
 */
function put(opening: Opening, items: readonly Flowing[], foot: readonly Flowing[], sides: number, frame: Frame): Laid {
  const pen: Pen = { page: 1, at: frame.top(1) };
  const placed = [...place(opening.strips, pen, frame)];
  if (opening.beside !== null) {
    placed.push({ strip: opening.beside, page: 1, top: frame.top(1), above: 0, across: 0 });
    if (pen.page === 1) pen.at = Math.max(pen.at, frame.top(1) + opening.beside.height);
  }
  placed.push(...place(items, pen, frame));
  while (pen.page < sides) turn(pen, frame);
  const height = heightOf(foot);
  const used = (pen.page - 1) * (frame.bottom - frame.top(1)) + pen.at - frame.top(pen.page) + height;
  const blank = frame.bottom - pen.at - (foot[0]?.gap ?? 0) - height;
  if (blank >= 0 && foot.length > 0) pen.at = frame.bottom - height - (foot[0]?.gap ?? 0);
  placed.push(...place(foot, pen, frame));
  return { placed, pen, blank: Math.max(0, blank), used };
}

/**
 * Lays out page one. What is not spare is all there, on the least number of sides that hold it in any look. Where
 * everything fits those, it has the roomiest look in which it does; else spare things are taken in their order, each
 * whole, until no other fits. What is left out is named at the foot with its page of the record, and only what the
 * record holds may be left out: `pageOf` gives the page of a part in it, counted from its own first.
 */
export function placePageOne(
  press: Press,
  doc: Doc,
  first: CaptionedCode | null,
  column: Column,
  frame: Frame,
  pageOf: (part: string) => number | null,
  root: Element,
): PlacedPageOne {
  const sections = doc.summary;
  const take = taker(sections);
  const pagesOf = toWhereabouts(doc.record, pageOf);
  const halved: Halved = new Map();
  const opened = new Map<Look, { setting: Setting; opening: Opening }>();
  const settingOf = (look: Look) => {
    const tried = { ...press, look };
    const known = opened.get(look) ?? {
      setting: toSetting(tried, column, false, halved),
      opening: openPageOne(tried, doc, first, column, null),
    };
    opened.set(look, known);
    return known;
  };
  const footOf = (look: Look, taken: Taken, sides: number, parent: Element | null) => {
    const onPages = (pages: readonly number[]) => pages.map((page) => page + sides);
    const left = leftOut(sections, taken).map((one) => ({ title: one.section.title, pages: onPages(pagesOf(one)) }));
    const also = doc.also.map(({ name, part }) => ({ title: name, pages: onPages([pageOf(part) ?? []].flat()) }));
    return footFlow({ ...press, look }, doc, left, also, column, parent);
  };
  /** The page as it is when the record starts after `sides`. */
  const lay = (look: Look, taken: Taken, sides: number, foot = footOf(look, taken, sides, null)): Laid => {
    const { setting, opening } = settingOf(look);
    return put(opening, arrange(setting, take(taken), null), foot, sides, frame);
  };
  const sidesOf = (look: Look, taken: Taken) => {
    let sides = 1;
    for (let found = lay(look, taken, sides).pen.page; found > sides; found = lay(look, taken, sides).pen.page)
      sides = found;
    return sides;
  };

  return draw(choose());

  function choose(): { look: Look; taken: Taken; sides: number } {
    const roomiest = looks[0] as Look;
    const [easy, densest] = [looks[readable] as Look, looks.at(-1) as Look];
    const whole = wholeOf(sections);
    if (lengthOf(sections) < mostRoomy && lay(roomiest, whole, 1).pen.page === 1)
      return { look: roomiest, taken: whole, sides: 1 };
    const least = leastOf(sections, (section) => section.parts.some((part) => pageOf(part) !== null));
    const sides = lay(easy, least, 1).pen.page === 1 ? 1 : sidesOf(densest, least);
    const height = frame.bottom - frame.top(sides);
    const fits = (look: Look, taken: Taken) => lay(look, taken, sides).pen.page <= sides;
    const all = lay(easy, whole, sides);
    const isFitting = (look: Look) => fits(look, whole);
    if (all.pen.page <= sides)
      return { look: roomiestOf(looks.slice(0, readable + 1), isFitting), taken: whole, sides };
    if (all.used < height * sides * saved && isFitting(densest))
      return { look: roomiestOf(looks.slice(readable + 1), isFitting), taken: whole, sides };
    let best: { look: Look; taken: Taken; blank: number } | null = null;
    for (const look of looks.slice(readable)) {
      if (!fits(look, least)) continue;
      const taken = fill(look, least, sides);
      const { blank } = lay(look, taken, sides);
      if (best === null || blank < best.blank) best = { look, taken, blank };
      if (blank <= height * mostBlank) break;
    }
    return { ...(best ?? { look: densest, taken: least }), sides };
  }

  /** The roomiest of looks that fits, where the last does, and with each all that are denser. */
  function roomiestOf(among: readonly Look[], isFitting: (look: Look) => boolean): Look {
    let [low, high] = [0, among.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isFitting(among[middle] as Look)) high = middle;
      else low = middle + 1;
    }
    return among[high] as Look;
  }

  /**
   * Takes more and more of what is spare: in order, going on with the next section where something has no room, and
   * then all that is left once more. Names go from the foot as things are taken: it is made anew only in between.
   */
  function fill(look: Look, least: Taken, sides: number): Taken {
    let taken = least;
    for (const isAgain of [false, true]) {
      const before = taken;
      const foot = footOf(look, taken, sides, null);
      const fits = (more: Taken) => lay(look, more, sides, foot).pen.page <= sides;
      let full = -1;
      for (const unit of unitsOf(sections, taken)) {
        if (unit.section === full && !isAgain) continue;
        taken = most(taken, unit, fits);
        if ((taken[unit.section]?.[unit.block] ?? 0) < unitSize(sections, unit)) full = unit.section;
      }
      if (lay(look, taken, sides).pen.page > sides) return before;
    }
    return taken;
  }

  /** As much of a unit as fits. */
  function most(taken: Taken, unit: Unit, fits: (taken: Taken) => boolean): Taken {
    const whole = withUnit(sections, taken, unit);
    if (fits(whole)) return whole;
    let [low, high] = [taken[unit.section]?.[unit.block] ?? 0, unitSize(sections, unit)];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fits(withUnit(sections, taken, unit, middle))) low = middle;
      else high = middle;
    }
    return low < fewest ? taken : withUnit(sections, taken, unit, low);
  }

  function draw({ look, taken, sides }: { look: Look; taken: Taken; sides: number }): PlacedPageOne {
    const opening = openPageOne({ ...press, look }, doc, first, column, root);
    const items = arrange(settingOf(look).setting, take(taken), root);
    return put(opening, items, footOf(look, taken, sides, root), sides, frame);
  }
}
