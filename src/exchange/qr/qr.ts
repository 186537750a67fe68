import { correction, generate, mode } from 'lean-qr';

/** A QR code (ISO/IEC 18004) as numbers: `modules` row by row, 1 for dark, without the quiet zone. */
export type QrCode = { readonly version: number; readonly size: number; readonly modules: Uint8Array };

/**
 * An address as the smallest code that holds it, at error correction L or, where that costs no larger code, better:
 * bytes up to the `#`, numeric mode for the digits after it. An address longer than version 40-L is a bug of the
 * caller's: the rooms of `pack.ts` all fit.
 */
export function addressToQr(address: string): QrCode {
  const from = address.lastIndexOf('#') + 1;
  const bytes = mode.bytes(new TextEncoder().encode(address.slice(0, from)));
  const bitmap = generate(mode.multi(bytes, mode.numeric(address.slice(from))), { minCorrectionLevel: correction.L });
  const { size } = bitmap;
  const modules = Uint8Array.from({ length: size * size }, (_, at) =>
    bitmap.get(at % size, Math.floor(at / size)) ? 1 : 0,
  );
  return { version: (size - 17) / 4, size, modules };
}

/** The dark modules as one SVG path, a square of `size` units with the quiet zone (4 modules in the standard) around. */
export function qrToPath(qr: QrCode, quietZone = 4): { readonly size: number; readonly d: string } {
  const runs: string[] = [];
  for (let y = 0; y < qr.size; y += 1) {
    for (let x = 0; x < qr.size; x += 1) {
      let length = 0;
      while (x + length < qr.size && qr.modules[y * qr.size + x + length] === 1) length += 1;
      if (length > 0) runs.push(`M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`);
      x += length;
    }
  }
  return { size: qr.size + 2 * quietZone, d: runs.join('') };
}
