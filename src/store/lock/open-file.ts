import { partOf } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { type ExtractPart, type ExtractRecord, emptyShare, pick } from '#passport/extract.ts';
import type { Value } from '#passport/field.ts';
import { fieldValue, fold, headOf, type Passport } from '#passport/fold.ts';
import { fieldOf } from '#passport/part.ts';
import { flare } from '#passport/parts/flare.ts';
import { isPrivateField, isPrivatePart } from '#passport/private.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { makeSealer, newKey } from '#store/seal.ts';
import type { Opens } from './lock.ts';

type Kind = Exclude<Opens, 'nothing'>;

/** The fields flare mode shows, and no other of the plan. */
const flareFields = ['steps', 'contacts', 'urgent', 'helps', 'medicines', 'restart'] as const;

/**
 * What opens without the passphrase, as changes that fold into a small passport: for 'flare' what flare mode shows of
 * the plan, for 'emergency' what the summary for A&E gives when nothing was ticked for it. Only values as they stand
 * now: nothing private, no history, no dates, no authors, no ids of the real records.
 */
export function openChanges(passport: Passport, kind: Kind): readonly Change[] {
  return (kind === 'flare' ? flarePlan(passport) : emergencyCard(passport)).map((change, at) => ({
    id: `open-${at}`,
    n: at + 1,
    at: '',
    by: '',
    ...change,
  }));
}

type Opened = Required<Pick<Change, 'lang' | 'part' | 'record' | 'set'>>;

function flarePlan(passport: Passport): readonly Opened[] {
  const record = headOf(passport, flare);
  if (!record || record.removed || isPrivatePart(flare)) return [];
  return flareFields.flatMap((field) => {
    const value = fieldValue(flare, record, field);
    if (value === null || isPrivateField(flare, field)) return [];
    return [{ part: flare.id, record: flare.id, lang: record.entries[field]?.lang ?? '', set: { [field]: value } }];
  });
}

/** Made from what a reader would be given, and not from the passport: what is not told cannot be in it. */
function emergencyCard(passport: Passport): readonly Opened[] {
  return pick(passport, emptyShare('emergency'), '').parts.flatMap((picked) => {
    const { part, checked, none, records } = picked;
    const head = { ...(checked === null ? {} : { checked }), ...(none ? { none } : {}) };
    const headed = Object.keys(head).length > 0 ? [{ part, record: part, lang: '', set: head }] : [];
    const isList = partOf(part)?.many === true;
    return [...headed, ...records.flatMap((told, at) => recordToChanges(picked, isList ? `r${at}` : part, told))];
  });
}

/** One change for each language the record is in. */
function recordToChanges({ part }: ExtractPart, record: string, told: ExtractRecord): readonly Opened[] {
  const sets = new Map<string, Record<string, Value>>();
  for (const [field, { value, lang }] of Object.entries(told)) {
    sets.set(lang, { ...sets.get(lang), ...conditionsOf(part, field, told), [field]: value });
  }
  return [...sets].map(([lang, set]) => ({ part, record, lang, set }));
}

/** What must stand beside a field for it to be told, where that is not told itself. That it is told says as much. */
function conditionsOf(part: string, field: string, told: ExtractRecord): Record<string, Value> {
  const known = partOf(part);
  const { when, toldWhen } = (known && fieldOf(known, field)) ?? {};
  const needed = [when, toldWhen].filter((condition) => condition !== undefined);
  return Object.fromEntries(needed.filter((one) => !Object.hasOwn(told, one.field)).map((one) => [one.field, one.is]));
}

/** What opens without the passphrase: a passport with these few parts and no more. */
export type OpenPages = { readonly kind: Kind; readonly passport: Passport };

export function openFileName(name: string): string {
  return `${name}-open`;
}

const magic = 0x4d464f31;
const kinds = ['flare', 'emergency'] as const;
const keyAt = 5;
const ivAt = keyAt + 32;
const ctAt = ivAt + 12;

/**
 * The file of what opens without the passphrase: `MFO1`, the kind, a key of its own, and the one byte format sealed
 * under it. The key lies beside what it opens, so that words do not lie on the disk in clear, and so that overwriting
 * the file in place takes the key away from whatever is left of older ones. It keeps no one out.
 */
export async function encodeOpenFile(kind: Kind, changes: readonly Change[]): Promise<Uint8Array<ArrayBuffer>> {
  const key = newKey();
  const { iv, ct } = await (await makeSealer(key, 0)).sealBytes(labelOf(kind), await encodeDownload(changes, ''));
  const bytes = new Uint8Array(ctAt + ct.byteLength);
  new DataView(bytes.buffer).setUint32(0, magic);
  bytes[4] = kinds.indexOf(kind) + 1;
  bytes.set(key, keyAt);
  bytes.set(iv, ivAt);
  bytes.set(new Uint8Array(ct), ctAt);
  return bytes;
}

/** Null for a file that is blank, damaged, or of another kind. */
export async function decodeOpenFile(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPages | null> {
  if (bytes.length <= ctAt) return null;
  const kind = kinds[(bytes[4] ?? 0) - 1];
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== magic || kind === undefined) return null;
  const sealer = await makeSealer(bytes.slice(keyAt, ivAt), 0);
  const box = { epoch: 0, iv: bytes.slice(ivAt, ctAt), ct: bytes.slice(ctAt).buffer };
  const opened = await sealer.openBytes(labelOf(kind), box);
  const read = opened && (await readDownload(opened));
  return read?.ok ? { kind, passport: fold(read.changes) } : null;
}

function labelOf(kind: Kind) {
  return { table: 'open', id: kind, seq: 0 };
}
