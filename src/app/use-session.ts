import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { World } from '#passport/write.ts';
import { type LockNews, newsKey, readNews } from '#store/lock-news.ts';
import type { Locked, Loss, Opened } from '#store/opened.ts';
import type { Pages } from '#store/pages.ts';
import type { Proof } from '#store/proving.ts';
import type { Session } from '#store/session.ts';
import type { Stopped, Store } from '#store/store.ts';
import { makeArgonWorker, makeDiskWorker, makeReadWorker } from './store-workers.ts';

/** The person's own passport, as far as it is open. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly store: Store; readonly pages: Pages }
  | { readonly state: 'locked'; readonly locked: Locked }
  | { readonly state: 'lost'; readonly loss: Loss }
  | { readonly state: 'refused'; readonly problem: string };

type OpenSession = {
  readonly opening: Opening;
  /** What screens work with: the example while it is open, else the person's own; undefined while neither is. */
  readonly session: Session | undefined;
  readonly openExample: () => Promise<void>;
  readonly closeExample: () => void;
  /** Someone writes under this name. '' ends it, which wants a proof where there is a lock: without one nothing changes. */
  readonly helpWrite: (name: string, proof?: Proof | null) => void;
  /** What was changed about the lock before this start, to be told once. */
  readonly news: readonly LockNews[];
  readonly forgetNews: () => void;
  /** Opens again: after erasing, or (`fresh`) beside a passport that cannot be opened. */
  readonly open: (fresh?: boolean) => Promise<void>;
  /** Takes in how an unlocking, or a way on from a loss, ended. */
  readonly take: (opened: Opened) => Promise<void>;
  /** Closes the lock, where there is one: what is being saved is saved, and the key is forgotten. */
  readonly lock: () => Promise<void>;
  /** Another tab runs a newer version, or has erased the passport: this one can save nothing more. */
  readonly stale: Exclude<Stopped, 'locked'> | null;
};

/** Where the name of the person helping is kept, sealed, until they are done. */
const helperKey = 'writer/by';

/** Opens the passport beside the first paint; Dexie comes only now. `wanted` is false on a reader's page. */
export function useSession(world: World, lang: string, wanted: boolean): OpenSession {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const [example, setExample] = useState<Store | null>(null);
  const [by, setBy] = useState('');
  const [news, setNews] = useState<readonly LockNews[]>([]);
  const [stale, setStale] = useState<Exclude<Stopped, 'locked'> | null>(null);
  const now = useRef(opening);
  now.current = opening;
  const put = useCallback((next: Opening) => {
    now.current = next;
    setOpening(next);
  }, []);

  const helpWrite = useCallback((name: string, proof: Proof | null = null) => {
    const own = now.current.state === 'open' ? now.current : null;
    if (name === '' && own?.store.locking?.accept(proof) === false) return;
    setBy(name);
    if (!own) return;
    const { store, pages } = own;
    if (name !== '') void pages.close();
    void (name === '' ? store.drafts.drop(helperKey) : store.drafts.keep(helperKey, name));
  }, []);

  const forgetNews = useCallback(() => {
    setNews([]);
    if (now.current.state === 'open') void now.current.store.drafts.drop(newsKey);
  }, []);

  const begin = useCallback(
    async (opened: Opened) => {
      if (!opened.ok) {
        if (opened.problem === 'store-locked') return put({ state: 'locked', locked: opened.locked });
        return put(opened.loss ? { state: 'lost', loss: opened.loss } : { state: 'refused', problem: opened.problem });
      }
      const [{ openPages }, { openStore }, { openDisk }, { workerStretch }, drafts] = await Promise.all([
        import('#store/pages.ts'),
        import('#store/open.ts'),
        import('#store/disk.ts'),
        import('#store/lock/argon.ts'),
        opened.store.drafts.all().catch(() => new Map<string, string>()),
      ]);
      setBy(drafts.get(helperKey) ?? '');
      setNews(readNews(drafts.get(newsKey)));
      const pages = openPages(opened.store, {
        world,
        stretch: workerStretch(makeArgonWorker),
        openDisk: () => openDisk(makeDiskWorker),
        openStore: (options) => openStore({ ...options, makeWorker: makeDiskWorker, makeArgonWorker, makeReadWorker }),
      });
      put({ state: 'open', store: opened.store, pages });
    },
    [world, put],
  );

  // each piece is loaded when it is first needed, and the network may be gone by then
  const orMissing = useCallback(
    (work: Promise<void>) => work.catch(() => put({ state: 'refused', problem: 'piece-missing' })),
    [put],
  );
  const take = useCallback((opened: Opened) => orMissing(begin(opened)), [begin, orMissing]);
  const open = useCallback(
    (fresh = false) => {
      const load = async () => {
        const { openStore } = await import('#store/open.ts');
        await begin(await openStore({ world, makeWorker: makeDiskWorker, makeArgonWorker, makeReadWorker, fresh }));
      };
      return orMissing(load());
    },
    [world, begin, orMissing],
  );

  const lock = useCallback(async () => {
    const was = now.current;
    if (was.state !== 'open' || was.store.locking?.state().kind === 'none') return;
    put({ state: 'opening' });
    // whatever was lost on the way, what comes next is the lock
    await was.pages.close().catch(() => undefined);
    await was.store.close().catch(() => undefined);
    await open();
  }, [put, open]);

  useEffect(() => {
    if (wanted) void open();
  }, [wanted, open]);

  useEffect(() => {
    if (opening.state !== 'open') return;
    const { store } = opening;
    const stop = store.onNewer((why) => (why === 'locked' ? open() : setStale(why)));
    const flush = () => {
      if (document.hidden) void store.flush();
    };
    document.addEventListener('visibilitychange', flush);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', flush);
    };
  }, [opening, open]);

  const openExample = useCallback(async () => {
    const [{ memoryStore }, { emptyPassport }, { editsToChanges }, { exampleEdits }] = await Promise.all([
      import('#store/memory.ts'),
      import('#passport/fold.ts'),
      import('#passport/write.ts'),
      import('#passport/example/example.ts'),
    ]);
    setExample(memoryStore(editsToChanges(emptyPassport, exampleEdits(), { by: '', lang: 'en-GB' }, world), world));
  }, [world]);

  const store = example ?? (opening.state === 'open' ? opening.store : undefined);
  const pages = example === null && opening.state === 'open' ? opening.pages : null;
  const isExample = example !== null;
  const session = useMemo<Session | undefined>(
    () => store && { store, world, writer: { by, lang }, example: isExample, pages },
    [store, world, by, lang, isExample, pages],
  );
  const closeExample = () => setExample(null);
  return {
    ...{ opening, session, openExample, closeExample, helpWrite, news, forgetNews, open, take, lock, stale },
  };
}
