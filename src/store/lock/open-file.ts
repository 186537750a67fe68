import { partOf } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { type ExtractPart, type ExtractRecord, emptyShare, pick } from '#passport/extract.ts';
import type { Field, Value } from '#passport/field.ts';
import { fieldValue, fold, headOf, type Passport } from '#passport/fold.ts';
import { fieldOf, fitsCard, type Part } from '#passport/part.ts';
import { flare } from '#passport/parts/flare.ts';
import { isPrivateField, isPrivatePart, openFields, openParts } from '#passport/private.ts';
import { readers } from '#passport/readers.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { makeSealer, newKey } from '#store/seal.ts';
import { type OpenKind, type Opens, opensToKinds } from './lock.ts';

/** The fields flare mode shows, and no other of the plan. */
const flareFields = ['steps', 'contacts', 'urgent', 'helps', 'medicines', 'restart'] as const;

/**
 * What opens without the passphrase, as changes that fold into a small passport: for 'flare' what flare mode shows of
 * the plan, for 'emergency' what the summary for A&E gives when nothing was ticked for it. Only values as they stand
 * now: nothing private, no history, no authors, no ids of the real records, and of dates only how old each part is.
 */
export function openChanges(passport: Passport, opens: Opens): readonly Change[] {
  const told = opensToKinds(opens).flatMap((kind) =>
    kind === 'flare' ? flarePlan(passport) : emergencyCard(passport),
  );
  return told.map((change, at) => ({ id: `open-${at}`, n: at + 1, by: '', ...change }));
}

/** Every field that may be among them, by part, in the order they are read: what the person is told before they choose. */
export function openContents(kind: OpenKind): readonly { readonly part: Part; readonly fields: readonly string[] }[] {
  if (kind === 'flare') return [{ part: flare, fields: flareFields.filter((field) => !isPrivateField(flare, field)) }];
  const { card, without } = readers.emergency;
  return openParts
    .filter(({ id }) => !(without as readonly string[]).includes(id))
    .map((part) => ({ part, fields: openFields(part).filter((id) => fitsCard(fieldOf(part, id) as Field, card)) }));
}

type Opened = Required<Pick<Change, 'at' | 'lang' | 'part' | 'record' | 'set'>>;

function flarePlan(passport: Passport): readonly Opened[] {
  const record = headOf(passport, flare);
  if (!record || record.removed || isPrivatePart(flare)) return [];
  return flareFields.flatMap((field) => {
    const value = fieldValue(flare, record, field);
    if (value === null || isPrivateField(flare, field)) return [];
    return [
      { at: '', part: flare.id, record: flare.id, lang: record.entries[field]?.lang ?? '', set: { [field]: value } },
    ];
  });
}

/** Made from what a reader would be given, and not from the passport: what is not told cannot be in it. */
function emergencyCard(passport: Passport): readonly Opened[] {
  return pick(passport, emptyShare('emergency'), '').parts.flatMap((picked) => {
    const { part, checked, written, none, records } = picked;
    const head = { ...(checked === null ? {} : { checked }), ...(none ? { none } : {}) };
    const headed = Object.keys(head).length > 0 ? [{ at: written ?? '', part, record: part, lang: '', set: head }] : [];
    const isList = partOf(part)?.many === true;
    // the check last: it stands only where it came after all that is told
    return [...records.flatMap((told, at) => recordToChanges(picked, isList ? `r${at}` : part, told)), ...headed];
  });
}

/** One change for each language the record is in. */
function recordToChanges({ part, written }: ExtractPart, record: string, told: ExtractRecord): readonly Opened[] {
  const sets = new Map<string, Record<string, Value>>();
  for (const [field, { value, lang }] of Object.entries(told)) {
    sets.set(lang, { ...sets.get(lang), ...conditionsOf(part, field, told), [field]: value });
  }
  return [...sets].map(([lang, set]) => ({ at: written ?? '', part, record, lang, set }));
}

/** What must stand beside a field for it to be told, where that is not told itself. That it is told says as much. */
function conditionsOf(part: string, field: string, told: ExtractRecord): Record<string, Value> {
  const known = partOf(part);
  const { when, toldWhen } = (known && fieldOf(known, field)) ?? {};
  const needed = [when, toldWhen].filter((condition) => condition !== undefined);
  return Object.fromEntries(needed.filter((one) => !Object.hasOwn(told, one.field)).map((one) => [one.field, one.is]));
}

/** What opens without the passphrase, each a passport with these few parts and no more; null where it was not chosen. */
export type OpenPages = Readonly<Record<OpenKind, Passport | null>>;

export function openFileName(name: string): string {
  return `${name}-open`;
}

/** `MFO1` held one kind; `MFO2` may hold both. */
const magics = [0x4d464f31, 0x4d464f32] as const;
const kindBytes = ['nothing', 'flare', 'emergency', 'both'] as const;
const keyAt = 5;
const ivAt = keyAt + 32;
const ctAt = ivAt + 12;

/**
 * The file of what opens without the passphrase: `MFO2`, the kinds, a key of its own, and the one byte format sealed
 * under it. The key lies beside what it opens, so that words do not lie on the disk in clear, and so that overwriting
 * the file in place takes the key away from whatever is left of older ones. It keeps no one out.
 */
export async function encodeOpenFile(opens: Opens, changes: readonly Change[]): Promise<Uint8Array<ArrayBuffer>> {
  const key = newKey();
  const { iv, ct } = await (await makeSealer(key, 0)).sealBytes(labelOf(2, opens), await encodeDownload(changes, ''));
  const bytes = new Uint8Array(ctAt + ct.byteLength);
  new DataView(bytes.buffer).setUint32(0, magics[1]);
  bytes[4] = kindBytes.indexOf(opens);
  bytes.set(key, keyAt);
  bytes.set(iv, ivAt);
  bytes.set(new Uint8Array(ct), ctAt);
  return bytes;
}

/**
 * What may be shown of the file, of any version: what it holds goes through today's rules once more, since what is
 * private now may not have been when it was written. Null for a file that is blank, damaged, or of another kind.
 */
export async function decodeOpenFile(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPages | null> {
  if (bytes.length <= ctAt) return null;
  const magic = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const version = magics.indexOf(magic as (typeof magics)[number]) + 1;
  const opens = kindBytes[bytes[4] ?? 0];
  if (version === 0 || opens === undefined || (version === 1 && opens === 'both')) return null;
  const sealer = await makeSealer(bytes.slice(keyAt, ivAt), 0);
  const box = { epoch: 0, iv: bytes.slice(ivAt, ctAt), ct: bytes.slice(ctAt).buffer };
  const opened = await sealer.openBytes(labelOf(version, opens), box);
  const read = opened && (await readDownload(opened));
  if (!read?.ok) return null;
  const held = fold(read.changes);
  const shown = (kind: OpenKind) => (opensToKinds(opens).includes(kind) ? fold(openChanges(held, kind)) : null);
  return { flare: shown('flare'), emergency: shown('emergency') };
}

function labelOf(version: number, opens: Opens) {
  return { table: 'open', id: version === 1 ? opens : `${version} ${opens}`, seq: 0 };
}
