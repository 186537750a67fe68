import { scannerWasmUrl } from '#exchange/qr/wasm-url.ts';

/** Our own copy of the code reader, fetched when a code is first to be read, from this origin or the offline store. */
export async function scannerWasm(): Promise<ArrayBuffer> {
  const answer = await fetch(scannerWasmUrl);
  if (!answer.ok) throw new Error(`${answer.status} for the code reader`);
  return answer.arrayBuffer();
}
