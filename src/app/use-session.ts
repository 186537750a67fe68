import { useCallback, useEffect, useMemo, useState } from 'react';
import { emptyPassport } from '#passport/fold.ts';
import { editsToChanges, type World } from '#passport/write.ts';
import keyFileWorker from '#store/key-file.worker.ts?worker&url';
import type { Session } from '#store/session.ts';
import type { Store } from '#store/store.ts';
import { scriptUrl } from './trusted-types.ts';

/** The person's own passport, as far as it is open. */
export type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly store: Store }
  | { readonly state: 'refused'; readonly problem: string };

type Opened = {
  readonly opening: Opening;
  /** What screens work with: the example while it is open, else the person's own; undefined while neither is. */
  readonly session: Session | undefined;
  readonly openExample: () => Promise<void>;
  readonly closeExample: () => void;
  readonly helpWrite: (name: string) => void;
  /** Opens again: after erasing, or (`fresh`) beside a passport that cannot be opened. */
  readonly open: (fresh?: boolean) => Promise<void>;
  /** Another tab runs a newer version, or has erased the passport: this one can save nothing more. */
  readonly stale: 'newer' | 'erased' | null;
};

/** Where the name of the person helping is kept, sealed, until they are done. */
const helperKey = 'writer/by';

/** Opens the passport beside the first paint; Dexie comes only now. `wanted` is false on a reader's page. */
export function useSession(world: World, lang: string, wanted: boolean): Opened {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const [example, setExample] = useState<Store | null>(null);
  const [by, setBy] = useState('');
  const helpWrite = useCallback(
    (name: string) => {
      setBy(name);
      if (opening.state !== 'open') return;
      const { drafts } = opening.store;
      void (name === '' ? drafts.drop(helperKey) : drafts.keep(helperKey, name));
    },
    [opening],
  );
  const [stale, setStale] = useState<'newer' | 'erased' | null>(null);

  const open = useCallback(
    async (fresh = false) => {
      const { openStore } = await import('#store/open.ts');
      const makeWorker = () => new Worker(scriptUrl(keyFileWorker), { type: 'module' });
      const opened = await openStore({ world, makeWorker, fresh });
      if (opened.ok)
        setBy((await opened.store.drafts.all().catch(() => new Map<string, string>())).get(helperKey) ?? '');
      setOpening(opened.ok ? { state: 'open', store: opened.store } : { state: 'refused', problem: opened.problem });
    },
    [world],
  );

  useEffect(() => {
    if (wanted) void open();
  }, [wanted, open]);

  useEffect(() => (opening.state === 'open' ? opening.store.onNewer(setStale) : undefined), [opening]);

  const openExample = useCallback(async () => {
    const [{ memoryStore }, { exampleEdits }] = await Promise.all([
      import('#store/memory.ts'),
      import('#passport/example/example.ts'),
    ]);
    setExample(memoryStore(editsToChanges(emptyPassport, exampleEdits(), { by: '', lang: 'en-GB' }, world), world));
  }, [world]);

  const store = example ?? (opening.state === 'open' ? opening.store : undefined);
  const isExample = example !== null;
  const session = useMemo<Session | undefined>(
    () => store && { store, world, writer: { by, lang }, example: isExample },
    [store, world, by, lang, isExample],
  );
  return {
    opening,
    session,
    openExample,
    closeExample: () => setExample(null),
    helpWrite,
    open,
    stale,
  };
}
