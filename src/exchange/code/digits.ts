// Seven bytes are seventeen digits (2^56 < 10^17): 8.09 bits a byte in a QR code's numeric mode.
const group = 7;
const lengths = [0, 3, 5, 8, 10, 13, 15, 17] as const;

/** How many digits so many bytes take. */
export function digitsFor(bytes: number): number {
  return Math.floor(bytes / group) * 17 + (lengths[bytes % group] as number);
}

/** How many bytes so many digits have room for. */
export function bytesWithin(digits: number): number {
  return Math.floor(digits / 17) * group + lengths.findLastIndex((length) => length <= digits % 17);
}

export function bytesToDigits(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += group) {
    const part = bytes.subarray(at, at + group);
    const value = part.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    groups.push(String(value).padStart(lengths[part.length] as number, '0'));
  }
  return groups.join('');
}

/** The bytes that `bytesToDigits` made these from; null when it made no such digits. */
export function digitsToBytes(digits: string): Uint8Array | null {
  const size = bytesWithin(digits.length);
  if (!/^\d*$/.test(digits) || digitsFor(size) !== digits.length) return null;
  const bytes = new Uint8Array(size);
  for (let at = 0, from = 0; at < size; at += group, from += 17) {
    const length = Math.min(group, size - at);
    let value = BigInt(digits.slice(from, from + 17));
    for (let place = at + length - 1; place >= at; place -= 1) {
      bytes[place] = Number(value & 255n);
      value >>= 8n;
    }
    if (value > 0n) return null;
  }
  return bytes;
}
