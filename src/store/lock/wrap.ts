import { makeSealer } from '#store/seal.ts';

/** A lock's key, sealed under what a secret made. */
export type Wrapped = { readonly iv: Uint8Array<ArrayBuffer>; readonly ct: Uint8Array<ArrayBuffer> };

type Key = Uint8Array<ArrayBuffer>;

/** Of every key here. */
export const keyBytes = 32;

/** Bound into everything below. A shipped number is never given another meaning. */
const version = 1;

const labelOf = (use: string) => ({ table: 'lock', id: use, seq: 0 });

/** `use` says what the wrapped key is for: in another place it does not open. */
export async function wrap(under: Key, use: string, key: Key): Promise<Wrapped> {
  const { iv, ct } = await (await makeSealer(under, version)).sealBytes(labelOf(use), key);
  return { iv, ct: new Uint8Array(ct) };
}

/** Null when `under` is not the key it was wrapped with, or when it is damaged or meant for something else. */
export async function unwrap(under: Key, use: string, { iv, ct }: Wrapped): Promise<Key | null> {
  const box = { epoch: version, iv, ct: ct.slice().buffer };
  return (await makeSealer(under, version)).openBytes(labelOf(use), box);
}

/** A key for one use, from a secret that no one can guess (HKDF-SHA-256, RFC 5869). */
export async function derive(secret: Key, salt: Uint8Array<ArrayBuffer>, use: string): Promise<Key> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`mf-lock|${version}|${use}`);
  const wish = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(wish, base, 8 * keyBytes));
}
