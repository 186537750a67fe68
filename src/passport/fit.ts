import { parts as catalogue, partOf } from './catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord } from './extract.ts';
import type { Card } from './field.ts';
import { fieldOf, fitsCard, type Part } from './part.ts';

/** How much room there is: at most so many cards of so many bytes, with fields up to this level. */
export type Room = { readonly card: Card; readonly cards: number; readonly bytes: number };

/** Parts of one extract, each readable alone; `decode` of all of them, in any order, is their sum. */
export type Fitted = { readonly cards: readonly Extract[]; readonly leftOut: Readonly<Record<string, number>> };

type Unit = { readonly part: ExtractPart; readonly record: ExtractRecord };

/**
 * Lays an extract on cards without cutting anything: a record that does not fit goes to the next card, and one that
 * fits on none is counted in `leftOut`, on the first card too. `measure` gives the bytes of a card as it will travel.
 * A part that holds one record is laid field by field, so that one long note cannot take a name with it.
 */
export async function fit(extract: Extract, room: Room, measure: (card: Extract) => Promise<number>): Promise<Fitted> {
  const whole = onCard(extract, room.card);
  if ((await measure(whole)) <= room.bytes) return { cards: [whole], leftOut: whole.leftOut };

  const counts = { ...whole.leftOut };
  const filled: Unit[][] = [[]];
  const frame = { ...whole, leftOut: { ...widest(whole), ...whole.leftOut } };
  for (const unit of unitsOf(whole)) {
    const here = filled.at(-1) as Unit[];
    if ((await measure(cardOf(frame, [...here, unit], filled.length === 1))) <= room.bytes) {
      here.push(unit);
    } else if (filled.length < room.cards && (await measure(cardOf(frame, [unit], false))) <= room.bytes) {
      filled.push([unit]);
    } else {
      counts[unit.part.part] = (counts[unit.part.part] ?? 0) + 1;
    }
  }
  const told = { ...whole, leftOut: counts };
  return { cards: filled.map((units, place) => cardOf(told, units, place === 0)), leftOut: counts };
}

/** The extract with the fields and records that belong on a card of this size. */
export function onCard(extract: Extract, card: Card): Extract {
  const leftOut: Record<string, number> = { ...extract.leftOut };
  const kept = extract.parts.map((picked): ExtractPart => {
    const part = partOf(picked.part) as Part;
    const records = picked.records.filter((record) => card !== 'ae' || !isOffAe(part, record));
    const cut = records
      .map((record) => fieldsOn(part, record, card))
      .filter((record) => Object.keys(record).length > 0);
    const lost = picked.records.length - cut.length;
    if (lost > 0) leftOut[part.id] = (leftOut[part.id] ?? 0) + lost;
    return { ...picked, records: cut };
  });
  return { ...extract, parts: kept.filter((part) => part.records.length > 0 || !leftOut[part.part]), leftOut };
}

function isOffAe(part: Part, record: ExtractRecord): boolean {
  const value = part.notOnAe && record[part.notOnAe.field]?.value;
  return typeof value === 'string' && (part.notOnAe?.terms.includes(value) ?? false);
}

function fieldsOn(part: Part, record: ExtractRecord, card: Card): ExtractRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([id]) => {
      const field = fieldOf(part, id);
      return field !== undefined && fitsCard(field, card);
    }),
  );
}

/** What a stranger must know comes first, whatever else finds room: parts, and fields of single parts. */
const first: readonly string[] = ['me', 'words/label', 'allergies', 'medicines'];

function unitsOf(extract: Extract): readonly Unit[] {
  const units = extract.parts.flatMap((part) =>
    part.records.flatMap((record): readonly (Unit & { readonly place: number })[] =>
      partOf(part.part)?.many
        ? [{ part, record, place: placeOf(part.part) }]
        : Object.entries(record).map(([id, told]) => ({ part, record: { [id]: told }, place: placeOf(part.part, id) })),
    ),
  );
  return units.sort((a, b) => a.place - b.place);
}

function placeOf(part: string, field = ''): number {
  const place = first.findIndex((one) => one === part || one === `${part}/${field}`);
  return place < 0 ? first.length : place;
}

/** A card of these units; the first also carries the parts that are empty. */
function cardOf(frame: Extract, units: readonly Unit[], first: boolean): Extract {
  const parts = frame.parts.flatMap((part): readonly ExtractPart[] => {
    const records = units.filter((unit) => unit.part.part === part.part).map((unit) => unit.record);
    if (records.length === 0) return first && part.records.length === 0 ? [part] : [];
    return [{ ...part, records: partOf(part.part)?.many ? records : [Object.assign({}, ...records)] }];
  });
  return { ...frame, parts, leftOut: first ? frame.leftOut : {} };
}

/** Room for every count that may still be written, so that naming what is left out never overflows the first card. */
function widest(extract: Extract): Record<string, number> {
  return Object.fromEntries(extract.parts.map((part) => [part.part, Math.max(1, part.records.length)]));
}

/**
 * The sum of cards of one extract, given in the order they were made: parts in the order they are read. Records of a
 * list follow on; a single part's fields come together again.
 */
export function joinCards(cards: readonly Extract[]): Extract | null {
  const [first] = cards;
  if (!first) return null;
  const parts: ExtractPart[] = [];
  for (const part of cards.flatMap((card) => card.parts)) {
    const place = parts.findIndex((known) => known.part === part.part);
    const known = parts[place];
    if (!known) parts.push(part);
    else parts[place] = { ...known, records: joinRecords(part.part, known.records, part.records) };
  }
  const leftOut = Object.assign({}, ...cards.map((card) => card.leftOut)) as Record<string, number>;
  return { ...first, parts: parts.sort((a, b) => readingPlaceOf(a) - readingPlaceOf(b)), leftOut };
}

function readingPlaceOf({ part }: ExtractPart): number {
  return catalogue.findIndex(({ id }) => id === part);
}

function joinRecords(id: string, a: readonly ExtractRecord[], b: readonly ExtractRecord[]): readonly ExtractRecord[] {
  return partOf(id)?.many ? [...a, ...b] : [Object.assign({}, ...a, ...b)];
}
