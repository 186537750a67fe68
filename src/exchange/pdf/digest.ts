/**
 * 128 bits over bytes, as 32 hexadecimal digits: names a file and its font subsets by what is in them, so that the
 * same input gives the same bytes. Four FNV-1a lanes with different starts, mixed at the end. Not a cryptographic hash.
 */
export function digest(bytes: Uint8Array): string {
  const lanes = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let at = 0; at < bytes.length; at += 1) {
    const lane = at & 3;
    lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ (bytes[at] ?? 0), 0x01000193);
  }
  let carry = bytes.length;
  return lanes
    .map((lane) => {
      carry = Math.imul(carry ^ (lane ?? 0), 0x2c1b3c6d);
      carry ^= carry >>> 15;
      carry = Math.imul(carry, 0x297a2d39);
      carry ^= carry >>> 13;
      return (carry >>> 0).toString(16).padStart(8, '0');
    })
    .join('')
    .toUpperCase();
}
