/** Chance from a seed: the same seed gives the same run of numbers on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = mix(mix(seed >>> 0) + 0x9e3779b9);
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    return mix(this.#state) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Small numbers often, large ones seldom. */
  few(most: number): number {
    return Math.floor(this.next() ** 3 * (most + 1));
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** One of the ways, each as often as its weight says. */
  way<T>(ways: readonly (readonly [weight: number, way: () => T])[]): T {
    let left = this.next() * ways.reduce((sum, [weight]) => sum + weight, 0);
    const found = ways.find(([weight]) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? (ways[0] as readonly [number, () => T]))[1]();
  }

  bytes(count: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    const mixed = [...list];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
    }
    return mixed;
  }
}

/** Spreads 32 bits: each bit in changes about half of those out. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
