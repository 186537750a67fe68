import type { Contact, Field } from '#passport/field.ts';
import type { FieldId, Part } from '#passport/part.ts';
import type { TermOf, TermSet } from '#passport/terms.ts';
import type { Edit } from '#passport/write.ts';

/** An edit that says its own language, which goes before the writer's. */
export type ExampleEdit = Edit & { readonly lang: string };

// A wrong field, term or link does not compile.
type Own = { readonly own: string };
type Pick<F extends Field> =
  | (F extends { set: infer S extends TermSet } ? TermOf<S> : never)
  | (F extends { own: true } ? Own : never);
type Written<F extends Field> = F['kind'] extends 'text' | 'long' | 'date'
  ? string
  : F['kind'] extends 'term'
    ? Pick<F>
    : F['kind'] extends 'terms'
      ? readonly Pick<F>[]
      : F['kind'] extends 'link'
        ? MemberId | Own
        : F['kind'] extends 'contacts'
          ? readonly Contact[]
          : F['kind'] extends 'yes'
            ? true
            : readonly string[];
type Set<P extends Part> = { readonly [F in FieldId<P>]?: Written<P['fields'][F]> } & {
  readonly translation?: string;
  readonly translator?: string;
};
type MemberId = 'example-osei' | 'example-pike' | 'example-yusuf' | 'example-clinic' | 'example-mehta';

const lang = 'en-GB';

/** The one record of a part. */
export function only<P extends Part>(part: P, set: Set<P>): readonly ExampleEdit[] {
  return [{ part: part.id, record: part.id, lang, set: set as NonNullable<Edit['set']> }];
}

/** The records of a list in their order, each under `example-` and its name here. */
export function many<P extends Part>(part: P, records: Readonly<Record<string, Set<P>>>): readonly ExampleEdit[] {
  const edits = Object.entries(records).map(([id, set]) => ({
    record: `example-${id}`,
    set: set as NonNullable<Edit['set']>,
  }));
  const order = edits.map((edit) => edit.record);
  return [
    { part: part.id, record: part.id, lang, set: { order } },
    ...edits.map((edit) => ({ part: part.id, lang, ...edit })),
  ];
}

/** Every part that holds one of the edits said to be still right on that ISO day, after all of them. */
export function checkedOn(day: string, edits: readonly ExampleEdit[]): readonly ExampleEdit[] {
  const parts = [...new Set(edits.map(({ part }) => part))];
  return parts.map((part) => ({ part, record: part, lang, set: { checked: day } }));
}
