/** A page of its own beside the app, with the app's own store on it: saves, and bare writes of as many bytes. */
import { openStore } from '#store/open.ts';
import { bareDatabase, timed } from './bare.ts';

const world = { now: () => new Date(), random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
const writer = { by: '', lang: 'en-GB' };

async function measure(rounds: number): Promise<{ append: number[]; bare: number[] }> {
  const opened = await openStore({ world, disk: null });
  if (!opened.ok) throw new Error(opened.problem);
  await opened.store.ready;
  const put = await bareDatabase();
  const [append, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const set = { helpsHow: `Round ${round}: I can stand to cook, and sit down afterwards without paying for it.` };
    append.push(await timed(() => opened.store.append([{ part: 'medicines', record: 'one', set }], writer)));
    bare.push(await timed(() => put()));
  }
  return { append, bare };
}

Object.assign(window, { measure });
