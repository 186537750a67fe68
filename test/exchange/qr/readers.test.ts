import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { cardsToAddresses, gather, readAddress } from '#exchange/code/address.ts';
import { aeRoom, clinicRoom, fullRoom, packExtract, unpackCards } from '#exchange/code/pack.ts';
import { addressToQr } from '#exchange/qr/qr.ts';
import { makeScanner, type ScanReading } from '#exchange/qr/scan.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { personToChanges } from '../../passport/person.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { codesToPng } from '../../tools/png.ts';

const base = 'https://passport.example.org/';
const folder = mkdtempSync(join(tmpdir(), 'codes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const wasmPath = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const wasm = async () => Uint8Array.from(readFileSync(wasmPath)).buffer;
const scanner = makeScanner({ wasm });
const hasZbar = hasTool('zbarimg');

async function codes(room: typeof fullRoom, share = emptyShare('everything')) {
  const packed = await packExtract(pick(fold(personToChanges()), share, '2026-11-21'), room);
  return { shown: packed.shown, addresses: cardsToAddresses(packed.cards, base) };
}

/** What the reader's page does with scanned texts, in whatever order they came. */
async function rebuild(texts: readonly string[]): Promise<Extract> {
  const cards = texts.map((text) => {
    const read = readAddress(text);
    if (!read.ok) throw new Error(read.problem);
    return read.card;
  });
  const together = gather(cards);
  if (!together.ok) throw new Error(together.problem);
  expect(together.missing).toEqual([]);
  const read = await unpackCards(together.cards);
  if (!read.ok) throw new Error(read.problem);
  return read.extract;
}

function zbar(png: Uint8Array): readonly string[] {
  const path = join(folder, 'code.png');
  writeFileSync(path, png);
  const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', path], {
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(Boolean);
}

const textsOf = (read: ScanReading) => {
  if (!read.ok) throw new Error(read.problem);
  return read.texts;
};
const blobOf = (png: Uint8Array) => new Blob([Uint8Array.from(png)], { type: 'image/png' });

for (const [name, room, share] of [
  ['the A&E card', aeRoom, emptyShare('emergency')],
  ['the clinic card', clinicRoom, emptyShare('gp')],
  ['the full passport', fullRoom, emptyShare('everything')],
] as const) {
  test(`zxing reads ${name} from a picture of each code, in any order`, async () => {
    const { shown, addresses } = await codes(room, share);
    const read: string[] = [];
    for (const address of addresses) {
      const one = textsOf(await scanner.scanImage(blobOf(codesToPng([addressToQr(address)], 3))));
      expect(one).toEqual([address]);
      read.unshift(...one);
    }
    expect(await rebuild(read)).toEqual(shown);
  });

  test.skipIf(!hasZbar)(`zbarimg reads ${name} too (skipped where zbar-tools is not installed)`, async () => {
    const { shown, addresses } = await codes(room, share);
    const read = addresses.flatMap((address) => zbar(codesToPng([addressToQr(address)])));
    expect(read).toEqual(addresses);
    expect(await rebuild([...read].reverse())).toEqual(shown);
  });
}

test('all the codes in one picture are read at once', async () => {
  const { shown, addresses } = await codes(fullRoom);
  expect(addresses.length).toBeGreaterThan(1);
  const picture = codesToPng(addresses.map(addressToQr));
  const texts = textsOf(await scanner.scanImage(blobOf(picture)));
  expect([...texts].sort()).toEqual([...addresses].sort());
  expect(await rebuild(texts)).toEqual(shown);
});

test('pixels from a camera are read like a picture', async () => {
  const { addresses } = await codes(aeRoom, emptyShare('emergency'));
  const { size, modules } = addressToQr(addresses[0] ?? '');
  const scale = 3;
  const side = scale * (size + 8);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      if (modules[Math.floor(y / scale) * size + Math.floor(x / scale)] !== 1) continue;
      data.fill(0, 4 * ((y + 4 * scale) * side + x + 4 * scale), 4 * ((y + 4 * scale) * side + x + 4 * scale) + 3);
    }
  }
  const frame = { data, width: side, height: side, colorSpace: 'srgb' } as ImageData;
  expect(textsOf(await scanner.scanImage(frame))).toEqual(addresses);
});

test('nothing is fetched, and nothing loaded before the first picture', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const load = vi.fn(wasm);
  const fresh = makeScanner({ wasm: load });
  expect(load).not.toHaveBeenCalled();
  const { addresses } = await codes(aeRoom, emptyShare('emergency'));
  const picture = blobOf(codesToPng(addresses.map(addressToQr)));
  expect(textsOf(await fresh.scanImage(picture))).toEqual(addresses);
  expect(textsOf(await fresh.scanImage(picture))).toEqual(addresses);
  expect(load).toHaveBeenCalledTimes(1);
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

test('a picture without a code gives none, and a file that is no picture says so', async () => {
  expect(await scanner.scanImage(blobOf(codesToPng([{ size: 60, modules: new Uint8Array(3_600) }])))).toEqual({
    ok: true,
    texts: [],
  });
  expect(await scanner.scanImage(new Blob(['twenty tablets']))).toEqual({ ok: false, problem: 'picture-unread' });
});

test('a reader that could not be loaded says so, and is tried again', async () => {
  let isThere = false;
  const later = makeScanner({
    wasm: async () => {
      if (!isThere) throw new Error('offline');
      return wasm();
    },
  });
  const { addresses } = await codes(aeRoom, emptyShare('emergency'));
  const picture = blobOf(codesToPng(addresses.map(addressToQr)));
  expect(await later.scanImage(picture)).toEqual({ ok: false, problem: 'scanner-missing' });
  isThere = true;
  expect(textsOf(await later.scanImage(picture))).toEqual(addresses);
});

test("the browser's own detector is used where it finds the code", async () => {
  const seen: unknown[] = [];
  class BarcodeDetector {
    static getSupportedFormats = async () => ['qr_code'];
    detect = async (source: unknown) => {
      seen.push(source);
      return [{ rawValue: 'https://a.example/#1' }, { rawValue: 'https://a.example/#1' }];
    };
  }
  vi.stubGlobal('BarcodeDetector', BarcodeDetector);
  const unused = vi.fn(wasm);
  expect(await makeScanner({ wasm: unused }).scanImage(new Blob(['x']))).toEqual({
    ok: true,
    texts: ['https://a.example/#1'],
  });
  expect([seen.length, unused.mock.calls.length]).toEqual([1, 0]);
  vi.unstubAllGlobals();
});
