import type { Change } from '#passport/change.ts';
import type { OpenProblem } from './failure.ts';
import { comeFromFile, emptyContents, followContents, type PagesContents, readContents } from './pages-contents.ts';
import { type Inside, type PagesOptions, pagesDatabase } from './pages-database.ts';
import { pagesDoor } from './pages-door.ts';
import type { Store, Undone } from './store.ts';
import { makeQueue } from './writing.ts';

/** 'pages-closed': they have a passphrase of their own, which has to be given first. */
export type PagesProblem =
  | OpenProblem
  | Extract<Undone, { ok: false }>['problem']
  | 'unlock-wrong'
  | 'unlock-wait'
  | 'argon-failed'
  | 'pages-closed'
  | 'store-locked';
type Refused = { readonly ok: false; readonly problem: PagesProblem };
export type PagesDone = { readonly ok: true } | Refused;
/** `count` is how many changes their store said there were: `changes` may already hold one more. */
export type PagesRead = { readonly ok: true; readonly changes: readonly Change[]; readonly count: number } | Refused;

/**
 * The private pages: a store of their own inside the passport, with their own key and, if the person wants, their own
 * passphrase. 'none' until they are begun. Whoever locks or hides the app, or lets someone else write, closes them.
 */
export type Pages = {
  state(): 'none' | 'closed' | 'open';
  /** True when they open with a passphrase of their own. */
  hasPassphrase(): boolean;
  /** The pages, while they are open. */
  store(): Store | null;
  /** Hears when any of the above has changed, and of every change on them. Gives the way to stop. */
  subscribe(listener: () => void): () => void;
  begin(passphrase: string | null): Promise<PagesDone>;
  open(passphrase?: string): Promise<PagesDone>;
  /** Forgets everything of them that is in memory. */
  close(): Promise<void>;
  /** Keeps them open while they are looked at; two minutes after the last has let go they close. Gives the way to let go. */
  hold(): () => void;
  /** Milliseconds until another passphrase is heard: wrong ones slow down, and nothing is ever wiped. */
  wait(): number;
  /**
   * Another passphrase, or none, while they are open: everything moves under a new key, and the old key is forgotten.
   * `present` is the one they have now, if they have one: it is asked for again, and counts as a try at opening does.
   */
  setPassphrase(passphrase: string | null, present?: string): Promise<PagesDone>;
  /** All their changes, for a backup, or why they cannot be had. None when there are no pages. Never rejects. */
  changes(): Promise<PagesRead>;
  /** Takes in changes from a backup; begins the pages, without a passphrase, where there are none. Never rejects. */
  take(changes: readonly Change[]): Promise<PagesDone>;
  /** Takes these out again, where the last `take` brought them: as the passport's own store does. Never rejects. */
  undoTake(ids: readonly string[]): Promise<PagesDone>;
  /** Removes them from the device. */
  erase(): Promise<void>;
};

const closed: Refused = { ok: false, problem: 'pages-closed' };
const gone: Refused = { ok: false, problem: 'save-gone' };

const away = 2 * 60_000;

