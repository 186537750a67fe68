import { type MessagePort, parentPort } from 'node:worker_threads';
import { makeDoors } from './doors.ts';
import { knockOn } from './knock.ts';

/** Inputs for one worker: `count` seeds from `first` on, at one door. */
export type Order = { readonly door: string; readonly first: number; readonly count: number };

/** The worker's side of `npm run fuzz`. `at[0]` always holds the seed it is at, for whoever waits in vain. */
export async function work(at: Uint32Array): Promise<void> {
  const port = parentPort as MessagePort;
  const doors = await makeDoors();
  port.on('message', async ({ door: name, first, count }: Order) => {
    const door = doors.find((one) => one.name === name);
    if (!door) throw new Error(`There is no door called ${name}.`);
    port.postMessage(await knockOn(door, first, count, (seed) => (at[0] = seed)));
  });
  port.postMessage(doors.map(({ name, share }) => ({ name, share })));
}
