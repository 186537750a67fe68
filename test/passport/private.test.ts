import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { decode } from '#exchange/code/decode.ts';
import { encode } from '#exchange/code/encode.ts';
import { aeRoom, clinicRoom, fullRoom, linkRoom, packExtract } from '#exchange/code/pack.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { docToMessage, docToText, docToWholeText } from '#exchange/text/text.ts';
import { speak, translator } from '#i18n/i18n.ts';
import { wordsOf } from '#i18n/words.ts';
import { partOf, parts } from '#passport/catalogue.ts';
import { type Extract, linkToName, pick, privateTicks, recordTicks } from '#passport/extract.ts';
import type { Field } from '#passport/field.ts';
import { emptyPassport, fold, listOf, type Passport } from '#passport/fold.ts';
import { fieldOf, fitsCard, type Part } from '#passport/part.ts';
import { isPrivateField, isPrivatePart, openParts, openRecords, withPages } from '#passport/private.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { lastWritten, unusedParts, usedParts } from '#passport/suggest.ts';
import { confidedOf, summariseConfided } from '#passport/summary/confided.ts';
import { summarise } from '#passport/summary/summarise.ts';
import type { Words } from '#passport/summary/words.ts';
import { encodeDownload } from '#store/download.ts';
import { openChanges } from '#store/lock/open-file.ts';
import { readDownload } from '#store/read-download.ts';
import { partToDetail, recordToDetail, recordToTitle } from '#views/record-words.ts';
import { casesOf } from '../cases-of.ts';
import { textOf } from '../exchange/pdf/read-pdf.ts';
import { resources } from '../exchange/pdf/resources.ts';
import { hasTool } from '../tools/debian-tool.ts';
import {
  anyPlanted,
  markerOf,
  markersIn,
  type Planted,
  privateFields,
  privateParts,
  type Standing,
  shareOf,
  standingIn,
} from './planted.ts';

const cases = casesOf(10_000);
const made = '2026-11-21';
const eachReader = Object.keys(readers) as ReaderId[];
const eachLanguage = ['en-GB', 'pl', 'ar'] as const;
const rooms = [aeRoom, clinicRoom, fullRoom, linkRoom];
const spoken: Words[] = [];

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await speak('en-GB');
  for (const lang of eachLanguage) spoken.push(remembering(wordsOf(await translator(lang), lang)));
});

/** The same words, each put together once: 10,000 pages ask for few that differ. */
function remembering(words: Words): Words {
  const said = new Map<string, string>();
  const once = (key: string, make: () => string) => {
    const known = said.get(key) ?? make();
    said.set(key, known);
    return known;
  };
  return {
    ...words,
    say: (key, values) => once(`${key} ${values ? JSON.stringify(values) : ''}`, () => words.say(key, values)),
    part: (part) => once(`part ${part}`, () => words.part(part)),
    field: (part, field) => once(`field ${part} ${field}`, () => words.field(part, field)),
    term: (set, term) => once(`term ${set} ${term}`, () => words.term(set, term)),
    list: (items) => once(`list ${items.join('\n')}`, () => words.list(items)),
  };
}

test('the catalogue says of the same things that they are private as this test does', () => {
  const all = parts as readonly Part[];
  expect(all.filter(isPrivatePart).map(({ id }) => id)).toEqual(privateParts);
  const fields = all.flatMap((part) =>
    Object.keys(part.fields)
      .filter((id) => isPrivateField(part, id))
      .map((id) => `${part.id}/${id}`),
  );
  expect(fields).toEqual(privateFields);
  expect(all.filter(({ held }) => held).map(({ id, held }) => [id, held])).toEqual([
    ['problems', { has: 'original', lacks: 'status' }],
  ]);
});

/** The passport as the share screen sees it, with its pages open beside it. */
const whole = ({ changes, pages }: Planted): Passport => withPages(fold(changes), fold(pages));

/** Fails when a text holds a marker that may not be there. */
function expectOnly(allowed: ReadonlySet<number>, text: string, where: string): void {
  for (const number of markersIn(text)) if (!allowed.has(number)) throw new Error(`${markerOf(number)} is in ${where}`);
}

function allowedBy(standing: readonly Standing[], ticked: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(standing.filter(({ key }) => key === null || ticked.has(key)).map(({ number }) => number));
}

/** What a reader meets of an extract, as text and as a file or window would be named. */
function readingsOf(extract: Extract, words: Words): readonly string[] {
  const doc = summarise(extract, words, { today: made });
  const { furniture } = doc;
  const drawn = [furniture.page(1, 2), furniture.code(1, 2), furniture.record, furniture.codesTitle, furniture.scan];
  return [docToWholeText(doc), docToMessage(doc), doc.title, ...drawn];
}

