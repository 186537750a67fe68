import { type Cost, light, strong } from './cost.ts';
import type { StretchOrder } from './stretch.ts';

/** 32 bytes that cost a guesser as much as they cost here; null when the memory or the worker cannot be had. */
export type Stretch = (secret: Uint8Array, salt: Uint8Array, cost: Cost) => Promise<Uint8Array<ArrayBuffer> | null>;

/** A slow old phone takes ten seconds; one that takes longer than this has lost its worker. */
const patience = 90_000;

/** Stretches in a worker of its own, made of `argon.worker.ts` and ended each time, so that its memory is given back. */
export function workerStretch(makeWorker: () => Worker): Stretch {
  return async (secret, salt, cost) => {
    let worker: Worker | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve) => {
        timer = setTimeout(() => resolve(null), patience);
        worker = makeWorker();
        worker.onmessage = ({ data }: MessageEvent<unknown>) =>
          resolve(data instanceof Uint8Array && data.length === 32 ? (data as Uint8Array<ArrayBuffer>) : null);
        worker.onerror = () => resolve(null);
        worker.postMessage({ secret, salt, cost } satisfies StretchOrder);
      });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
      worker?.terminate();
    }
  };
}

/** Stretches as strongly as this device can, and says at what cost; null when not even lightly. */
export async function stretchWell(
  stretch: Stretch,
  secret: Uint8Array,
  salt: Uint8Array,
): Promise<{ readonly made: Uint8Array<ArrayBuffer>; readonly cost: Cost } | null> {
  for (const cost of [strong, light]) {
    const made = await stretch(secret, salt, cost);
    if (made) return { made, cost };
  }
  return null;
}

/** A secret as it is stretched, once it was folded or is as it was typed. */
export function secretToBytes(secret: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(secret) as Uint8Array<ArrayBuffer>;
}
