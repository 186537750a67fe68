import { readFileSync } from 'node:fs';

type Kind = 'flare' | 'emergency' | 'asking' | 'forged';
type Stored = { passphrase: string; recovery: string; lock: string; lockKey: string; open: Record<Kind, string> };

const stored = JSON.parse(readFileSync(new URL('../../fixtures/lock-v1.json', import.meta.url), 'utf8')) as Stored;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/**
 * A lock of version 1 that leaves the A&E card open, and files of what opened without it. Whatever is private today has
 * HARDWORDS in it: `emergency` and `asking` hold what was hard to say, `forged` every other private thing too.
 */
export const lockV1 = {
  passphrase: stored.passphrase,
  recovery: stored.recovery,
  lock: bytesOf(stored.lock),
  lockKey: bytesOf(stored.lockKey),
  open: {
    flare: bytesOf(stored.open.flare),
    emergency: bytesOf(stored.open.emergency),
    asking: bytesOf(stored.open.asking),
    forged: bytesOf(stored.open.forged),
  },
};
