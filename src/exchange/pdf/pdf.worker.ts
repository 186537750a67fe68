import type { Resources } from './fonts.ts';
import { answerJob, FontMissing } from './pdf-answer.ts';
import type { PdfRequest } from './pdf-job.ts';

const opened = new Map<string, Promise<Resources>>();

async function readFont(name: string, base: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`fonts/${name}`, base)).catch(() => null);
  if (response === null || !response.ok) throw new FontMissing(name);
  return new Uint8Array(await response.arrayBuffer());
}

/** Fonts and shaper stay open from one document to the next. */
function open(base: string): Promise<Resources> {
  const known = opened.get(base);
  if (known !== undefined) return known;
  // harfbuzzjs awaits its wasm at top level. Imported statically, it would hold back the listener below, and a
  // message posted meanwhile would be lost.
  const opening = import('harfbuzzjs').then(
    (harfbuzz): Resources => ({ harfbuzz, fonts: (name) => readFont(name, base) }),
  );
  opened.set(base, opening);
  opening.catch(() => opened.delete(base));
  return opening;
}

self.addEventListener('message', (event: MessageEvent<PdfRequest>) => {
  void answerJob(event.data, open);
});
