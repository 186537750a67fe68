import { ByteWriter } from './bytes.ts';

/** Ends each text. No UTF-8 text holds this byte (RFC 3629 §1), so nothing has to be escaped, NUL included. */
const end = 0xff;

/**
 * Every text of a card in one block, in the order the structure asks for them: alike things lie together and deflate
 * well. A lone surrogate becomes U+FFFD, the one thing a code does not carry as it was.
 */
export class TextWriter {
  readonly #encoder = new TextEncoder();
  readonly #block = new ByteWriter();

  text(text: string): void {
    this.#block.bytes(this.#encoder.encode(text));
    this.#block.byte(end);
  }

  toBytes(): Uint8Array {
    return this.#block.toBytes();
  }
}

/** Reads an untrusted block: strict UTF-8. A text too many, or a broken one, is '' and sets `bad` for good. */
export class TextReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #block: Uint8Array;
  #at = 0;
  bad = false;

  constructor(block: Uint8Array) {
    this.#block = block;
  }

  get left(): number {
    return this.#block.length - this.#at;
  }

  text(): string {
    const to = this.#block.indexOf(end, this.#at);
    if (to >= 0) {
      const bytes = this.#block.subarray(this.#at, to);
      this.#at = to + 1;
      try {
        return this.#decoder.decode(bytes);
      } catch {
        // Not UTF-8.
      }
    }
    this.bad = true;
    return '';
  }
}
