import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What a tool outside the app says. */
export function run(tool: string, args: readonly string[], input?: Uint8Array): string {
  const { stdout, error } = spawnSync(tool, args, { encoding: 'utf8', ...(input ? { input } : {}) });
  if (error) throw error;
  return stdout;
}

/** The codes in a picture, by Debian's zbar. */
export function zbar(picture: Buffer): readonly string[] {
  const found = run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', '-'], picture);
  return found.split('\n').filter((line) => line.includes('#'));
}

const wasmPath = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(readFileSync(wasmPath)).buffer } });

/** The same by ZXing, with the version of each code. */
export async function zxing(picture: Buffer): Promise<readonly { text: string; version: string }[]> {
  const found = await readBarcodes(new Blob([Uint8Array.from(picture)]), { formats: ['QRCode'], tryHarder: true });
  return found.map(({ text, version }) => ({ text, version }));
}
