/** What measurements are made of, by the app's own code. Bundled for Node when they run. */
import { encode } from '#exchange/code/encode.ts';
import { fullRoom, packExtract } from '#exchange/code/pack.ts';
import type { Change } from '#passport/change.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { apply, emptyPassport } from '#passport/fold.ts';
import { type Edit, editsToChanges, type World } from '#passport/write.ts';
import { encodeDownload } from '#store/download.ts';

const person = { by: '', lang: 'en-GB' };
const made = '2026-11-21';

/** A world in which each change comes a little after the one before, and the same every time. */
function steadyWorld(): World {
  let at = new Date('2020-01-01T09:00:00Z').getTime();
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  };
  return {
    now: () => {
      at += 60_000;
      return new Date(at);
    },
    random: (count) => Uint8Array.from({ length: count }, next),
  };
}

/**
 * A log of `count` changes as a file: the example person first, then years of edits. Every hundredth change begins
 * another thing tried; the others change what is there.
 */
export async function makeDownload(count: number): Promise<Uint8Array> {
  const world = steadyWorld();
  const changes: Change[] = [...editsToChanges(emptyPassport, exampleEdits(), person, world)].slice(0, count);
  let n = changes.length;
  const add = (edit: Edit) => {
    const [change] = editsToChanges({ n, parts: {} }, [edit], person, world);
    if (change) changes.push(change);
    n += 1;
  };
  while (changes.length < count) add(editAt(changes.length));
  return encodeDownload(changes, new Date('2026-11-21T09:00:00Z').toISOString());
}

const fields = [
  ['medicines', 'example-duloxetine', 'helpsHow'],
  ['matters', 'matters', 'goodDay'],
  ['flare', 'flare', 'noticed'],
  ['medicines', 'example-paracetamol', 'reallyTake'],
] as const;

function editAt(at: number): Edit {
  const day = `Day ${at}: I walked to the gate and back, sat down, and had something left for the evening.`;
  if (at % 100 === 0) {
    return { part: 'tried', record: `tried-${at}`, set: { what: 'physiotherapy', date: '2024', notes: day } };
  }
  const begun = Math.floor(at / 100) * 100;
  if (at % 2 === 0 && begun > 100) return { part: 'tried', record: `tried-${begun}`, set: { notes: day } };
  const [part, record, field] = fields[at % fields.length] ?? fields[0];
  return { part, record, set: { [field]: day } };
}

/** The example's whole summary: as one card, as the codes of the screen, and as JSON that says the same. */
export async function makeSummary(): Promise<{ card: number; codes: number[]; extract: string; plain: string }> {
  const passport = apply(emptyPassport, editsToChanges(emptyPassport, exampleEdits(), person, steadyWorld()));
  const extract = pick(passport, emptyShare('everything'), made, true);
  const { cards } = await packExtract(extract, fullRoom);
  return {
    card: (await encode(extract)).length,
    codes: cards.map((card) => card.length),
    extract: JSON.stringify(extract),
    plain: JSON.stringify(plainOf(extract)),
  };
}

/** The same without a language on each value: the shortest JSON that anyone would write. */
function plainOf({ parts, reader, lang, example }: Extract): unknown {
  const values = parts.map(({ part, checked, written, none, partial, records }) => [
    part,
    {
      ...(checked && { checked }),
      ...(written && { written }),
      ...(none && { none }),
      ...(partial && { partial }),
      records: records.map((record) =>
        Object.fromEntries(
          Object.entries(record).map(([field, { value, lang: own }]) => [
            field,
            own === lang ? value : { lang: own, value },
          ]),
        ),
      ),
    },
  ]);
  return { reader, made, lang, example, ...Object.fromEntries(values) };
}
