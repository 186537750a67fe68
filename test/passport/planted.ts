import fc from 'fast-check';
import { parts } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import type { Choice, Field, Value } from '#passport/field.ts';
import { fold, type Passport } from '#passport/fold.ts';
import { fieldsOf, type Part } from '#passport/part.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import type { Share } from '#passport/telling.ts';
import { terms } from '#passport/terms.ts';

/** What is private, written down once more by hand: the test fails when the catalogue says otherwise. */
export const privateFields = [
  'me/alone',
  'visit/hardHow',
  'visit/hardToSay',
  'medicines/reallyTake',
  'problems/original',
  'problems/apart',
];
export const privateParts = ['pages'];
const heldBack = { part: 'problems', has: 'original', lacks: 'status' };

const catalogue: readonly Part[] = parts;
const letters = 'abcdefghijklmnop';

/** A word of letters alone, found nowhere else: no bidi mark, line end or capital ever comes inside it. */
export function markerOf(number: number): string {
  const digits = [12, 8, 4, 0].map((shift) => letters[(number >> shift) & 15]).join('');
  return `zq${digits}qz`;
}

/** The numbers of all markers in a text, whatever became of their capitals. */
export function markersIn(text: string): ReadonlySet<number> {
  return new Set(
    [...text.matchAll(/zq([a-p]{4})qz/gi)].map(([, digits = '']) =>
      [...digits.toLowerCase()].reduce((number, letter) => number * 16 + letters.indexOf(letter), 0),
    ),
  );
}

/** Where one marker was planted. */
export type Plant = { readonly part: string; readonly record: string; readonly field: string };

export type Planted = {
  /** The person's own log, and that of their private pages. */
  readonly changes: readonly Change[];
  readonly pages: readonly Change[];
  readonly plants: readonly Plant[];
};

type Recipe = {
  readonly place: number;
  readonly record: number;
  readonly fields: number;
  readonly variant: number;
  readonly turn: number;
  readonly lang: string;
};

const recipe: fc.Arbitrary<Recipe> = fc.record({
  place: fc.nat(catalogue.length - 1),
  record: fc.nat(2),
  fields: fc.nat(0x7fffffff),
  variant: fc.nat(0xffff),
  turn: fc.nat(15),
  lang: fc.constantFrom('en-GB', 'pl', 'ar', ''),
});

/** A log with a marker of its own in every text of every field, and a log of private pages beside it. */
export const anyPlanted: fc.Arbitrary<Planted> = fc
  .array(recipe, { minLength: 1, maxLength: 9 })
  .map((recipes) => plant(recipes));

function plant(recipes: readonly Recipe[]): Planted {
  const plants: Plant[] = [];
  const changes: Change[] = [];
  const pages: Change[] = [];
  for (const [at, { place, record: which, fields: mask, variant, turn, lang }] of recipes.entries()) {
    const part = catalogue[place] as Part;
    const record = part.many ? (turn === 15 ? part.id : `r${which}`) : part.id;
    const all = Object.keys(fieldsOf(part)).filter((id) => id !== 'order');
    // now and then one field and nothing beside it
    const ids = all.filter((_, bit) => (variant % 4 === 0 ? mask % all.length === bit : (mask >> (bit % 31)) & 1));
    const set = Object.fromEntries(
      ids.map((id) => {
        plants.push({ part: part.id, record, field: id });
        const field = fieldsOf(part)[id] as Field;
        return [
          id,
          (variant + id.length) % 11 === 0 ? null : plantedValue(field, markerOf(plants.length - 1), variant),
        ];
      }),
    );
    const change: Change = {
      id: `c${at}`,
      n: 1 + ((variant >> 3) % 9),
      at: '2026-11-20T10:00:00.000Z',
      by: turn % 5 === 0 ? 'Ada' : '',
      lang,
      part: part.id,
      record,
      set,
      ...(turn < 3 ? { removed: turn > 0 } : {}),
    };
    (privateParts.includes(part.id) ? pages : changes).push(change);
  }
  return { changes, pages, plants };
}

