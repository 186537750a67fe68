import { partOf } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import type { Value } from '#passport/field.ts';
import { fold, type Passport } from '#passport/fold.ts';

/** The fields of one record. `enteredBy`, `inLang` and `takenOut` are of the record itself: no field has these names. */
type Row = Readonly<Record<string, Value>> & {
  readonly enteredBy?: string;
  readonly inLang?: string;
  readonly takenOut?: true;
};

/** A life as a reader of this repository would look it over: part by part, a list as its records by id. */
export type Table = {
  readonly id: string;
  /** Who it is, for the name of a test. */
  readonly who: string;
  /** The language most of it is written in. */
  readonly lang: string;
  /** Single parts by id. */
  readonly about: Readonly<Record<string, Row>>;
  /** Lists by id, each with its records by id, in the order they were written. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, Row>>>>;
  /** The day each part was last checked, by part; what is not here never was. */
  readonly checked: Readonly<Record<string, string>>;
};

export type Life = Pick<Table, 'id' | 'who' | 'lang'> & {
  readonly changes: readonly Change[];
  readonly passport: Passport;
};

/** The table as a log: one change a field, as a form writes them, a minute apart from 1 October 2026. */
export function tableToLife(table: Table): Life {
  const changes: Change[] = [];
  const add = (change: Omit<Change, 'id' | 'n' | 'at'>) => {
    const n = changes.length + 1;
    const at = new Date(Date.UTC(2026, 9, 1, 9, n)).toISOString();
    changes.push({ id: `${table.id}-${n}`, n, at, ...change });
  };
  const write = (part: string, record: string, { enteredBy = '', inLang, takenOut, ...fields }: Row) => {
    const lang = inLang ?? table.lang;
    for (const [field, value] of Object.entries(fields))
      add({ by: enteredBy, lang, part, record, set: { [field]: value } });
    if (takenOut) add({ by: enteredBy, lang, part, record, removed: true });
  };
  for (const [part, row] of Object.entries(table.about)) write(part, part, row);
  for (const [part, rows] of Object.entries(table.lists)) {
    for (const [id, row] of Object.entries(rows)) write(part, `${part}-${id}`, row);
  }
  for (const [part, day] of Object.entries(table.checked)) write(part, part, { checked: day });
  for (const { part } of changes) if (!partOf(part)) throw new Error(`${table.id}: there is no part ${part}`);
  return { id: table.id, who: table.who, lang: table.lang, changes, passport: fold(changes) };
}
