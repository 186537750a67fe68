import { newId, type World } from '#passport/write.ts';
import type { Disk } from './disk.ts';
import { erasePassport } from './erase.ts';
import type { OpenProblem, SaveProblem } from './failure.ts';
import type { Stretch } from './lock/argon.ts';
import { makePassphraseSlot, type PassphraseSlot } from './lock/slots.ts';
import type { Opened } from './opened.ts';
import { emptyContents, followContents, type PagesContents } from './pages-contents.ts';
import {
  type Home,
  homeOf,
  homeToEdit,
  isHomeChange,
  keysOf,
  keyToHome,
  type PagesKey,
  pagesName,
} from './pages-home.ts';
import { declareRows } from './rows.ts';
import { openSafe } from './safe/copy.ts';
import { newKey } from './seal.ts';
import type { OpenOptions, Store } from './store.ts';

export type PagesOptions = {
  readonly world: World;
  readonly stretch: Stretch;
  /** `openStore`, with whatever else the app gives it. */
  readonly openStore: (options: Pick<OpenOptions, 'world' | 'name' | 'key' | 'giveKey'>) => Promise<Opened>;
  /** Where there is one: to remove what lies there of pages that cannot be opened. */
  readonly openDisk?: () => Promise<Disk | null>;
};

type Bytes = Uint8Array<ArrayBuffer>;
/** The pages, open: what is in memory of them. `slotKey` is null when they have no passphrase of their own. */
export type Inside = { readonly store: Store; readonly name: string; readonly slotKey: Bytes | null };

type No = { readonly ok: false; readonly problem: OpenProblem | SaveProblem | 'argon-failed' | 'store-locked' };
type Entered = { readonly ok: true; readonly inside: Inside } | No;

const nobody = { by: '', lang: '' };

/**
 * The database of the private pages beside the main one, whose log says where it is and holds what opens it. Its
 * name begins as no passport's does: it is never taken for one that was lost.
 */
export function pagesDatabase(main: Store, { world, stretch, openStore, openDisk }: PagesOptions) {
  const home = () => homeOf(main.passport());
  const save = (next: Home | null) => main.append([homeToEdit(next)], nobody);

  /** Takes what earlier homes said out of the main log for ever: what their keys opened can be opened no more. */
  const forgetEarlier = async (): Promise<boolean> => {
    const standing = (await main.history('pages', 'pages')).filter(isHomeChange);
    const earlier = standing.slice(0, -1).map(({ id }) => id);
    return earlier.length === 0 || (await main.removeForEver(earlier)).ok;
  };

  /** Of several keys only the one in use, and of the homes that stood before nothing. */
  const keepOnly = async (name: string, epoch: number) => {
    const standing = home();
    if (standing?.name !== name) return;
    const keys = standing.keys.filter((key) => key.epoch === epoch);
    if (keys.length > 0 && standing.keys.length > 1) await save({ ...standing, keys });
    await forgetEarlier();
  };

  /** Opens it with the newest of its keys that fits. */
  const open = async (name: string, keys: readonly PagesKey[], slotKey: Bytes | null): Promise<Entered> => {
    let using = 0;
    const giveKey = async (raw: Bytes, epoch: number) => {
      const standing = home();
      if (standing?.name !== name) return false;
      const inUse = standing.keys.filter((key) => key.epoch === using);
      return (await save({ ...standing, keys: [await keyToHome(name, { raw, epoch }, slotKey), ...inUse] })).ok;
    };
    let opened: Opened = { ok: false, problem: 'store-key-missing', loss: null };
    let isPart = false;
    for (const key of keys) {
      using = key.epoch;
      opened = await openStore({ world, name, key, giveKey });
      const loss = 'loss' in opened ? opened.loss : null;
      if (loss?.safe && loss.safe.count > loss.here) opened = await loss.restore();
      else if (loss && loss.kind !== 'refused') {
        // what is left of them is better than none; a database that does not open would be removed by this
        isPart = true;
        opened = await loss.leave();
      }
      if (opened.ok || opened.problem !== 'store-key-missing') break;
    }
    if (!opened.ok) return { ok: false, problem: opened.problem };
    const { store } = opened;
    const unreadable = () => Math.max(store.unreadable(), isPart ? 1 : 0);
    /** After what has put them under a new key. */
    const forgetOld = async <Done extends { readonly ok: boolean }>(done: Done): Promise<Done> => {
      if (!done.ok) return done;
      using = home()?.keys[0]?.epoch ?? using;
      await keepOnly(name, using);
      return done;
    };
    const removeForEver = async (ids: readonly string[]) => forgetOld(await store.removeForEver(ids));
    const undoMerge = async (only?: readonly string[]) => forgetOld(await store.undoMerge(only));
    return { ok: true, inside: { store: { ...store, removeForEver, undoMerge, unreadable }, name, slotKey } };
  };

  return {
    home,
    save,
    forgetEarlier,
    /** Opens what the main log says now; `slotKey` is what its passphrase gave. */
    async enter(standing: Home, slotKey: Bytes | null): Promise<Entered> {
      const entered = await open(standing.name, await keysOf(standing, slotKey), slotKey);
      if (entered.ok) await entered.inside.store.ready;
      return entered;
    },
    /**
     * Makes a new one under a new key, with what `read` gives in it; from then on the main log leads there. It is read
     * only when all that takes seconds is done.
     */
    async make(passphrase: string | null, read: () => Promise<PagesContents>): Promise<Entered> {
      const name = pagesName(newId(world));
      const slotKey = passphrase === null ? null : newKey();
      let slot: PassphraseSlot | null = null;
      if (passphrase !== null && slotKey) {
        slot = await makePassphraseSlot(slotKey, passphrase, stretch, world.random);
        if (!slot) return { ok: false, problem: 'argon-failed' };
      }
      const key = { raw: newKey(), epoch: 1 };
      const made = await open(name, [key], slotKey);
      if (!made.ok) return made;
      const { store } = made.inside;
      const taken = await read()
        .then((contents) => followContents(store, contents, emptyContents))
        .catch(() => ({ ok: false, problem: 'save-gone' }) as const);
      const saved = taken.ok ? await save({ name, keys: [await keyToHome(name, key, slotKey)], slot }) : taken;
      if (saved.ok) return made;
      await store.erase();
      return saved;
    },
    /** Removes one that is not open. */
    async drop({ name }: Home): Promise<void> {
      const disk = (await openDisk?.()) ?? null;
      await erasePassport({ rows: declareRows(name), disk, name, safe: disk && openSafe({ disk, name, world }) });
    },
  };
}
