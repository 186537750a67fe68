import { argon2id } from 'hash-wasm';
import type { Cost } from './cost.ts';

/** What `argon.worker.ts` is asked. */
export type StretchOrder = { readonly secret: Uint8Array; readonly salt: Uint8Array; readonly cost: Cost };

/** Argon2id (RFC 9106), one lane, 32 bytes. Throws where the memory cannot be had. Blocks its thread meanwhile. */
export async function stretchHere({ secret, salt, cost }: StretchOrder): Promise<Uint8Array<ArrayBuffer>> {
  const made = await argon2id({
    password: secret,
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(made);
}
