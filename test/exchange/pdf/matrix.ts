import { generate } from 'lean-qr';
import type { CodeMatrix } from '#exchange/pdf/sheet.ts';

/** A QR code of exactly this version, as the PDF layer takes it. */
export function toMatrix(text: string, version: number): CodeMatrix {
  const code = generate(text, { minVersion: version, maxVersion: version });
  const modules = new Uint8Array(code.size * code.size);
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) modules[y * code.size + x] = code.get(x, y) ? 1 : 0;
  return { size: code.size, modules };
}
