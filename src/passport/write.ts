import { partOf } from './catalogue.ts';
import { type Change, gonePart } from './change.ts';
import type { Value } from './field.ts';
import { entryValue, headOf, type Passport, recordOf } from './fold.ts';

/** Where the clock and randomness come from: made once in main, passed down. */
export type World = {
  // biome-ignore lint/style/noRestrictedGlobals: a type, not a clock
  readonly now: () => Date;
  /** `count` random bytes. */
  readonly random: (count: number) => Uint8Array;
};

/** Who is writing, and in which language. `by` is '' for the person themselves. */
export type Writer = { readonly by: string; readonly lang: string };

export type Edit = {
  readonly part: string;
  readonly record: string;
  readonly set?: Readonly<Record<string, Value | null>>;
  readonly removed?: boolean;
  /** The language of the words in `set`, where it is not the writer's. */
  readonly lang?: string;
};

/** 96 random bits as 16 letters: an id that no other device will make. */
export function newId(world: World): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return [...world.random(16)].map((byte) => letters[byte & 63]).join('');
}

/**
 * Edits as changes that come after everything in the passport. Whoever adds a record to a list takes back "none that I
 * know of": the change that says so goes with it.
 */
export function editsToChanges(
  passport: Passport,
  edits: readonly Edit[],
  writer: Writer,
  world: World,
): readonly Change[] {
  const at = world.now().toISOString();
  const all = [...edits, ...noneTakenBack(passport, edits)];
  return all.map((edit, place) => ({ id: newId(world), n: passport.n + 1 + place, at, ...writer, ...edit }));
}

function noneTakenBack(passport: Passport, edits: readonly Edit[]): readonly Edit[] {
  const filled = new Set(
    edits.filter((edit) => edit.record !== edit.part && edit.removed !== true).map(({ part }) => part),
  );
  return [...filled].flatMap((id) => {
    const part = partOf(id);
    const isSaid = part?.canBeNone === true && entryValue(part, headOf(passport, part), 'none') === true;
    const isSaidNow = edits.some((edit) => edit.part === id && edit.set?.['none'] === true);
    return isSaid || isSaidNow ? [{ part: id, record: id, set: { none: null } }] : [];
  });
}

/** What is left of records, or of single changes, that are removed for ever: their random ids and nothing else. */
export function idsToTombstones(passport: Passport, ids: readonly string[], world: World): readonly Change[] {
  return ids.map((record, place) => ({
    id: newId(world),
    n: passport.n + 1 + place,
    at: '',
    by: '',
    lang: '',
    part: gonePart,
    record,
    removed: true,
  }));
}

/** The edit that puts back what stood before `edit`, as the passport was then. */
export function undoOf(before: Passport, edit: Edit): Edit {
  const record = recordOf(before, edit.part, edit.record);
  const fields = Object.keys(edit.set ?? {});
  const set = Object.fromEntries(fields.map((field) => [field, record?.entries[field]?.value ?? null]));
  const wasThere = record !== undefined && !record.removed;
  const lang = fields.map((field) => record?.entries[field]?.lang).find((one) => one !== undefined);
  return {
    part: edit.part,
    record: edit.record,
    ...(lang === undefined ? {} : { lang }),
    ...(fields.length > 0 ? { set } : {}),
    ...(edit.removed !== undefined || !record ? { removed: !wasThere } : {}),
  };
}
