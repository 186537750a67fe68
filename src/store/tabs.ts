import { version } from './rows.ts';

/** What tabs of one passport tell each other: never a word of its content. */
type Note =
  | { readonly kind: 'rows'; readonly seq: number; readonly version: number }
  | { readonly kind: 'erased' }
  | { readonly kind: 'locked' };

export type Tabs = {
  /** Tells the other tabs that the log now reaches `seq`. */
  tell(seq: number): void;
  tellErased(): void;
  /** Tells the other tabs to close what they have open. */
  tellLocked(): void;
  close(): void;
};

/** Listens to the other tabs of this passport. Where there is no BroadcastChannel a tab sees the others when it saves. */
export function openTabs(
  name: string,
  heard: { rows: (seq: number) => void; newer: () => void; erased: () => void; locked: () => void },
): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const post = (note: Note) => channel?.postMessage(note);
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Note>) => {
      if (data.kind === 'erased') heard.erased();
      else if (data.kind === 'locked') heard.locked();
      else if (data.version > version) heard.newer();
      else heard.rows(data.seq);
    };
  }
  return {
    tell: (seq) => post({ kind: 'rows', seq, version }),
    tellErased: () => post({ kind: 'erased' }),
    tellLocked: () => post({ kind: 'locked' }),
    close: () => channel?.close(),
  };
}

/** True when `alone` keeps its word: without Web Locks no tab may touch the key files. */
export function canBeAlone(): boolean {
  return globalThis.navigator?.locks !== undefined;
}

/** Runs the task while no other tab runs one of this name; at once where there are no Web Locks. */
export async function alone<T>(name: string, task: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  return locks ? ((await locks.request(name, task)) as T) : task();
}
