import { glued } from './goes-on.ts';
import type { MedicineCells } from './medicine-columns.ts';
import { type Gathered, isStopCell } from './medicine-entry.ts';
import { readPieces } from './medicine-pieces.ts';
import { isDateAlone, isQuantity, isSupplyLine } from './supply.ts';

const LONGEST = 400;
const IS_CURRENT = /^(?:active|current|repeat|acute|ongoing|authorised)$/iu;

/** A medicine of which nothing but its product is known, under the heading that stands over it. */
export function gatheredOf(
  product: string,
  shown: string,
  { section, says, asNeeded }: Pick<Gathered, 'section' | 'asNeeded'> & { readonly says: string },
): Gathered {
  return {
    isUnread: false,
    lines: [shown],
    product,
    strength: '',
    form: '',
    purpose: '',
    doses: [],
    says: says === '' ? [] : [says],
    stops: [],
    section,
    asNeeded,
  };
}

/** Puts the cells of a row into its medicine; gives back those that are left out. `isMore`: the row goes on with one. */
export function fillFromCells(into: Gathered, cells: MedicineCells, isMore: boolean): readonly string[] {
  const of = (role: Parameters<typeof cells.get>[0]) => cells.get(role) ?? [];
  const left: string[] = [];
  into.strength = [into.strength, ...of('strength')].filter(Boolean).join(' ');
  into.form = [into.form, ...of('form')].filter(Boolean).join(' ');
  into.purpose = [into.purpose, ...of('purpose')].filter(Boolean).join(' ');
  const dose = of('dose').join(', ');
  if (dose !== '') into.doses.push(isMore ? glued(into.doses.pop() ?? '', dose).trim() : dose);
  for (const cell of of('says')) {
    if (IS_CURRENT.test(cell)) left.push(cell);
    else (isStopCell(cell) ? into.stops : into.says).push(cell);
  }
  into.stops.push(...of('stopped'));
  return [...left, ...of('supply')];
}

/** True when how it is taken is already known of what was gathered. */
export function hasDose(open: Gathered): boolean {
  return open.doses.length > 0 || readPieces(open.product).dose !== '';
}

/** A line that stands only in cards: it says where one medicine ends or the next begins. */
export function isDivider(line: string): boolean {
  if (line.length > LONGEST) return false;
  return isDateAlone(line) || isQuantity(line, false) || (isSupplyLine(line) && /[:\d]/.test(line));
}
