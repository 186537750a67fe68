/**
 * `npm run fuzz`: a million inputs that nobody meant well, new ones each time, at every way in. Prints one line a door:
 * inputs, refused, accepted, the slowest, the most that came out of one packed input.
 *
 *     npm run fuzz -- --count 20000           fewer, spread over the doors as ever
 *     npm run fuzz -- --door link             one door only
 *     npm run fuzz -- --door link --seed 7    one input again; with --count, that many from there on
 *
 * The seeds of everything that ever failed stand in test/fuzz/seeds.json and are played first.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';
import { root } from './install.mjs';

const slice = 500;
/** Milliseconds that one input may take before it counts as one that never ends. */
const patience = 60_000;

if (isMainThread) await main();
else {
  const { module } = await runnerImport(`${root}test/fuzz/work.ts`, { root, configFile: false, logLevel: 'error' });
  await module.work(new Uint32Array(workerData));
}

async function main() {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { count: text, door: text, seed: text } });
  const begun = Date.now();
  const crew = [startWorker()];
  const doors = await crew[0].ready;
  const wanted = doors.filter(({ name }) => values.door === undefined || name === values.door);
  if (wanted.length === 0) stop(`--door is one of ${doors.map(({ name }) => name).join(', ')}`);
  const count = Number(values.count ?? (values.seed === undefined ? 1_000_000 : 1));
  const first = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
  if (!(count > 0) || !(first >= 0)) stop('--count and --seed are whole numbers.');
  const orders = values.seed === undefined ? knownSeeds(wanted) : [];
  const known = orders.length;
  const shares = wanted.reduce((sum, { share }) => sum + share, 0);
  for (const { name, share } of wanted) {
    const all = Math.ceil((count * share) / shares);
    for (let at = 0; at < all; at += slice)
      orders.push({ door: name, first: (first + at) % 2 ** 32, count: Math.min(slice, all - at) });
  }
  console.log(`Inputs from seed ${first} on, and ${known} that once failed`);
  const tallies = [];
  for (let more = Math.min(availableParallelism(), orders.length) - 1; more > 0; more -= 1) crew.push(startWorker());
  await Promise.all(crew.map((worker) => follow(worker, orders, tallies)));
  report(wanted, tallies, Date.now() - begun);
}

function knownSeeds(doors) {
  const seeds = JSON.parse(readFileSync(`${root}test/fuzz/seeds.json`, 'utf8'));
  return seeds
    .filter(({ door }) => doors.some(({ name }) => name === door))
    .map(({ door, seed }) => ({ door, first: seed, count: 1 }));
}

function startWorker() {
  const at = new SharedArrayBuffer(4);
  const thread = new Worker(new URL(import.meta.url), {
    workerData: at,
    stdout: false,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  // also rejects when the thread ends in an error
  const next = async () => (await once(thread, 'message'))[0];
  return { thread, at: new Uint32Array(at), next, ready: next() };
}

/** Gives a worker one order after another; one that dies or never ends is a fault, and another takes its place. */
async function follow(worker, orders, tallies) {
  await worker.ready;
  for (let order = orders.shift(); order; order = orders.shift()) {
    let timer;
    let [seen, since] = [worker.at[0], Date.now()];
    const late = new Promise((_, reject) => {
      timer = setInterval(() => {
        if (seen !== worker.at[0]) [seen, since] = [worker.at[0], Date.now()];
        else if (Date.now() - since > patience) reject(new Error('never ended'));
      }, 1_000);
    });
    try {
      const answer = worker.next();
      worker.thread.postMessage(order);
      tallies.push(await Promise.race([answer, late]));
    } catch (error) {
      const seed = worker.at[0];
      tallies.push({ ...nothing(order.door), faults: [{ door: order.door, seed, what: error.message }] });
      await worker.thread.terminate();
      const left = order.first + order.count - seed - 1;
      if (left > 0) orders.push({ ...order, first: seed + 1, count: left });
      return follow(startWorker(), orders, tallies);
    } finally {
      clearInterval(timer);
    }
  }
  await worker.thread.terminate();
}

function nothing(door) {
  return { door, inputs: 0, taken: 0, refused: 0, slowest: 0, largest: 0, faults: [] };
}

function report(doors, tallies, took) {
  const total = nothing('all');
  for (const { name } of [...doors, { name: 'all' }]) {
    const sum = name === 'all' ? total : nothing(name);
    for (const tally of tallies.filter(({ door }) => door === sum.door)) add(sum, tally);
    if (sum !== total) add(total, sum);
    const counts = [sum.inputs, sum.refused, sum.taken].map((number) => number.toLocaleString('en-GB').padStart(9));
    console.log(
      `${name.padEnd(16)} ${counts[0]} inputs ${counts[1]} refused ${counts[2]} accepted   slowest ${sum.slowest.toFixed(0).padStart(4)} ms   most inflated ${sum.largest.toLocaleString('en-GB')} B`,
    );
  }
  // one line for each kind of fault, with the first seed that had it
  for (const [kind, [{ door, seed }, ...more]] of kindsOf(total.faults))
    console.error(`FAULT ${kind}, ${more.length + 1} times\n  again: npm run fuzz -- --door ${door} --seed ${seed}`);
  console.log(`${total.faults.length} faults in ${(took / 60_000).toFixed(1)} minutes`);
  if (total.faults.length > 0) process.exitCode = 1;
}

function kindsOf(faults) {
  const kinds = new Map();
  for (const fault of faults) {
    const kind = `${fault.door}: ${fault.what}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
  }
  return kinds;
}

function add(sum, tally) {
  for (const key of ['inputs', 'taken', 'refused']) sum[key] += tally[key];
  for (const key of ['slowest', 'largest']) sum[key] = Math.max(sum[key], tally[key]);
  sum.faults.push(...tally.faults);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