/** A value of the field's kind with the marker in every text of it, or now and then a term or a link. */
function plantedValue(field: Field, marker: string, variant: number): Value {
  const known = field.set ? Object.keys(terms[field.set]) : [];
  const term = known[variant % Math.max(1, known.length)];
  const isKnown = term !== undefined && variant % 3 > 0;
  switch (field.kind) {
    case 'text':
    case 'long':
    case 'date':
      return variant % 7 === 0 ? `${marker}\n${marker} 5-7` : marker;
    case 'term':
      return isKnown ? term : { own: marker };
    case 'link':
      return variant % 2 ? `r${variant % 3}` : { own: marker };
    case 'terms':
      return [...(isKnown ? [term as Choice] : []), { own: marker }];
    case 'steps':
    case 'order':
      return [marker, `${marker}\nslowly`];
    case 'contacts':
      return [{ name: marker, phone: marker, when: marker }];
    case 'yes':
      return true;
  }
}

/** A marker as it stands now in a record that is there. `key` is the tick it needs; null when it needs none. */
export type Standing = Plant & { readonly number: number; readonly key: string | null };

/** Every marker that stands: not overwritten, not in a record that was taken out. Worked out from the changes alone. */
export function standingIn({ changes, pages, plants }: Planted): readonly Standing[] {
  const passport = fold([...changes, ...pages]);
  return plants.flatMap(({ part, record, field }, number) => {
    const found = passport.parts[part]?.[record];
    const value = found?.entries[field]?.value;
    if (!found || found.removed || !markersIn(JSON.stringify(value ?? null)).has(number)) return [];
    const isHead = record === part && catalogue.some(({ id, many }) => id === part && many);
    const isHeld =
      part === heldBack.part && isWritten(found, heldBack.has) && !isWritten(found, heldBack.lacks) && !isHead;
    const isWhole = isHeld || privateParts.includes(part);
    const isField = privateFields.includes(`${part}/${field}`);
    // the head of a list is no record of it: nothing but when it was checked is ever told of it
    if (isHead) return [{ part, record, field, number, key: 'never' }];
    return [{ part, record, field, number, key: keyOf(part, record, field, isWhole, isField) }];
  });
}

function isWritten(record: Passport['parts'][string][string], field: string): boolean {
  const value = record.entries[field]?.value;
  return value !== null && value !== undefined && JSON.stringify(value) !== '[]';
}

function keyOf(part: string, record: string, field: string, isWhole: boolean, isField: boolean): string | null {
  if (isWhole && isField) return 'never';
  if (isWhole) return `${part}/${record}`;
  return isField ? `${part}/${record}/${field}` : null;
}

/** A share for a reader with some parts, records and private ticks; `mask` says which. */
export function shareOf(reader: ReaderId, ticks: readonly string[], mask: number): Share {
  const without = new Set<string>(readers[reader].without);
  if (mask % 4 === 0) without.add(catalogue[(mask >> 2) % catalogue.length]?.id ?? '');
  if (mask % 5 === 0) without.add(`medicines/r${mask % 3}`);
  const withPrivate = new Set(ticks.filter((_, at) => (mask >> (at % 29)) & 1));
  return { reader, without, withPrivate };
}

/**
 * Markers that may stand in lists of the person's own, history and what was taken out among them: ever written in a
 * field that is not private, of a record that is not private now.
 */
export function openEver({ changes, pages, plants }: Planted): ReadonlySet<number> {
  const passport = fold([...changes, ...pages]);
  const open = plants.flatMap(({ part, record, field }, number) => {
    const found = passport.parts[part]?.[record];
    const isHeld =
      part === heldBack.part && found && isWritten(found, heldBack.has) && !isWritten(found, heldBack.lacks);
    const isPrivate = isHeld || privateParts.includes(part) || privateFields.includes(`${part}/${field}`);
    return isPrivate ? [] : [number];
  });
  return new Set(open);
}
