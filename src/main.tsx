import { beginLoading } from '#app/begin-loading.ts';
import { settleAddress } from '#app/settle-address.ts';

const world = {
  now: () => new Date(),
  // biome-ignore lint/style/noRestrictedGlobals: the one source of randomness
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

settleAddress();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

beginLoading();
void import('#app/start.tsx').then(({ start }) => start(root, world));
