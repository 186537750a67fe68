import { type Passport, recordOf } from '#passport/fold.ts';
import { pages } from '#passport/parts/pages.ts';
import type { Edit } from '#passport/write.ts';
import { type PassphraseSlot, readSlot } from './lock/slots.ts';
import { keyBytes, unwrap, wrap } from './lock/wrap.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A key of the pages' own database. */
export type PagesKey = { readonly raw: Bytes; readonly epoch: number };

/**
 * Where the private pages are and what opens them. It stands in the main log, sealed with it and so under its lock, and
 * on this device only. Keys are base64, newest first; under a passphrase each is wrapped with the key in the slot.
 */
export type Home = {
  readonly name: string;
  readonly keys: readonly { readonly epoch: number; readonly key: string }[];
  readonly slot: PassphraseSlot | null;
};

const field = 'home';
const pagesMark = 'mfp-';

/** The name of a database of private pages, made of a random id: it begins as no passport's does. */
export function pagesName(id: string): string {
  return `${pagesMark}${id}`;
}

export function isPagesName(name: string): boolean {
  return name.startsWith(pagesMark);
}

/** What the main log says now; null when there are no pages, or nothing this version can read. */
export function homeOf(passport: Passport): Home | null {
  return readHome(recordOf(passport, pages.id, pages.id)?.entries[field]?.value);
}

/** True for a change that says where the pages are. */
export function isHomeChange({ part, record, set }: Edit): boolean {
  return part === pages.id && record === pages.id && set !== undefined && Object.hasOwn(set, field);
}

export function homeToEdit(home: Home | null): Edit {
  const value = home && {
    name: home.name,
    keys: home.keys,
    ...(home.slot ? { slot: slotToText(home.slot) } : {}),
  };
  return { part: pages.id, record: pages.id, set: { [field]: value as never } };
}

/** The keys of a home, newest first, opened with the key from its slot where it has one; those that do not open are left out. */
export async function keysOf({ name, keys }: Home, slotKey: Bytes | null): Promise<readonly PagesKey[]> {
  const opened = await Promise.all(
    keys.map(async ({ epoch, key }) => {
      const held = toBytes(key);
      const raw = slotKey
        ? await unwrap(slotKey, bound(name, epoch), { iv: held.slice(0, 12), ct: held.slice(12) })
        : held;
      return raw?.length === keyBytes ? { raw, epoch } : null;
    }),
  );
  return opened.filter((key) => key !== null);
}

/** One key as it stands in a home. */
export async function keyToHome(
  name: string,
  { raw, epoch }: PagesKey,
  slotKey: Bytes | null,
): Promise<Home['keys'][0]> {
  if (!slotKey) return { epoch, key: toText(raw) };
  const { iv, ct } = await wrap(slotKey, bound(name, epoch), raw);
  return { epoch, key: toText(new Uint8Array([...iv, ...ct])) };
}

const bound = (name: string, epoch: number) => `mf-pages|1|${name}|${epoch}`;

function readHome(value: unknown): Home | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, keys, slot } = value as Record<string, unknown>;
  if (typeof name !== 'string' || !Array.isArray(keys) || !keys.every(isKey)) return null;
  const read = slot === undefined ? null : textToSlot(slot);
  return read === undefined ? null : { name, keys, slot: read };
}

function isKey(value: unknown): value is Home['keys'][0] {
  const { epoch, key } = (value ?? {}) as Record<string, unknown>;
  return Number.isSafeInteger(epoch) && typeof key === 'string';
}

function slotToText({ kind, cost, fold, salt, iv, ct }: PassphraseSlot) {
  return { kind, cost, ...(fold ? { fold } : {}), salt: toText(salt), iv: toText(iv), ct: toText(ct) };
}

function textToSlot(value: unknown): PassphraseSlot | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const bytes = Object.entries(value).map(([id, held]) => [
    id,
    typeof held === 'string' && id !== 'kind' ? toBytes(held) : held,
  ]);
  const slot = readSlot(Object.fromEntries(bytes));
  return slot?.kind === 'passphrase' ? slot : undefined;
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Empty for what is not base64. */
function toBytes(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
