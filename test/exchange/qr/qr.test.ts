import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressToQr, qrToPath } from '#exchange/qr/qr.ts';

const digits = (length: number) => Array.from({ length }, (_, at) => String((at * 7 + (at >> 2)) % 10)).join('');

test('digits lie in numeric mode: an address of a thousand digits needs no more than version 15', () => {
  expect(addressToQr(`https://passport.example.org/#1${digits(1_000)}`).version).toBe(14);
  expect(addressToQr(`https://passport.example.org/#1${digits(1_150)}`).version).toBe(15);
  expect(addressToQr(`https://passport.example.org/#1${digits(7_000)}`).version).toBeLessThanOrEqual(40);
});

test('a code is a square of its version, with the three corner marks', () => {
  const { version, size, modules } = addressToQr('https://passport.example.org/#1234567890');
  expect(size).toBe(4 * version + 17);
  expect(modules).toHaveLength(size * size);
  const corner = (x: number, y: number) => [0, 1, 2, 3, 4, 5, 6].map((at) => modules[y * size + x + at]).join('');
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    expect([corner(x, y), corner(x, y + 1), corner(x, y + 6)]).toEqual(['1111111', '1000001', '1111111']);
  }
});

test('the path draws every dark module once and nothing in the quiet zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 400 }), fc.constantFrom(0, 4), (length, quietZone) => {
      const qr = addressToQr(`https://a.example/#1${digits(length)}`);
      const path = qrToPath(qr, quietZone);
      expect(path.size).toBe(qr.size + 2 * quietZone);
      const drawn = new Uint8Array(qr.size * qr.size);
      for (const [, x, y, width] of path.d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
        for (let at = 0; at < Number(width); at += 1) {
          const place = (Number(y) - quietZone) * qr.size + Number(x) - quietZone + at;
          drawn[place] = (drawn[place] ?? 0) + 1;
        }
      }
      expect(drawn).toEqual(qr.modules);
    }),
    { numRuns: 20 },
  );
});

test('the same address makes the same code', () => {
  const address = `https://a.example/#1${digits(700)}`;
  expect(addressToQr(address)).toEqual(addressToQr(address));
});