/** Every list on the person's own screens that others may see over their shoulder, in words. */
function listsOf(passport: Passport, words: Words): readonly string[] {
  const shown = [true, false].flatMap((isHelped) => {
    const { suggested, rest } = unusedParts(passport, isHelped);
    return [...usedParts(passport, isHelped), ...suggested, ...rest];
  });
  const details = [...new Set([...shown, ...openParts])].map((part) => partToDetail(passport, part, words));
  const records = new Set([
    ...lastWritten(passport),
    ...openParts.flatMap((part) => [...openRecords(passport, part), ...recordTicks(passport, part)]),
  ]);
  const rows = [...records].flatMap((record) => {
    const part = partOf(record.part) as Part;
    return [recordToTitle(part, record, words), recordToDetail(part, record, words)];
  });
  return [...details, ...rows].map((line) => line.map(({ text }) => text).join(''));
}

describe('nothing private is anywhere until it is ticked', () => {
  test(`in ${cases} random passports, for every reader and any ticks`, async () => {
    let at = 0;
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyPlanted, fc.nat(0x7fffffff), async (planted, mask) => {
        at += 1;
        const passport = whole(planted);
        const standing = standingIn(planted);
        const ticks = privateTicks(passport).map(({ key }) => key);
        const words = spoken[Math.floor(at / 20) % spoken.length] as Words;
        for (const [place, reader] of eachReader.entries()) {
          const share = shareOf(reader, ticks, mask >> place);
          const allowed = allowedBy(standing, share.withPrivate);
          const extract = pick(passport, share, made);
          expectOnly(allowed, JSON.stringify(extract), `what is picked for ${reader}`);
          expectMarked(extract, standing);
          // Codes and pages are made of what was picked and of nothing else: these are read through all the same.
          if (place === at % 16) {
            const read = await decode(await encode(extract));
            if (!read.ok) throw new Error(read.problem);
            expectOnly(allowed, JSON.stringify(read.extract), `the code for ${reader}`);
          }
          if (place === (at + 8) % 20) {
            for (const text of readingsOf(extract, words)) expectOnly(allowed, text, `the page for ${reader}`);
            met.add(`${reader} ${words.lang}`);
          }
        }
        const open = allowedBy(standing, new Set());
        if (at % 2 === 0) {
          for (const text of listsOf(passport, words)) expectOnly(open, text, 'a list');
        } else {
          for (const kind of ['flare', 'emergency'] as const)
            expectOnly(open, JSON.stringify(openChanges(passport, kind)), `what opens without the passphrase: ${kind}`);
        }
        expectNoNames(passport, open);
      }),
      { numRuns: cases },
    );
    expect(met.size).toBe(eachReader.length * eachLanguage.length);
  }, 240_000);

  test('however little room there is, and on paper too', async () => {
    const sample = fc.sample(fc.tuple(anyPlanted, fc.nat(0x7fffffff)), 40);
    for (const [at, [planted, mask]] of sample.entries()) {
      const passport = whole(planted);
      const standing = standingIn(planted);
      const share = shareOf(
        eachReader[at % eachReader.length] as ReaderId,
        privateTicks(passport).map(({ key }) => key),
        mask,
      );
      const allowed = allowedBy(standing, share.withPrivate);
      const extract = pick(passport, share, made);
      for (const room of rooms) {
        const { shown, leftOut } = await packExtract(extract, room);
        expectOnly(allowed, JSON.stringify(shown), 'codes with little room');
        const picked = new Set(extract.parts.map(({ part }) => part));
        for (const part of Object.keys(leftOut)) expect(picked).toContain(part);
      }
      const words = spoken[at % spoken.length] as Words;
      const doc = summarise(extract, words, { today: made });
      if (at >= 6 || !hasTool('pdftotext')) continue;
      const pdf = await docToPdf(doc, { paper: 'a4', codes: [], made }, resources);
      expectOnly(allowed, textOf(pdf.bytes).replace(/\s/g, ''), 'the paper');
    }
  }, 120_000);

  test('a private part of which nothing is ticked is not even said to be empty, nor counted', () => {
    const pages = fold([page('r0', { title: markerOf(1), text: markerOf(2) })]);
    for (const passport of [withPages(emptyPassport, pages), emptyPassport]) {
      for (const reader of eachReader) {
        const extract = pick(passport, shareOf(reader, [], 1), made);
        expect(extract.parts.map(({ part }) => part)).not.toContain('pages');
        for (const words of spoken)
          expect(docToText(summarise(extract, words, { today: made }))).not.toContain(words.part('pages'));
      }
      expect(
        usedParts(passport, true).concat(unusedParts(passport, false).suggested, unusedParts(passport, false).rest),
      ).not.toContain(partOf('pages'));
    }
  });

  test('the passport itself holds no page, only where they are kept', () => {
    const home = { ...page('pages', {}), set: { home: { name: markerOf(3), key: markerOf(4) } as never } };
    const passport = fold([home]);
    expect(usedParts(passport, false)).toEqual([]);
    expect(lastWritten(passport)).toEqual([]);
    expect(privateTicks(passport)).toEqual([]);
    for (const reader of eachReader)
      expectOnly(new Set(), JSON.stringify(pick(passport, shareOf(reader, ['pages/pages'], -1), made)), 'any share');
    expect(withPages(passport, emptyPassport).parts['pages']).toEqual({});
  });
});

