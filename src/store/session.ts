import type { World, Writer } from '#passport/write.ts';
import type { Pages } from './pages.ts';
import type { Store } from './store.ts';

/** What a screen works with: the passport that is open, the clock and randomness, and who is writing. */
export type Session = {
  readonly store: Store;
  readonly world: World;
  readonly writer: Writer;
  /** The example passport is open: marked on every page and export, kept nowhere. */
  readonly example: boolean;
  /** The private pages; null in the example. */
  readonly pages: Pages | null;
};