/** The private pages of an open passport. Opens nothing yet. */
export function openPages(main: Store, options: PagesOptions): Pages {
  const { world, stretch } = options;
  const database = pagesDatabase(main, options);
  const queue = makeQueue();
  const listeners = new Set<() => void>();
  let inside: Inside | null = null;
  let isMoving = false;
  let holders = 0;
  let left: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => world.now().getTime();
  const door = pagesDoor(database.home, stretch, now);
  const storeNow = () => inside?.store ?? null;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  const close = async () => {
    const was = inside;
    inside = null;
    clearTimeout(timer);
    if (!was) return;
    tell();
    // whoever moves them to another key is still reading, and closes them then
    if (!isMoving) await was.store.close();
  };
  const leave = () => {
    left = now();
    clearTimeout(timer);
    timer = setTimeout(() => void close(), away);
  };
  const enter = (entered: Awaited<ReturnType<typeof database.enter>>): PagesDone => {
    if (!entered.ok) return entered;
    inside = entered.inside;
    inside.store.subscribe(tell);
    if (holders === 0) leave();
    tell();
    return { ok: true };
  };

  // Another tab may have moved them, taken them away or locked the passport.
  main.subscribe(() => {
    if (inside && !isMoving && database.home()?.name !== inside.name) void close();
    tell();
  });
  main.onNewer(() => close());

  const reach = async (passphrase?: string): Promise<PagesDone> => {
    if (inside) return { ok: true };
    const home = database.home();
    if (!home) return { ok: false, problem: 'store-key-missing' };
    const slotKey = await door.unlock(passphrase);
    if (typeof slotKey === 'string') return { ok: false, problem: slotKey };
    const done = enter(await database.enter(home, slotKey));
    if (done.ok) void database.forgetEarlier().catch(() => undefined);
    return done;
  };
  const begin = async (passphrase: string | null, contents = emptyContents) =>
    enter(await database.make(passphrase, async () => contents));
  /** On the pages, once they are open. */
  const onPages = async (task: (store: Store) => Promise<PagesDone>): Promise<PagesDone> => {
    const reached = await reach();
    const done = reached.ok && inside ? await task(inside.store) : reached;
    return done.ok ? { ok: true } : done;
  };
  const read = async (): Promise<PagesRead> => {
    if (database.home()) {
      const reached = await reach();
      if (!reached.ok) return reached;
    }
    const store = storeNow();
    if (!store) return { ok: true, changes: [], count: 0 };
    const count = store.count();
    return { ok: true, changes: await store.log(), count };
  };

  /** Everything into a new store under a new key; what is saved while that is made comes too. Then the old one goes. */
  const move = async (was: Inside, passphrase: string | null): Promise<PagesDone> => {
    const home = database.home();
    let copied = emptyContents;
    const copy = async (): Promise<PagesContents> => {
      copied = await readContents(was.store);
      return copied;
    };
    const made = await database.make(passphrase, copy);
    if (!made.ok) {
      if (inside !== was) await was.store.close();
      return inside === was ? made : closed;
    }
    const { store } = made.inside;
    if (inside === was) enter(made);
    const followed = await readContents(was.store)
      .then((now) => followContents(store, now, copied))
      .catch(() => gone);
    if (!followed.ok) {
      if (home) await database.save(home);
      if (inside === made.inside) enter({ ok: true, inside: was });
      else await was.store.close();
      await store.erase();
      return followed;
    }
    const isForgotten = await database.forgetEarlier().catch(() => false);
    await (isForgotten ? was.store.erase() : was.store.close()).catch(() => undefined);
    if (inside !== made.inside) await store.close();
    return { ok: true };
  };

  return {
    state: () => (inside ? 'open' : database.home() ? 'closed' : 'none'),
    hasPassphrase: () => database.home()?.slot != null,
    store: storeNow,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: (passphrase) => queue(() => (database.home() ? reach(passphrase ?? undefined) : begin(passphrase))),
    open: (passphrase) => queue(() => reach(passphrase)),
    close,
    hold() {
      // a page that was put to sleep has no timers
      if (left !== null && now() - left >= away) void close();
      left = null;
      clearTimeout(timer);
      holders += 1;
      let isHeld = true;
      return () => {
        if (isHeld) holders -= 1;
        if (isHeld && holders === 0) leave();
        isHeld = false;
      };
    },
    wait: door.wait,
    setPassphrase: (passphrase, present) =>
      queue(async () => {
        if (!inside) return closed;
        const proved = await door.unlock(present);
        if (typeof proved === 'string') return { ok: false, problem: proved };
        // they may have been shut while it was looked at
        const was = inside as Inside | null;
        if (!was) return closed;
        isMoving = true;
        try {
          return await move(was, passphrase);
        } finally {
          isMoving = false;
        }
      }),
    changes: () =>
      queue(async () => {
        const wasOpen = inside !== null;
        const found = await read().catch(() => gone);
        if (!wasOpen && holders === 0) await close();
        return found;
      }),
    take: (changes) =>
      queue(async () => {
        if (changes.length === 0) return { ok: true };
        if (!database.home()) return begin(null, comeFromFile(changes, world)).catch(() => gone);
        return onPages((store) => store.take(changes, true)).catch(() => gone);
      }),
    undoTake: (ids) => queue(() => onPages((store) => store.undoMerge(ids)).catch(() => gone)),
    erase: () =>
      queue(async () => {
        const was = inside;
        const home = database.home();
        inside = null;
        clearTimeout(timer);
        if (home) await database.save(null);
        if (was) await was.store.erase();
        else if (home) await database.drop(home);
        if (home) await database.forgetEarlier();
        tell();
      }),
  };
}
