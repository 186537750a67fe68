import type { Extract, ExtractPart, ExtractRecord } from './extract.ts';
import type { Part } from './part.ts';

/** What is never split over cards: a record of a list, or one field of a part that holds a single record. */
export type Unit = {
  readonly part: Part;
  /** Which of the part's records it is, or is of. */
  readonly record: number;
  readonly told: ExtractRecord;
  readonly fields: readonly string[];
  /** Of each field. */
  readonly tiers: Readonly<Record<string, number>>;
  /** Units with a lower one stand before it on the cards. */
  readonly place: number;
  /** Fields without which it is not laid. */
  readonly named: readonly string[];
};

/** Fields of a unit that are laid together. */
export type Piece = { readonly unit: Unit; readonly fields: readonly string[] };

/** The bytes of a card: `packed` as it travels, which takes time, and `plain` before that, never less. */
export type Scale = {
  readonly plain: (card: Extract) => number;
  readonly packed: (card: Extract) => Promise<number>;
};

// Larger cards pack a little further.
const margin = 0.97;

type Laid = ReadonlyMap<Unit, ReadonlySet<string>>;
const nothing: ReadonlySet<string> = new Set();

/** An extract on its way onto cards: what of it is laid so far, and on which card. No card is ever too large. */
export class Layout {
  readonly units: readonly Unit[];
  readonly #whole: Extract;
  readonly #bytes: number;
  readonly #scale: Scale;
  /** How far cards of about this size pack, the furthest seen: one that would have to pack further is not tried. */
  #ratio: number | null = null;
  #weighings = 0;
  #laid: Laid = new Map();
  #cards: readonly (readonly Unit[])[] = [];
  #frame: Extract;

  constructor(whole: Extract, units: readonly Unit[], bytes: number, scale: Scale) {
    this.units = [...units].sort((a, b) => a.place - b.place);
    this.#whole = whole;
    this.#bytes = bytes;
    this.#scale = scale;
    this.#frame = whole;
  }

  /** How often a card was packed to see whether it fits. */
  get weighings(): number {
    return this.#weighings;
  }

  laidOf(unit: Unit): ReadonlySet<string> {
    return this.#laid.get(unit) ?? nothing;
  }

  get cards(): readonly Extract[] {
    return this.#cards.map((units, at) => cardOf(this.#frame, units, this.#laid, at === 0));
  }

