import { parts } from '#passport/catalogue.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { type Extract, type ExtractRecord, emptyShare, pick } from '#passport/extract.ts';
import type { Field, Value } from '#passport/field.ts';
import { emptyPassport, fold, type Passport } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import type { ReaderId } from '#passport/readers.ts';
import { offered } from '#passport/terms.ts';
import { editsToChanges } from '#passport/write.ts';

export const today = '2026-11-21';

export function examplePassport(): Passport {
  let made = 0;
  const random = (count: number) => {
    made += 1;
    return Uint8Array.from({ length: count }, (_, place) => (made >> (place % 4)) + place);
  };
  const world = { now: () => new Date('2026-11-21T10:00:00.000Z'), random };
  return fold(editsToChanges(emptyPassport, exampleEdits(), { by: '', lang: 'en-GB' }, world));
}

export function exampleExtract(reader: ReaderId): Extract {
  return pick(examplePassport(), emptyShare(reader), today, true);
}

/** An extract with the given records in the parts named and nothing of the others. */
export function extractOf(
  records: Readonly<Record<string, readonly ExtractRecord[]>>,
  more: Partial<Extract> = {},
): Extract {
  return {
    reader: 'gp',
    made: today,
    lang: 'en-GB',
    example: false,
    leftOut: {},
    shortened: {},
    parts: Object.entries(records).map(([part, told]) => ({
      part,
      checked: null,
      written: '2026-11',
      none: false,
      records: told,
    })),
    ...more,
  };
}

/** Values as an extract holds them, all in one language. */
export function told(values: Readonly<Record<string, Value>>, lang = 'en-GB'): ExtractRecord {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, lang }]));
}

/** Every field of every part filled, each with text that is found nowhere else; `many` records in each list. */
export function everything(many: number, lang = 'en-GB', textOf = (key: string) => key): Extract {
  const records = (part: Part) =>
    Array.from({ length: part.many ? many : 1 }, (_, place) =>
      Object.fromEntries(
        [...Object.keys(part.fields), 'translation', 'translator'].map((id) => [
          id,
          { value: anyOf(fieldOf(part, id) as Field, textOf(`${part.id}~${id}~${place}`), place), lang },
        ]),
      ),
    );
  return extractOf(Object.fromEntries(parts.map((part) => [part.id, records(part)])));
}

function anyOf(field: Field, text: string, place: number): Value {
  const terms = field.set ? offered(field.set) : [];
  switch (field.kind) {
    case 'text':
    case 'long':
    case 'date':
      return text;
    case 'term':
      return terms[place % terms.length] ?? { own: text };
    case 'link':
      return { own: text };
    case 'terms':
      return [...terms, { own: text }];
    case 'steps':
    case 'order':
      return [text, `${text} then`];
    case 'contacts':
      return [{ name: text, phone: '07700 900123', when: `${text} when` }];
    case 'yes':
      return true;
  }
}
