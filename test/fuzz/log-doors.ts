import { type Change, merge, readChange } from '#passport/change.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { caps } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import { english } from '../passport/summary/locale-words.ts';
import { type Artefacts, day } from './artefacts.ts';
import type { Door, Knock } from './door.ts';
import { bombs, deflated, forgeFile, withSum } from './forge.ts';
import { anyJson, anyNumber, toJson } from './hostile.ts';
import { mutateBytes, mutateJson, mutateText } from './mutate.ts';
import type { Random } from './random.ts';

const ids = Object.keys(readers) as ReaderId[];

/** A saved passport: read, put beside the log that is here, and shown. */
export function fileDoor(things: Artefacts): Door {
  return {
    name: 'file',
    share: 35,
    // What a bite of 4 kB can become may come on top of what the header promises.
    cap: caps.text + 2 ** 23,
    make(random): Knock {
      const file = fileFrom(random, things);
      const mine = random.pick(things.logs);
      const reader = random.pick(ids);
      const isShown = random.chance(0.05);
      return async (inflated) => {
        const read = await readDownload(file, inflated);
        if (!read.ok) return read.problem;
        restore(mine, read.changes, reader, isShown);
        return 'taken';
      };
    },
  };
}

/** One change as JSON, as a newer version or a forger writes it. */
export function changeDoor(things: Artefacts): Door {
  return {
    name: 'change',
    share: 190,
    cap: 0,
    make(random): Knock {
      const text = toJson(random, changeFrom(random, things));
      const mine = random.pick(things.logs);
      const reader = random.pick(ids);
      const isShown = random.chance(0.05);
      return async () => {
        const change = readChange(parse(text));
        if (change === null) return 'file-damaged';
        restore(mine, [change], reader, isShown);
        return 'taken';
      };
    },
  };
}

/** As a restore does, and then what a reader would be given; `isShown`: in words. A second time brings nothing new. */
function restore(mine: readonly Change[], theirs: readonly Change[], reader: ReaderId, isShown: boolean): void {
  const both = merge(mine, theirs);
  if (merge(both, theirs).length !== both.length) throw new Error('Restored twice, it is more than once.');
  const extract = pick(fold(both), emptyShare(reader), day);
  if (isShown) summarise(extract, english, { today: day, missing: 0, newer: 0 });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function changeFrom(random: Random, things: Artefacts): unknown {
  const change = random.pick(things.changes);
  return random.way<unknown>([
    [1, () => change],
    [5, () => mutateJson(random, change)],
    [5, () => ({ ...change, set: mutateJson(random, change.set ?? {}) })],
    [1, () => anyJson(random, 5)],
  ]);
}

function fileFrom(random: Random, things: Artefacts): Uint8Array {
  return random.way<Uint8Array>([
    [1, () => random.pick(things.files)],
    [6, () => packed(random, linesFrom(random, things))],
    [3, () => mutateBytes(random, random.pick(things.files), things.files)],
    [3, () => withSum(mutateBytes(random, random.pick(things.files).subarray(0, -32), things.files))],
    [0.2, () => packed(random, '', random.pick(bombs))],
    [1, () => random.bytes(random.few(300))],
  ]);
}

function linesFrom(random: Random, things: Artefacts): string {
  const lines = random
    .pick(things.logs)
    .slice(0, 60)
    .map((change) => JSON.stringify(change));
  const at = random.below(lines.length + 1);
  const text = [...lines.slice(0, at), toJson(random, changeFrom(random, things)), ...lines.slice(at + 1)]
    .map((line) => `${line}\n`)
    .join('');
  return random.chance(0.8) ? text : mutateText(random, text, things.pastes);
}

/** A file with the header that belongs to it, now and then with one that lies. */
function packed(random: Random, text: string, payload: Uint8Array = deflated(text)): Uint8Array {
  const body = random.chance(0.9) ? payload : mutateBytes(random, payload, splices);
  const honest = {
    changes: text.split('\n').length - 1,
    bytes: Buffer.byteLength(text),
    packed: body.length,
    made: `${day}T09:00:00.000Z`,
  };
  const header = random.way<unknown>([
    [8, () => honest],
    [1, () => ({ ...honest, [random.pick(['changes', 'bytes', 'packed', 'example'])]: anyNumber(random) })],
    [1, () => mutateJson(random, honest)],
  ]);
  return forgeFile(new TextEncoder().encode(toJson(random, header)), body);
}

const splices = [new TextEncoder().encode('{"id":"x","n":1}\n')];
