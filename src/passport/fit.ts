import { partOf } from './catalogue.ts';
import type { Extract, ExtractPart, ExtractRecord } from './extract.ts';
import type { Card, Field } from './field.ts';
import { Layout, type Piece, type Scale, type Unit } from './layout.ts';
import { fieldOf, fitsCard, type Part, tierOf } from './part.ts';

/** How much room there is, with fields up to this level. */
export type Room = {
  readonly card: Card;
  /** So many cards at most; and so many where what must never be left out takes more. */
  readonly cards: number;
  readonly most: number;
  /** The bytes of one card. */
  readonly bytes: number;
};

/** Parts of one extract, each readable alone; `decode` of all of them, in any order, is their sum. */
export type Fitted = Pick<Extract, 'leftOut' | 'shortened'> & { readonly cards: readonly Extract[] };

/** After so many in a row that were packed and found no room, the cards are taken as full. */
const patience = 4;

/**
 * Lays an extract on cards tier by tier (`Field.tier`), and in a tier in the order it is read. What is of tier 1 takes as
 * many cards as it needs, up to `room.most`; the rest uses the room on these, or on `room.cards` where that is more.
 * No value is cut and no record split over cards; a part that holds one record is laid field by field. Records on no
 * card are counted in `leftOut`, and those without all their details in `shortened`: both stand on the first card.
 * What does not belong on a card of this size is not counted. Throws where a room cannot hold a card with nothing on it.
 */
export async function fit(extract: Extract, room: Room, scale: Scale): Promise<Fitted> {
  const whole = onCard(extract, room.card);
  if ((await scale.packed(whole)) <= room.bytes) return fitted([whole], whole);
  const layout = new Layout(whole, unitsOf(whole), room.bytes, scale);
  if (!(await layout.add([], 1))) throw new Error(`A room of ${room.bytes} bytes cannot hold an empty card.`);

  const [first = [], ...tiers] = tiersOf(layout.units);
  const all = layout.units.map((unit): Piece => ({ unit, fields: unit.fields }));
  await fill(layout, first, Math.max(room.cards, room.most));
  const most = Math.max(room.cards, layout.cards.length);
  if (!(await layout.add(all, most))) {
    for (const tier of tiers) await fill(layout, tier, most);
  }
  const { cards } = layout;
  return fitted(cards, cards[0] as Extract);
}

function fitted(cards: readonly Extract[], { leftOut, shortened }: Extract): Fitted {
  return { cards, leftOut, shortened };
}

/** The extract with the fields and records that belong on a card of this size. */
export function onCard(extract: Extract, card: Card): Extract {
  const parts = extract.parts.flatMap((picked): readonly ExtractPart[] => {
    const part = partOf(picked.part) as Part;
    const records = picked.records
      .filter((record) => card !== 'ae' || !isOffAe(part, record))
      .map((record) => fieldsOn(part, record, card))
      .filter((record) => Object.keys(record).length > 0);
    // What is not meant for the card is not there at all: it is not empty.
    return records.length > 0 || picked.records.length === 0 ? [{ ...picked, records }] : [];
  });
  return { ...extract, parts };
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

/**
 * What is laid as one, as it is read. On cards it stands in this order: what holds something of tier 1, then of tier 2,
 * then the rest; the records of a list never change places.
 */
function unitsOf(extract: Extract): readonly Unit[] {
  return extract.parts.flatMap(({ part: id, records }) => {
    const part = partOf(id) as Part;
    let last = 1;
    return records.flatMap((record, at): readonly Unit[] => {
      const tiers = fieldTiers(part, record);
      const of = (fields: readonly string[]) => {
        const place = Math.min(3, ...fields.map((field) => tiers[field] as number));
        last = part.many ? Math.max(last, place) : place;
        return {
          part,
          record: at,
          told: record,
          fields,
          tiers,
          place: last,
          named: part.many ? namesOf(part, record) : [],
        };
      };
      const fields = Object.keys(record);
      return part.many ? [of(fields)] : fields.map((field) => of([field]));
    });
  });
}

function fieldTiers(part: Part, record: ExtractRecord): Readonly<Record<string, number>> {
  const isOff = isOffAe(part, record);
  return Object.fromEntries(Object.keys(record).map((id) => [id, tierOf(fieldOf(part, id) as Field, isOff)]));
}

/** What a record of a list never stands without: what it is called, and whether it is over. */
function namesOf(part: Part, record: ExtractRecord): readonly string[] {
  return [part.title, ...(part.notOnAe ? [part.notOnAe.field] : [])].filter((id) => Object.hasOwn(record, id));
}

/** The fields of every unit, by tier: the first two as they stand on the cards, the rest as they are read. */
function tiersOf(units: readonly Unit[]): readonly (readonly Piece[])[] {
  const placed = [...units].sort((a, b) => a.place - b.place);
  return [1, 2, 3, 4, 5].map((tier) =>
    (tier <= 2 ? placed : units)
      .map((unit): Piece => ({ unit, fields: unit.fields.filter((field) => unit.tiers[field] === tier) }))
      .filter(({ fields }) => fields.length > 0),
  );
}

/** Lays what finds room: whole pieces first, then smaller ones, of which the names come before all else. */
async function fill(layout: Layout, pieces: readonly Piece[], most: number): Promise<void> {
  const refused = await grow(layout, pieces, most);
  await grow(layout, refused.map(toNames), most);
  await grow(layout, refused.flatMap(toDetails), most);
}

function toNames({ unit, fields }: Piece): Piece {
  return { unit, fields: fields.filter((field) => unit.named.includes(field)) };
}

/** One by one; but of tier 1 only what is one thing with the name stands by itself: half of how it is taken misleads. */
function toDetails({ unit, fields }: Piece): readonly Piece[] {
  const details = fields.filter((field) => !unit.named.includes(field));
  const isAlone = (field: string) => unit.tiers[field] !== 1 || unit.part.besideTitle?.includes(field) === true;
  const together = details.filter((field) => !isAlone(field));
  return [...details.filter(isAlone).map((field) => [field]), together].map((some) => ({ unit, fields: some }));
}

/** Lays each piece that finds room, those before first; gives back the others. */
async function grow(layout: Layout, pieces: readonly Piece[], most: number): Promise<readonly Piece[]> {
  let inARow = 0;
  const from = async (some: readonly Piece[]): Promise<readonly Piece[]> => {
    const fresh = allowed(layout, some);
    if (fresh.length === 0 || inARow >= patience) return some;
    const before = layout.weighings;
    if (await layout.add(fresh, most)) {
      inARow = 0;
      return some.filter((piece) => !fresh.includes(piece));
    }
    if (some.length === 1) {
      inARow += layout.weighings > before ? 1 : 0;
      return some;
    }
    const half = some.length >> 1;
    return [...(await from(some.slice(0, half))), ...(await from(some.slice(half)))];
  };
  return from(pieces);
}

/** Pieces that hold something, of records that are called something on their card or by this. */
function allowed(layout: Layout, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ unit, fields }) => {
    const laid = layout.laidOf(unit);
    return fields.length > 0 && unit.named.every((name) => laid.has(name) || fields.includes(name));
  });
}
