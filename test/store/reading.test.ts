import { describe, expect, test } from 'vitest';
import type { Change } from '#passport/change.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { answerRead, handful, type ReadReply, readHere, workerRead } from '#store/reading.ts';

const changes: readonly Change[] = Array.from({ length: 4_321 }, (_, at) => ({
  id: `change-${at}`,
  n: at + 1,
  at: '2026-11-21T09:00:00.000Z',
  by: '',
  lang: 'en-GB',
  part: 'problems',
  record: `r${at % 300}`,
  set: { name: `Problem ${at}` },
}));
const file = await encodeDownload(changes, '2026-11-21T09:00:00.000Z');

/** The worker's own program, on this thread, with what is said copied as between threads. */
function here(heard: ReadReply[] = []) {
  const worker = {
    isEnded: false,
    onmessage: null as ((event: { data: ReadReply }) => void) | null,
    onerror: null as (() => void) | null,
    postMessage: (bytes: Uint8Array) =>
      void answerRead(structuredClone(bytes), (reply) => {
        heard.push(reply);
        if (!worker.isEnded)
          queueMicrotask(() => worker.isEnded || worker.onmessage?.({ data: structuredClone(reply) }));
      }),
    terminate: () => {
      worker.isEnded = true;
    },
  };
  return worker;
}
const made = (worker: object) => () => worker as unknown as Worker;

describe('a file is read beside the page', () => {
  test('and holds what it held, handed over a little at a time, with a count that ends the worker', async () => {
    const heard: ReadReply[] = [];
    const worker = here(heard);
    const counts: (readonly number[])[] = [];
    const read = await workerRead(made(worker))(file, { onCount: (...count) => counts.push(count) });
    expect(read).toEqual(await readDownload(file));
    expect(read).toMatchObject({ ok: true, changes });
    expect(counts).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000].map((count) => [count, changes.length]));
    expect(Math.max(...heard.map((reply) => (reply.kind === 'changes' ? reply.changes.length : 0)))).toBe(handful);
    expect(worker.isEnded).toBe(true);
  });

  test('one that cannot be read is refused with its own sentence, and nothing of it is handed over', async () => {
    const heard: ReadReply[] = [];
    const broken = Uint8Array.from(file);
    broken[200] = (broken[200] as number) ^ 1;
    expect(await workerRead(made(here(heard)))(broken)).toEqual({ ok: false, problem: 'file-damaged' });
    expect(heard.filter(({ kind }) => kind === 'changes')).toEqual([]);
  });

  test('reading can be stopped, before it begins and on the way', async () => {
    const stop = new AbortController();
    const worker = here();
    const reading = workerRead(made(worker))(file, { signal: stop.signal, onCount: () => stop.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.isEnded).toBe(true);
    await expect(workerRead(made(here()))(file, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(readHere(file, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('where no worker can be had it is read all the same; one that breaks off half way is too large', async () => {
    const none = () => {
      throw new TypeError('no worker');
    };
    expect(await workerRead(none)(file)).toMatchObject({ ok: true, changes });
    const missing = { ...here(), postMessage: () => missing.onerror?.() };
    expect(await workerRead(made(missing))(file)).toMatchObject({ ok: true, changes });
    const tired = here();
    const reading = workerRead(made(tired))(file, { onCount: () => tired.onerror?.() });
    expect(await reading).toEqual({ ok: false, problem: 'file-too-large' });
  });
});
