import { answerRead } from './reading.ts';

self.onmessage = ({ data }: MessageEvent<Uint8Array>) => void answerRead(data, (reply) => self.postMessage(reply));
