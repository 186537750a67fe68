import { type StretchOrder, stretchHere } from './stretch.ts';

/** Answers with 32 bytes; with null where the memory cannot be had. */
self.onmessage = async (event: MessageEvent<StretchOrder>) => {
  self.postMessage(await stretchHere(event.data).catch(() => null));
};
