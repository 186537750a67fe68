import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { encode } from '#exchange/code/encode.ts';
import { open } from '#exchange/code/envelope.ts';
import { fullRoom, packExtract } from '#exchange/code/pack.ts';
import type { Change } from '#passport/change.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { emptyPassport, fold } from '#passport/fold.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { editsToChanges } from '#passport/write.ts';
import { encodeDownload } from '#store/download.ts';
import { anyChanges } from '../passport/arbitrary.ts';
import { personToChanges } from '../passport/person.ts';
import { untidyChanges } from '../passport/untidy.ts';
import { Random } from './random.ts';

/** What the doors are meant to open to: real things, from people and from the fixtures of every released format. */
export type Artefacts = {
  readonly logs: readonly (readonly Change[])[];
  readonly changes: readonly Change[];
  readonly contents: readonly Uint8Array[];
  readonly cards: readonly Uint8Array[];
  /** Cards of one set each. */
  readonly sets: readonly (readonly string[])[];
  readonly addresses: readonly string[];
  readonly files: readonly Uint8Array[];
  readonly pastes: readonly string[];
};

export const day = '2026-11-21';
const base = 'https://example.org/';
const folder = new URL('../fixtures/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, folder));

export async function makeArtefacts(): Promise<Artefacts> {
  const random = new Random(1);
  const world = { now: () => new Date(`${day}T09:00:00Z`), random: (count: number) => random.bytes(count) };
  const log = JSON.parse(fixture('log-v1.json').toString()) as { changes: readonly Change[] };
  const code = JSON.parse(fixture('code-v1.json').toString()) as { addresses: readonly string[] };
  const ages = JSON.parse(fixture('code-v1-ages.json').toString()) as Record<string, { addresses: readonly string[] }>;
  const logs = [
    personToChanges(),
    editsToChanges(emptyPassport, exampleEdits(), { by: '', lang: 'en-GB' }, world),
    log.changes,
    ...fc.sample(anyChanges, { seed: 1, numRuns: 40 }),
  ];
  const extracts = [
    ...logs.flatMap((changes, place) => extractsOf(changes, place)),
    ...fc
      .sample(untidyChanges({ most: 3 }), { seed: 1, numRuns: 5 })
      .flatMap((changes) => extractsOf(changes, 2).map(partly)),
  ];
  const cards = await Promise.all(extracts.map(encode));
  const opened = await Promise.all(cards.map((card) => open(card)));
  const packed = await Promise.all(extracts.map((extract) => packExtract(extract, fullRoom)));
  const small = cards.filter((card) => card.length < 400);
  const sets = [
    code.addresses,
    ...Object.values(ages).map(({ addresses }) => addresses),
    ...packed.map((pack) => cardsToAddresses(pack.cards, base)).filter((set) => set.length > 1),
    ...[2, 5, 9].map((count) => cardsToAddresses(small.slice(0, count), base)),
  ];
  const files = await Promise.all(logs.map((changes) => encodeDownload(changes, `${day}T09:00:00.000Z`)));
  return {
    logs,
    changes: logs.flat(),
    contents: opened.flatMap((one) => (one.ok ? [one.content] : [])),
    cards,
    sets,
    addresses: cards.flatMap((card) => cardsToAddresses([card], base)),
    files: [Uint8Array.from(fixture('download-v1.passport')), ...files],
    pastes: [fixture('problem-list.tsv').toString(), ...lists],
  };
}

function extractsOf(changes: readonly Change[], place: number): readonly Extract[] {
  const ids = Object.keys(readers) as ReaderId[];
  const wanted = place < 2 ? ids : [ids[place % ids.length] as ReaderId];
  return wanted.map((reader) => pick(fold(changes), emptyShare(reader), day, place === 1));
}

/** As it goes when something was unticked, and there was little room. */
function partly(extract: Extract): Extract {
  const parts = extract.parts.map((part): typeof part =>
    part.part === 'medicines' ? { ...part, partial: true } : part,
  );
  return { ...extract, parts, leftOut: { goals: 1 }, shortened: { medicines: 2 } };
}

const lists: readonly string[] = [
  'Active problems\n1. Migraine (F26..) - 20-Feb-2017\n2. Asthma NOS, 2012\n• Left knee pain 29.4.13\nPast: Fractured wrist 1998 - 1999',
  'Amitriptyline 10mg tablets, one at night\nZapain 30/500 - stopped 2016, sick\nAllergic to penicillin: rash\nParacetamol 500 mg caplets 1-2 four times a day when needed',
  'Problem;Onset Date;Status\n"Type 2 diabetes";03/2011;Active\n"Depression";1999;Past',
  'ألم الظهر المزمن 2015\nحساسية من البنسلين\nباراسيتامول 500 mg',
];
