import { type Change, merge } from '#passport/change.ts';
import type { World } from '#passport/write.ts';
import type { Disk } from '#store/disk.ts';
import { encodeDownload } from '#store/download.ts';
import { readDownload } from '#store/read-download.ts';
import type { Sealer } from '#store/seal.ts';
import { blankFrame, decodeFrames, encodeFrame, type Frame } from './frame.ts';

/** What the safe copy held when it was read. */
export type SafeRead = {
  /** The union of every slot and record that opens, in order. */
  readonly changes: readonly Change[];
  /** Stretches, slots and records that do not. */
  readonly damaged: number;
  /** When the latest of what opens was written; null when nothing does. */
  readonly flushed: Date | null;
  /** True when anything was ever written here, whether it opens or not. */
  readonly isThere: boolean;
};

/**
 * The safe copy of one passport: two slots that each hold the whole log, and a journal of what came after, sealed like
 * the rows and in the one byte format. Writing is one tab's at a time: the caller sees to that. Answers true only once
 * everything is flushed to the disk.
 */
export type Safe = {
  /** Counts damage without any key, and makes the files that are not there yet. */
  check(): Promise<{ readonly isThere: boolean; readonly damaged: number }>;
  /** Adds changes to the journal, once they have been read back as a restore would read them. */
  add(sealer: Sealer, changes: readonly Change[]): Promise<boolean>;
  /** True when the journal has grown so long that it is time for `rewrite`. */
  wantsRewrite(): boolean;
  /**
   * Writes the log into the older or broken slot, reads it back, and only then empties the journal. False, and nothing
   * is touched, when both slots are of a later key (another tab has changed it), or when what would be written could not
   * be read again.
   */
  rewrite(sealer: Sealer, log: readonly Change[]): Promise<boolean>;
  /**
   * The two halves of making the safe copy exactly this log, overwriting all that was there. For a new key, the change of
   * keys comes between them: whichever key counts, at every moment one slot opens with it. `before` leaves the other
   * slot, which opens with the key that `counts` until then, and the journal as they were.
   */
  before(sealer: Sealer, log: readonly Change[], counts: Sealer): Promise<boolean>;
  after(sealer: Sealer, log: readonly Change[]): Promise<boolean>;
  /** True when the later slot and the journal give back every one of these changes, read as a restore reads them. */
  holds(sealer: Sealer, changes: readonly Change[]): Promise<boolean>;
  read(sealerOf: (epoch: number) => Promise<Sealer | null>): Promise<SafeRead>;
  remove(): Promise<void>;
};

/** The journal may grow to a quarter of the slot, and always to this many bytes. */
const shortJournal = 65_536;

type Found = { readonly size: number; readonly frames: readonly Frame[]; readonly damaged: number };

