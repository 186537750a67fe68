import { viewOf } from './truetype.ts';

/** A font file around its tables (OpenType 1.9, font file structure). */
export function writeSfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables).sort(([one], [two]) => (one < two ? -1 : 1));
  const file = new Uint8Array(entries.reduce((sum, [, { length }]) => sum + 16 + Math.ceil(length / 4) * 4, 12));
  const view = viewOf(file);
  const power = Math.floor(Math.log2(entries.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, entries.length * 16 - 2 ** power * 16);
  const sum = (from: number, to: number) => {
    let total = 0;
    for (let at = from; at < to; at += 4) total = (total + view.getUint32(at)) >>> 0;
    return total;
  };
  let at = 12 + entries.length * 16;
  let headAt = 0;
  entries.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16;
    const end = at + Math.ceil(bytes.length / 4) * 4;
    file.set(bytes, at);
    for (let letter = 0; letter < 4; letter += 1) file[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, sum(at, end));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    if (tag === 'head') headAt = at;
    at = end;
  });
  view.setUint32(headAt + 8, (0xb1b0afba - sum(0, file.length)) >>> 0);
  return file;
}
