import { cardsToAddresses } from '#exchange/code/address.ts';
import { ByteWriter } from '#exchange/code/bytes.ts';
import { decode } from '#exchange/code/decode.ts';
import { encode } from '#exchange/code/encode.ts';
import { largestCard, largestContent } from '#exchange/code/envelope.ts';
import { unpackCards } from '#exchange/code/pack.ts';
import { parts } from '#passport/catalogue.ts';
import type { Extract } from '#passport/extract.ts';
import { partTags } from '#passport/field.ts';
import { fieldsOf, type Part } from '#passport/part.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { answerTo, type Held, nothingHeld, takeFragment, takeScan, takeTold } from '#screens/reader/held.ts';
import { english } from '../passport/summary/locale-words.ts';
import { type Artefacts, day } from './artefacts.ts';
import type { Door, Knock } from './door.ts';
import { bombs, deflated, forgeCard } from './forge.ts';
import { anyText } from './hostile.ts';
import { join, mutateBytes, mutateText } from './mutate.ts';
import type { Random } from './random.ts';

const base = 'https://example.org/';
// A bite of 256 bytes may still be inflated when the cap is passed: 258 kB, in chunks of 64.
const cap = largestContent + 2 ** 19;

/** An address: opened, clicked or pasted. */
export function linkDoor(things: Artefacts): Door {
  return {
    name: 'link',
    share: 110,
    cap,
    make(random): Knock {
      const address = addressFrom(random, things);
      const isShown = random.chance(0.1);
      return async (inflated) => {
        const held = takeFragment(nothingHeld, address);
        if (held.said?.kind === 'problem') return held.said.problem;
        return open(held, inflated, isShown);
      };
    },
  };
}

/** What a camera reads: the codes of a set in any order, twice, among strangers, or some of them only. */
export function scanDoor(things: Artefacts): Door {
  return {
    name: 'scan',
    share: 7,
    cap: 9 * cap,
    make(random): Knock {
      const set = random.chance(0.8) ? random.pick(things.sets) : forgedSet(random, things);
      const strange = () =>
        random.way([
          [2, () => addressFrom(random, things)],
          [1, () => anyText(random)],
        ]);
      const one = (address: string) =>
        random.way([
          [9, () => address],
          [1, () => mutateText(random, address, things.addresses)],
        ]);
      const some = random.shuffled(set).slice(random.few(2));
      const more = Array.from({ length: random.few(4) }, () => (random.chance(0.5) ? random.pick(set) : strange()));
      const texts = random.shuffled([...some.map(one), ...more]);
      const isShown = random.chance(0.1);
      const told = random.shuffled([...set, ...(random.chance(0.2) ? [strange()] : [])]).slice(0, random.below(6));
      return async (inflated) => {
        const scanned = texts.reduce(takeScan, nothingHeld);
        answerTo(scanned, told);
        const held = takeTold(scanned, told);
        const said = texts.reduce<Held>(takeScan, nothingHeld).said;
        if (held.pieces.length === 0) return said?.kind === 'problem' ? said.problem : 'passed-over';
        return open(held, inflated, isShown);
      };
    },
  };
}

/**
 * The cards in hand read as one, as the reader's page does. `isShown`: made into words too, which takes ten times as
 * long as all before it, and written once more.
 */
async function open(held: Held, inflated: (bytes: number) => void, isShown: boolean): Promise<string> {
  const cards = held.pieces.map(({ card }) => card);
  const read = await unpackCards(
    cards.map(({ bytes }) => bytes),
    inflated,
  );
  if (!read.ok) return read.problem;
  if (!isShown) return 'taken';
  summarise(read.extract, english, { today: day, missing: (cards[0]?.count ?? 0) - cards.length, newer: read.newer });
  if (cards.length === 1) await comesBack(read.extract);
  return 'taken';
}

/** What was read once is written and read again as it was: nothing in it is other than it seems. */
async function comesBack(extract: Extract): Promise<void> {
  const again = await decode(await encode(extract));
  if (!again.ok || JSON.stringify(again.extract) !== JSON.stringify(extract))
    throw new Error('It came back otherwise.');
}

function addressFrom(random: Random, things: Artefacts): string {
  return random.way<string>([
    [1, () => random.pick(things.addresses)],
    [8, () => cardToAddress(cardFrom(random, things))],
    [2, () => mutateText(random, random.pick(things.addresses), things.addresses)],
    [1, () => `${anyText(random)}#1${'0123456789'.repeat(random.few(20)).slice(random.below(10))}${anyText(random)}`],
    [1, () => anyText(random)],
    [0.003, () => `#${'1'.repeat(random.pick([1_500_000, 1_500_001, 3_000_000]))}`],
  ]);
}

function cardToAddress(card: Uint8Array): string {
  return cardsToAddresses([card], base)[0] as string;
}

function forgedSet(random: Random, things: Artefacts): readonly string[] {
  const small = () => cardFrom(random, things).subarray(0, 2_000);
  return cardsToAddresses(Array.from({ length: 1 + random.below(9) }, small), base);
}

function cardFrom(random: Random, things: Artefacts): Uint8Array {
  const content = () => mutateBytes(random, random.pick(things.contents), things.contents);
  return random.way<Uint8Array>([
    [6, () => forgeCard(content(), false)],
    [2, () => forgeCard(deflated(content()), true)],
    [5, () => forgeCard(grown(random), false)],
    [2, () => forgeCard(mutateBytes(random, deflated(random.pick(things.contents)), things.cards), true)],
    [2, () => mutateBytes(random, random.pick(things.cards), things.cards)],
    [1, () => random.bytes(random.few(400))],
    [0.04, () => forgeCard(join(random.pick(bombs), random.bytes(random.few(9))).subarray(0, largestCard - 9), true)],
  ]);
}

const headers: readonly number[] = (parts as readonly Part[]).flatMap((part) => [
  4 * part.tag,
  4 * part.tag + 3,
  ...[...Object.values(fieldsOf(part)).map(({ tag }) => tag), ...Object.values(partTags)].flatMap((tag) => [
    ...[4 * tag, 4 * tag + 1, 4 * tag + 2, 4 * tag + 3],
  ]),
]);

/** Content whose numbers and texts have the right look and any order. */
function grown(random: Random): Uint8Array {
  const structure = new ByteWriter();
  structure.varint(random.pick([2, 3, 4, 6, 8, 9, 50]));
  structure.varint(2 + random.below(400));
  structure.varint(random.chance(0.8) ? 0 : random.few(5));
  for (let count = random.few(60); count > 0; count -= 1) {
    structure.varint(
      random.way<number>([
        [5, () => random.few(12)],
        [5, () => random.pick(headers)],
        [1, () => random.below(2 ** 16)],
        [0.2, () => 2 ** 31 - 1],
      ]),
    );
  }
  if (random.chance(0.8)) structure.bytes(new Uint8Array(1 + random.below(3)));
  const content = new ByteWriter();
  content.varint(random.chance(0.97) ? 1 : random.few(5));
  content.varint(structure.length + (random.chance(0.97) ? 0 : random.few(9)));
  content.bytes(structure.toBytes());
  const texts = ['en-GB', ...Array.from({ length: random.few(20) }, () => anyText(random))];
  const ends = random.chance(0.97) ? [0xff] : [];
  for (const text of texts) content.bytes(Uint8Array.of(...new TextEncoder().encode(text), ...ends));
  return content.toBytes();
}