  /** Lays these pieces too, on `most` cards at most; false, and all as it was, where they do not fit. */
  async add(pieces: readonly Piece[], most: number): Promise<boolean> {
    const laid = new Map(this.#laid);
    for (const { unit, fields } of pieces) laid.set(unit, new Set([...(laid.get(unit) ?? []), ...fields]));
    const frame = { ...this.#whole, ...countsOf(this.#whole, this.units, laid) };
    const cards = await this.#lay(frame, laid, await this.#untouched(frame, laid, pieces), most);
    if (!cards) return false;
    this.#laid = laid;
    this.#frame = frame;
    this.#cards = cards;
    return true;
  }

  /** The cards before the first that changes. The first of all also changes with the counts on it. */
  async #untouched(frame: Extract, laid: Laid, pieces: readonly Piece[]): Promise<readonly (readonly Unit[])[]> {
    const changed = new Set(pieces.map(({ unit }) => unit));
    const first = this.units.findIndex((unit) => changed.has(unit));
    const touched = this.#cards.findIndex((units) => this.units.indexOf(units.at(-1) as Unit) >= first);
    const kept = this.#cards.slice(0, touched < 0 ? -1 : touched);
    const [opening] = kept;
    if (!opening) return [];
    const isStanding = isSame(frame, this.#frame) || (await this.#fits(cardOf(frame, opening, laid, true)));
    return isStanding ? kept : [];
  }

  async #lay(frame: Extract, laid: Laid, kept: readonly (readonly Unit[])[], most: number) {
    const cards = [...kept];
    const done = new Set(kept.flat());
    let rest: readonly Unit[] = this.units.filter((unit) => laid.has(unit) && !done.has(unit));
    do {
      const isFirst = cards.length === 0;
      const card = (count: number) => cardOf(frame, rest.slice(0, count), laid, isFirst);
      const fits = (count: number) => this.#fits(card(count));
      const isAll = cards.length < most && (await fits(rest.length));
      const likely = (count: number) => this.#scale.plain(card(count)) * (this.#ratio ?? 1) <= this.#bytes;
      const count = isAll ? rest.length : cards.length + 1 < most ? await greatest(rest.length, fits, likely) : 0;
      if (count === 0 && !isAll) return null;
      cards.push(rest.slice(0, count));
      rest = rest.slice(count);
    } while (rest.length > 0);
    return cards;
  }

  async #fits(card: Extract): Promise<boolean> {
    const plain = this.#scale.plain(card);
    if (plain <= this.#bytes) return true;
    if (this.#ratio !== null && plain * this.#ratio * margin > this.#bytes) return false;
    this.#weighings += 1;
    const packed = await this.#scale.packed(card);
    if (packed < 1.25 * this.#bytes) this.#ratio = Math.min(this.#ratio ?? 1, packed / plain);
    return packed <= this.#bytes;
  }
}

/** True when both say the same of what is not here. */
function isSame(a: Extract, b: Extract): boolean {
  return JSON.stringify([a.leftOut, a.shortened]) === JSON.stringify([b.leftOut, b.shortened]);
}

/** The greatest count below `all` for which it is so, looked for first where it is likely to be. */
async function greatest(
  all: number,
  isSo: (count: number) => Promise<boolean>,
  isLikely: (count: number) => boolean,
): Promise<number> {
  let [least, most] = [0, all];
  let next = likeliest(all, isLikely);
  for (let step = 1; most - least > 1; step *= 2) {
    const count = next > least && next < most ? next : (least + most) >> 1;
    if (await isSo(count)) [least, next] = [count, count + step];
    else [most, next] = [count, count - step];
  }
  return least;
}

function likeliest(all: number, isLikely: (count: number) => boolean): number {
  let [least, most] = [0, all];
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (isLikely(middle)) least = middle;
    else most = middle;
  }
  return least;
}

/** A card of these units; the first also carries the parts that are empty, and what is not on any card. */
function cardOf(frame: Extract, units: readonly Unit[], laid: Laid, isFirst: boolean): Extract {
  const parts = frame.parts.flatMap((part): readonly ExtractPart[] => {
    const records = new Map<number, ExtractRecord>();
    for (const unit of units) {
      if (unit.part.id !== part.part) continue;
      const told = unit.fields.filter((id) => laid.get(unit)?.has(id)).map((id) => [id, unit.told[id]]);
      records.set(unit.record, { ...records.get(unit.record), ...Object.fromEntries(told) });
    }
    if (records.size === 0) return isFirst && part.records.length === 0 ? [part] : [];
    return [{ ...part, records: [...records.values()] }];
  });
  return isFirst ? { ...frame, parts } : { ...frame, parts, leftOut: {}, shortened: {} };
}

/** How many records are on no card, or not with all their details, with those that were counted before. */
function countsOf(whole: Extract, units: readonly Unit[], laid: Laid): Pick<Extract, 'leftOut' | 'shortened'> {
  const here = new Map<ExtractRecord, number>();
  for (const unit of units) here.set(unit.told, (here.get(unit.told) ?? 0) + (laid.get(unit)?.size ?? 0));
  const leftOut = { ...whole.leftOut };
  const shortened = { ...whole.shortened };
  for (const { part, records } of whole.parts) {
    const kept = records.filter((record) => (here.get(record) ?? 0) > 0);
    const short = kept.filter((record) => (here.get(record) ?? 0) < Object.keys(record).length);
    count(leftOut, part, (leftOut[part] ?? 0) + records.length - kept.length);
    count(shortened, part, Math.min(kept.length, (shortened[part] ?? 0) + short.length));
  }
  return { leftOut, shortened };
}

function count(counts: Record<string, number>, part: string, records: number): void {
  if (records > 0) counts[part] = records;
  else delete counts[part];
}