/** Every private value in an extract says that it is, and no other does. */
function expectMarked(extract: Extract, standing: readonly Standing[]): void {
  const keys = new Map(standing.map(({ number, key }) => [number, key]));
  for (const told of extract.parts.flatMap(({ records }) => records.flatMap((record) => Object.values(record)))) {
    for (const number of markersIn(JSON.stringify(told.value))) {
      const isPrivate = keys.get(number) !== null;
      if (isPrivate !== (told.confidence === true))
        throw new Error(`${markerOf(number)} is not marked as it should be`);
    }
  }
}

/** A link to anything private never says what it is called. */
function expectNoNames(passport: Passport, open: ReadonlySet<number>): void {
  for (const to of ['problems', 'pages', 'team', 'medicines']) {
    const field: Field = { tag: 1, kind: 'link', card: 'full', to };
    for (const id of ['r0', 'r1', 'r2', to])
      expectOnly(open, JSON.stringify(linkToName(passport, field, id)), `a link to ${to}`);
  }
}

function page(record: string, set: Record<string, string>) {
  return { id: `p-${record}`, n: 1, at: '', by: '', lang: 'en-GB', part: 'pages', record, set };
}

describe('what is ticked', () => {
  test('arrives, marked as told in confidence, in the code, the page and the text', async () => {
    let ticked = 0;
    await fc.assert(
      fc.asyncProperty(anyPlanted, async (planted) => {
        const passport = whole(planted);
        const withPrivate = new Set(privateTicks(passport).map(({ key }) => key));
        const read = await decode(
          await encode(pick(passport, { reader: 'everything', without: new Set(), withPrivate }, made)),
        );
        if (!read.ok) throw new Error(read.problem);
        const sent = JSON.stringify(confidedOf(read.extract));
        const words = spoken[0] as Words;
        const doc = summarise(read.extract, words, { today: made });
        const text = docToWholeText(doc).replaceAll('\n', ' ');
        const look = JSON.stringify(summariseConfided(read.extract, words, { today: made }, doc));
        for (const one of standingIn(planted).filter(
          ({ key, part, field }) => withPrivate.has(key ?? '') && isTold(part, field),
        )) {
          ticked += 1;
          expect(markersIn(sent)).toContain(one.number);
          expect(markersIn(text)).toContain(one.number);
          expect(markersIn(look)).toContain(one.number);
          expect(text.replace(/\s+/g, ' ')).toContain(words.say('notice_confidence'));
          expect(text.replace(/\s+/g, ' ')).toContain(words.say('confidence'));
        }
      }),
      { numRuns: 150 },
    );
    expect(ticked).toBeGreaterThan(50);
  }, 60_000);

  test('a link to a held record names it only when that record is ticked too', () => {
    const held = { ...page('r1', {}), part: 'problems', set: { name: 'Knee', original: 'knee' } };
    const passport = fold([held]);
    const field: Field = { tag: 1, kind: 'link', card: 'full', to: 'problems' };
    expect(linkToName(passport, field, 'r1')).toBeNull();
    expect(linkToName(passport, field, 'r1', new Set(), new Set(['problems/r1']))).toEqual({ own: 'Knee' });
    expect(listOf(passport, partOf('problems') as Part)).toHaveLength(1);
  });

  test('a page carries one mark for all of it, and the second look shows those words and no others', () => {
    const passport = withPages(
      fold([
        { ...page('me', { preferredName: 'Rosa' }), part: 'me' },
        { ...page('r0', { name: 'Codeine', purpose: 'nights', reallyTake: 'half' }), part: 'medicines' },
      ]),
      fold([page('r0', { title: 'Winter', text: 'First line\nSecond line' })]),
    );
    const withPrivate = new Set(['pages/r0', 'medicines/r0/reallyTake']);
    const extract = pick(passport, { reader: 'gp', without: new Set(), withPrivate }, made);
    const [words] = spoken as [Words];
    const doc = summarise(extract, words, { today: made });
    const looked = docToText(summariseConfided(extract, words, { today: made }, doc));
    expect(looked).toContain('Winter');
    expect(looked).toContain('Second line');
    expect(looked).toContain('Codeine');
    expect(looked).toContain('half');
    expect(looked).not.toMatch(/Rosa|nights/);
    expect(looked.split(words.say('confidence')).length - 1).toBe(3);
  });
});

/** Told whenever its record is: a condition on another field, and what the program keeps for itself, are not. */
function isTold(part: string, id: string): boolean {
  const field = fieldOf(partOf(part) as Part, id) as Field;
  return (
    !field.silent &&
    !field.when &&
    !field.toldWhen &&
    !field.onlyTold &&
    fitsCard(field, 'full') &&
    field.kind !== 'yes' &&
    id !== 'translator'
  );
}

test('a whole download holds every private word', async () => {
  for (const { changes, pages } of fc.sample(anyPlanted, 40)) {
    const read = await readDownload(await encodeDownload([...changes, ...pages], '2026-11-21T10:00:00.000Z'));
    expect(read).toMatchObject({ ok: true, changes: [...changes, ...pages] });
  }
});
