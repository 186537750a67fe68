import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capExtract, mostMarks, mostPieces } from '#exchange/code/cap.ts';
import { decode } from '#exchange/code/decode.ts';
import { encode } from '#exchange/code/encode.ts';
import { linkRoom, packExtract, unpackCards } from '#exchange/code/pack.ts';
import { parts as catalogue } from '#passport/catalogue.ts';
import type { Doc, Line } from '#passport/doc.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { casesOf } from '../../cases-of.ts';
import { anyChanges, anyShare } from '../../passport/arbitrary.ts';
import { personToChanges } from '../../passport/person.ts';
import { english } from '../../passport/summary/locale-words.ts';
import { allergies, breaks, code, floods, part, times } from './floods.ts';

const linesOf = (doc: Doc): readonly Line[] =>
  [...doc.summary, ...doc.record].flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.line];
      return block.kind === 'list' ? block.items : [...block.head, ...block.rows.flat()];
    }),
  ]);
/** Lines and runs: each is a thing that a page, a paper or a text has to draw. */
const drawn = (doc: Doc) => linesOf(doc).reduce((sum, line) => sum + 1 + line.length, 0);

describe('a few bytes cannot make a page that takes long to draw', () => {
  test.each(Object.entries(floods))('%s: the rest is named as left out', async (_, flood) => {
    const card = await encode(code(allergies, ...flood));
    const read = await unpackCards([card]);
    if (!read.ok) throw new Error(read.problem);
    const { extract } = read;
    const doc = summarise(extract, english, { today: '2026-11-21' });
    expect(drawn(doc)).toBeLessThan(6 * mostPieces);
    const names = flood.map((one) => one.part);
    const gave = [...Object.keys(extract.leftOut), ...Object.keys(extract.shortened)];
    expect(gave.every((id) => names.includes(id))).toBe(true);
    for (const id of gave) expect(JSON.stringify(doc.notices)).toContain(english.part(id));
    // what is small and stands beside it is whole
    expect(extract.parts.find((one) => one.part === 'allergies')).toEqual(allergies);
  });

  test('a part of which nothing could be kept is not told as empty', () => {
    const { parts, leftOut, shortened } = capExtract(
      code(allergies, part('words', { isNew: 'a 1-2 b '.repeat(15_000) })),
    );
    expect(parts.map((one) => one.part)).toEqual(['allergies']);
    expect({ ...leftOut, ...shortened }).toEqual({ words: 1 });
  });

  test('what is kept of a text is its first lines, whole, and of a list its first items', () => {
    const lines = times(20_000, (at) => `line ${at} of many`);
    const steps = times(500, (at) => `step ${at} ${'with a long story '.repeat(90)}`);
    const { parts } = capExtract(code(part('flare', { urgent: lines.join('\r\n'), steps })));
    const kept = parts[0]?.records[0] ?? {};
    const text = String(kept['urgent']?.value).split('\n');
    expect(text.length).toBeGreaterThan(500);
    expect(text).toEqual(lines.slice(0, text.length));
    const items = kept['steps']?.value as readonly string[];
    expect(items.length).toBeGreaterThan(50);
    expect(items).toEqual(steps.slice(0, items.length));
  });

  test('a letter keeps as many marks as any writing has', () => {
    const label = (marks: number) => code(part('words', { label: { own: `e${'\u0301'.repeat(marks)}` } }));
    expect(capExtract(label(mostMarks))).toEqual(label(mostMarks));
    expect(capExtract(label(mostMarks + 1)).parts).toEqual(label(mostMarks).parts);
    expect(capExtract(label(mostMarks + 1)).shortened).toEqual({ words: 1 });
  });

  test('codes made anew from what was read still say what was left out', async () => {
    const flood = code(allergies, part('flare', { urgent: breaks(59_000) }));
    const first = capExtract({ ...flood, leftOut: { flare: 2 ** 31 - 1 } });
    const { shown } = await packExtract(first, linkRoom);
    expect(shown.leftOut).toEqual({ flare: 2 ** 31 - 1 });
  });
});

describe('a life, however full, is not touched', () => {
  test('the person of our tests and any passport of ordinary size come as they were sent', async () => {
    const person = pick(fold(personToChanges()), emptyShare('everything'), '2026-11-21');
    expect(capExtract(person)).toBe(person);
    await fc.assert(
      fc.asyncProperty(
        anyChanges
          .map(fold)
          .chain((passport) => anyShare(passport).map((share) => pick(passport, share, '2026-11-21'))),
        async (extract) => {
          const read = await decode(await encode(extract));
          if (read.ok) expect(capExtract(read.extract)).toBe(read.extract);
        },
      ),
      { numRuns: casesOf(200) },
    );
  });

  test('60 medicines, 150 problems, 60 things tried and a note of 50,000 characters are whole', () => {
    // words with figures in them, as a list of serial numbers has
    const serials = Array.from({ length: 9_000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 31).toString(36)).join(' ');
    const note = code(part('matters', { most: serials.slice(0, 50_000) }));
    expect(capExtract(note)).toBe(note);
    const story = 'It hurts less when I have slept, 7 or 8 hours, and had time to walk. '.repeat(725);
    const full = code(
      part('matters', { most: story }),
      part(
        'medicines',
        ...times(60, (at) => ({ name: `Medicine ${at}`, strength: '500 mg', dose: '1 or 2 at night' })),
      ),
      part('problems', ...times(150, (at) => ({ name: `Problem ${at}`, mine: 'my own word', since: '2012-03-01' }))),
      part('tried', ...times(60, (at) => ({ place: `Thing ${at}`, notes: 'It was cold there.\nI would go again.' }))),
    );
    expect(story.length).toBeGreaterThan(49_000);
    expect(capExtract(full)).toBe(full);
  });
});

test('whatever is sent, no more is kept than a page can draw, and nothing is kept that was not sent', () => {
  const text = fc.oneof(
    fc.string(),
    fc.nat(9_000).map(breaks),
    fc.nat(30_000).map((count) => 'x'.repeat(count)),
  );
  const extract = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom('me', 'flare', 'words', 'problems', 'tried'), fc.array(text, { maxLength: 20 })),
      {
        selector: ([id]) => id,
      },
    )
    .map((all) =>
      code(
        ...all.map(([id, texts]) => {
          const known = catalogue.find((one) => one.id === id);
          const fields = Object.keys(known?.fields ?? {});
          if (known?.many) return part(id, ...texts.map((value) => ({ [known.title]: value })));
          return part(id, Object.fromEntries(texts.slice(0, fields.length).map((value, at) => [fields[at], value])));
        }),
      ),
    );
  fc.assert(
    fc.property(extract, (sent) => {
      const kept = capExtract(sent);
      // keeping is settled at once: a page made from what was kept leaves nothing more out
      const again = capExtract({ ...kept, leftOut: sent.leftOut });
      expect(again.parts).toEqual(kept.parts);
      for (const one of kept.parts) {
        const from = sent.parts.find(({ part: id }) => id === one.part);
        one.records.forEach((record) => {
          for (const [id, { value }] of Object.entries(record)) {
            const texts = from?.records.map((original) => String(original[id]?.value).replace(/\r\n?/g, '\n')) ?? [];
            expect(texts.some((original) => original.startsWith(String(value).replace(/\r\n?/g, '\n')))).toBe(true);
          }
        });
      }
    }),
    { numRuns: 15 },
  );
});