export function openSafe({ disk, name, world }: { disk: Disk; name: string; world: World }): Safe {
  const slots = [`${name}-safe-a`, `${name}-safe-b`] as const;
  const journal = `${name}-journal`;
  const files = [...slots, journal];
  let generation = 0;
  let slotSize = 0;
  let journalSize = 0;
  let isChecked = false;

  const look = async (file: string): Promise<Found | null> => {
    const found = await disk.read(file);
    return found && { size: found.bytes.length, ...(await decodeFrames(found.bytes)) };
  };
  const lookAtAll = async () => {
    const found = await Promise.all(files.map(look));
    const isThere = found.some(
      (file) => file && (file.damaged > 0 || file.frames.some(({ kind }) => kind !== 'blank')),
    );
    const damaged = found.reduce((sum, file) => sum + (file?.damaged ?? (isThere ? 1 : 0)), 0);
    return { found, isThere, damaged };
  };

  const check = async () => {
    const { found, isThere, damaged } = await lookAtAll();
    const names = await disk.names();
    for (const file of files) if (!names.includes(file)) await disk.write(file, await blankFrame(0));
    slotSize = Math.max(found[0]?.size ?? 0, found[1]?.size ?? 0);
    journalSize = found[2]?.size ?? 0;
    for (const file of found)
      for (const frame of file?.frames ?? []) generation = Math.max(generation, frame.generation);
    isChecked = true;
    return { isThere, damaged };
  };
  const checkOnce = async () => {
    if (!isChecked) await check();
  };

  /** Null for what the reader would not give back: it must not take the place of what can be read. */
  const seal = async (kind: 'slot' | 'record', sealer: Sealer, changes: readonly Change[]) => {
    const content = await encodeDownload(changes, world.now().toISOString());
    const read = await readDownload(content);
    if (!read.ok || read.changes.length !== changes.length) return null;
    const box = await sealer.sealBytes(labelOf(kind, generation), content);
    return encodeFrame({ kind, generation, ...box });
  };
  const zero = async (file: string): Promise<boolean> => {
    const found = await disk.read(file);
    return !found || disk.write(file, new Uint8Array(found.bytes.length));
  };
  const empty = async () => {
    const blank = await blankFrame(generation);
    const isEmpty = await disk.write(journal, blank);
    if (isEmpty) journalSize = blank.length;
    return isEmpty;
  };

  /** Writes one slot, over zeros where nothing of the old may stay, and sees that it is on the disk byte for byte. */
  const fill = async (slot: string, sealer: Sealer, log: readonly Change[], isZeroed = false): Promise<boolean> => {
    generation++;
    const image = await seal('slot', sealer, log);
    if (!image || (isZeroed && !(await zero(slot))) || !(await disk.write(slot, image))) return false;
    const back = await disk.read(slot);
    if (back?.bytes.length !== image.length || image.some((byte, at) => byte !== back.bytes[at])) return false;
    slotSize = image.length;
    return true;
  };

  /** The slot to overwrite: never the only one that opens with the key that counts, else the older. */
  const worse = async (counts: Sealer) => {
    await checkOnce();
    const found = await Promise.all(
      slots.map(async (slot) => {
        const frame = (await look(slot))?.frames.find(({ kind }) => kind === 'slot');
        if (!frame) return { slot, age: -1, isNewer: false };
        generation = Math.max(generation, frame.generation);
        const isOpen = (await counts.openBytes(labelOf('slot', frame.generation), frame)) !== null;
        return { slot, age: isOpen ? frame.generation : -1, isNewer: frame.epoch > counts.epoch };
      }),
    );
    const [a, b] = found as [(typeof found)[number], (typeof found)[number]];
    return { slot: b.age < a.age ? b.slot : a.slot, isOutdated: a.isNewer && b.isNewer };
  };

  return {
    check,
    async add(sealer, changes) {
      await checkOnce();
      const record = await seal('record', sealer, changes);
      const isAdded = record !== null && (await disk.add(journal, record));
      if (isAdded) journalSize += record.length;
      return isAdded;
    },
    wantsRewrite: () => journalSize > Math.max(shortJournal, slotSize / 4),
    async rewrite(sealer, log) {
      const { slot, isOutdated } = await worse(sealer);
      return !isOutdated && (await fill(slot, sealer, log)) && (await empty());
    },
    async before(sealer, log, counts) {
      const { slot } = await worse(counts);
      return fill(slot, sealer, log, true);
    },
    async after(sealer, log) {
      const { slot } = await worse(sealer);
      if (!(await fill(slot, sealer, log, true))) return false;
      return (await zero(journal)) && (await empty());
    },
    async holds(sealer, changes) {
      const { found } = await lookAtAll();
      const frames = found.flatMap((file) => file?.frames ?? []);
      const [slot] = frames.filter(({ kind }) => kind === 'slot').sort((a, b) => b.generation - a.generation);
      const held = new Set<string>();
      for (const frame of frames.filter((one) => one === slot || one.kind === 'record')) {
        const read = await openFrame(frame, sealer);
        if (!read) return false;
        for (const { id } of read.changes) held.add(id);
      }
      return changes.every(({ id }) => held.has(id));
    },
    async read(sealerOf) {
      const sealers = new Map<number, Sealer | null>();
      const { found, isThere, damaged } = await lookAtAll();
      const changes: Change[] = [];
      let unread = 0;
      let latest = Number.NEGATIVE_INFINITY;
      for (const frame of found.flatMap((file) => file?.frames ?? []).filter(({ kind }) => kind !== 'blank')) {
        const { epoch } = frame;
        if (!sealers.has(epoch)) sealers.set(epoch, await sealerOf(epoch).catch(() => null));
        const sealer = sealers.get(epoch);
        const read = sealer ? await openFrame(frame, sealer) : null;
        if (read) {
          for (const change of read.changes) changes.push(change);
          latest = Math.max(latest, new Date(read.made).getTime() || latest);
        } else unread++;
      }
      const flushed = Number.isFinite(latest) ? new Date(latest) : null;
      return { changes: merge(changes, []), damaged: damaged + unread, flushed, isThere };
    },
    async remove() {
      for (const file of files) await disk.remove(file);
      isChecked = false;
    },
  };
}

function labelOf(kind: Frame['kind'], generation: number) {
  return { table: 'safe', id: kind, seq: generation };
}

/** What a slot or record holds, by the path of untrusted bytes; null when it does not open. */
async function openFrame(frame: Frame, sealer: Sealer) {
  const content = await sealer.openBytes(labelOf(frame.kind, frame.generation), frame);
  const read = content && (await readDownload(content));
  return read?.ok ? read : null;
}
