import { type Choice, type Contact, type Field, isOwn, type Kind, type Value } from '#passport/field.ts';
import { daysInMonth, partialDate } from '#passport/partial-date.ts';
import { tagToTerm, termToTag } from '#passport/terms.ts';

/** A number (a term's tag, a packed date, yes or no), the person's own words, or a term without a known number. */
export type Item = { readonly number: number } | { readonly words: string } | { readonly id: string };

/**
 * How a value lies in a code. The shape travels with every value, so that a reader can step over a field it does not
 * know. Places in this list are for ever.
 */
export const shapes = ['text', 'item', 'texts', 'items'] as const;
export type Shape = (typeof shapes)[number];
export type Wire = {
  readonly text: string;
  readonly item: Item;
  readonly texts: readonly string[];
  readonly items: readonly Item[];
};

type KindBytes<S extends Shape> = {
  readonly shape: S;
  readonly toWire: (value: Value, field: Field) => Wire[S];
  /** The value, not yet checked for its size; null when nothing of it can be shown. `missed`: made by a newer version. */
  readonly fromWire: (wire: Wire[S], field: Field, missed: () => void) => unknown;
};
type AnyKindBytes = { readonly [S in Shape]: KindBytes<S> }[Shape];

const text: KindBytes<'text'> = { shape: 'text', toWire: (value) => value as string, fromWire: (wire) => wire };

const texts: KindBytes<'texts'> = {
  shape: 'texts',
  toWire: (value) => value as readonly string[],
  fromWire: (wire) => wire,
};

const choice: KindBytes<'item'> = {
  shape: 'item',
  toWire: (value, field) => choiceToItem(value as Choice, field),
  fromWire: itemToChoice,
};

/** One row a kind: a kind without bytes does not compile. */
export const kinds = {
  text,
  long: text,
  date: {
    shape: 'item',
    toWire: (value) => dateToItem(value as string),
    fromWire: (wire) => itemToDate(wire),
  },
  term: choice,
  terms: {
    shape: 'items',
    toWire: (value, field) => (value as readonly Choice[]).map((one) => choiceToItem(one, field)),
    fromWire: (wire, field, missed) => {
      const known = wire.map((one) => itemToChoice(one, field, missed)).filter((one) => one !== null);
      return known.length === 0 && wire.length > 0 ? null : known;
    },
  },
  steps: texts,
  contacts: {
    shape: 'texts',
    toWire: (value) => (value as readonly Contact[]).flatMap(({ name, phone, when }) => [name, phone, when]),
    fromWire: (wire) =>
      wire.length % 3 === 0
        ? Array.from({ length: wire.length / 3 }, (_, at) => {
            const [name, phone, when] = wire.slice(3 * at);
            return { name, phone, when };
          })
        : undefined,
  },
  link: choice,
  yes: {
    shape: 'item',
    toWire: (value) => ({ number: value === true ? 1 : 0 }),
    fromWire: (wire) => ('number' in wire && wire.number < 2 ? wire.number === 1 : undefined),
  },
  order: texts,
} as const satisfies Record<Kind, AnyKindBytes>;

function choiceToItem(value: Choice, field: Field): Item {
  if (isOwn(value)) return { words: value.own };
  const tag = field.set ? termToTag(field.set, value) : null;
  return tag === null ? { id: value } : { number: tag };
}

function itemToChoice(item: Item, field: Field, missed: () => void): Choice | null {
  if ('words' in item) return { own: item.words };
  if ('id' in item) return item.id;
  const term = field.set ? tagToTerm(field.set, item.number) : null;
  if (term === null) missed();
  return term;
}

// Dates count from here, so that the years of a life are small numbers.
const middle = 2020;

/** A date of any precision as one number; words that are not a date as they are. */
export function dateToItem(date: string): Item {
  const read = partialDate(date);
  if (!read) return { words: date };
  const { month, day } = read;
  const year = read.year < middle ? 2 * (middle - read.year) - 1 : 2 * (read.year - middle);
  if (month === null) return { number: 3 * year };
  if (day === null) return { number: 3 * (12 * year + month - 1) + 1 };
  return { number: 3 * (31 * (12 * year + month - 1) + day - 1) + 2 };
}

/** The date or the words; undefined when no calendar has it. */
export function itemToDate(item: Item): string | undefined {
  if ('words' in item) return item.words;
  if ('id' in item) return undefined;
  const precision = item.number % 3;
  const days = Math.floor(item.number / 3);
  const months = precision === 2 ? Math.floor(days / 31) : days;
  const years = precision === 0 ? months : Math.floor(months / 12);
  const year = years % 2 === 1 ? middle - (years + 1) / 2 : middle + years / 2;
  if (year < 0 || year > 9999) return undefined;
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  if (precision === 0) return pad(year, 4);
  const month = (months % 12) + 1;
  if (precision === 1) return `${pad(year, 4)}-${pad(month, 2)}`;
  const day = (days % 31) + 1;
  return day <= daysInMonth(year, month) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}
