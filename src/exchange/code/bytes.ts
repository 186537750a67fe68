/** Largest number a varint may hold: far above any count, length or tag, and safe for 32-bit arithmetic. */
const largestNumber = 2 ** 31 - 1;

/** Bytes written one after another. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.bytes(Uint8Array.of(value));
  }

  bytes(more: Uint8Array): void {
    if (this.#length + more.length > this.#bytes.length) {
      const grown = new Uint8Array(2 * (this.#length + more.length));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(more, this.#length);
    this.#length += more.length;
  }

  /** A whole number from 0 to `largestNumber`, seven bits a byte, lowest first (LEB128). */
  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/**
 * Reads untrusted bytes. A read beyond the end, or a number that is too large, gives 0 and sets `bad`, which never
 * clears: the caller may read on and look once, and every loop stops at `bad`.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  bad = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  get at(): number {
    return this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) {
      this.bad = true;
      return 0;
    }
    this.#at += 1;
    return value;
  }

  varint(): number {
    let value = 0;
    for (let place = 0; place < 5; place += 1) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** (7 * place);
      if (byte < 128) {
        if (value <= largestNumber && (byte !== 0 || place === 0)) return value;
        break;
      }
    }
    this.bad = true;
    return 0;
  }

  /** A varint that says how many things follow, each at least one byte long: more than are left is bad. */
  count(): number {
    const value = this.varint();
    if (value <= this.left) return value;
    this.bad = true;
    return 0;
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) {
      this.bad = true;
      return new Uint8Array();
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
