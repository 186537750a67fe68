import { crc32, deflateSync } from 'node:zlib';

/** Grey pixels, one byte each, row by row, as a PNG file (W3C PNG, greyscale, 8 bits, no filter). */
function greyToPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

type Modules = { readonly size: number; readonly modules: Uint8Array };

/** Codes side by side on white, each with its quiet zone of 4 modules, as a PNG file. */
export function codesToPng(codes: readonly Modules[], scale = 4): Buffer {
  const side = scale * (Math.max(...codes.map(({ size }) => size)) + 8);
  const width = side * codes.length;
  const pixels = new Uint8Array(width * side).fill(255);
  for (const [place, { size, modules }] of codes.entries()) {
    for (let y = 0; y < size * scale; y += 1) {
      for (let x = 0; x < size * scale; x += 1) {
        const dark = modules[Math.floor(y / scale) * size + Math.floor(x / scale)] === 1;
        if (dark) pixels[(y + 4 * scale) * width + place * side + x + 4 * scale] = 0;
      }
    }
  }
  return greyToPng(pixels, width, side);
}
