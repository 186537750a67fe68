import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardsToAddresses, readAddress } from '#exchange/code/address.ts';
import { decode } from '#exchange/code/decode.ts';
import { aeRoom, clinicRoom, fullRoom, linkRoom, longestBase, packExtract, unpackCards } from '#exchange/code/pack.ts';
import { addressToQr } from '#exchange/qr/qr.ts';
import { docToText } from '#exchange/text/text.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { type Extract, type ExtractPart, emptyShare, pick } from '#passport/extract.ts';
import { onCard, type Room } from '#passport/fit.ts';
import { fold, type Passport } from '#passport/fold.ts';
import type { ReaderId } from '#passport/readers.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { casesOf } from '../../cases-of.ts';
import { lives } from '../../lives/lives.ts';
import { anyChanges, wellFormed } from '../../passport/arbitrary.ts';
import { gridAllergies, gridLife, gridMedicines } from '../../passport/grid.ts';
import { personToChanges } from '../../passport/person.ts';
import { untidyPassport } from '../../passport/untidy.ts';
import { spoken } from '../pdf/spoken.ts';

const base = `https://${'x'.repeat(longestBase - 10)}/`;
const rooms: readonly Room[] = [aeRoom, clinicRoom, fullRoom, linkRoom];
const everything = (changes: readonly Change[]) => pick(fold(changes), emptyShare('everything'), '2026-11-21');

/** What an ambulance crew must never miss, written down once more by hand. */
const must: Readonly<Record<string, readonly string[]>> = {
  me: ['preferredName', 'fullName', 'birthDate'],
  words: ['label'],
  allergies: ['substance'],
  medicines: ['name', 'pattern', 'strength', 'dose', 'howOften', 'release'],
  problems: ['name'],
};

/** Every such record of an extract, as one line each: medicines taken now, problems not said to be past or in doubt. */
function mustKnow(extract: Extract): readonly string[] {
  return extract.parts.flatMap(({ part, records }) =>
    records
      .filter((record) => part !== 'medicines' || record['pattern']?.value !== 'stopped')
      .filter((record) => part !== 'problems' || [undefined, 'active'].includes(record['status']?.value as string))
      .flatMap((record) => {
        const values = (must[part] ?? []).flatMap((id) =>
          record[id] ? [`${id} ${JSON.stringify(record[id].value)}`] : [],
        );
        return partOf(part)?.many ? [values.join(', ')] : values;
      })
      .filter((line) => line !== '')
      .map((line) => `${part}: ${line}`),
  );
}

/** Lines that no single code could hold: a name of forty words, a dose that is a letter. */
const isVast = (line: string) => new TextEncoder().encode(line).length > 250;

const recordsOf = (extract: Extract, part: string) => extract.parts.find((one) => one.part === part)?.records ?? [];

test('a room is as large as the code it is named for, to the byte', () => {
  for (const [room, version] of [
    [aeRoom, 15],
    [clinicRoom, 22],
    [fullRoom, 22],
  ] as const) {
    const versionOf = (length: number) => {
      const [address = ''] = cardsToAddresses([new Uint8Array(length).fill(255)], base);
      return addressToQr(address).version;
    };
    expect(base).toHaveLength(longestBase - 1);
    expect(versionOf(room.bytes)).toBe(version);
    expect(versionOf(room.bytes + 1)).toBe(version + 1);
  }
  expect([aeRoom.bytes, clinicRoom.bytes]).toEqual([466, 944]);
});

test('a believable passport: an A&E card in one code, the clinic in one, all of it in four, every one of them small', async () => {
  const share = emptyShare('emergency');
  const ae = await packExtract(pick(fold(personToChanges()), share, '2026-11-21'), aeRoom);
  const clinic = await packExtract(pick(fold(personToChanges()), share, '2026-11-21'), clinicRoom);
  const full = await packExtract(everything(personToChanges()), fullRoom);
  const link = await packExtract(everything(personToChanges()), linkRoom);
  const show = (name: string, { cards, leftOut, shortened }: typeof ae) => {
    const codes = cardsToAddresses(cards, base).map((address) => {
      const digits = address.length - address.indexOf('#') - 1;
      return digits < 7_000 ? `V${addressToQr(address).version}` : `${digits} digits`;
    });
    console.log(
      name,
      cards.map((card) => card.length).join(' + '),
      'B',
      codes.join(' '),
      'left out',
      JSON.stringify(leftOut),
      'shortened',
      JSON.stringify(shortened),
    );
  };
  show('A&E', ae);
  show('clinic', clinic);
  show('full', full);
  show('link', link);
  expect(ae.cards).toHaveLength(1);
  expect(clinic.cards).toHaveLength(1);
  expect(full.cards.length).toBeLessThanOrEqual(4);
  expect([full.leftOut, full.shortened]).toEqual([{}, {}]);
  expect(full.shown).toEqual(everything(personToChanges()));
  expect(link.shown).toEqual(everything(personToChanges()));
  for (const [{ cards }, version] of [
    [ae, 15],
    [clinic, 22],
    [full, 22],
  ] as const) {
    for (const address of cardsToAddresses(cards, base))
      expect(addressToQr(address).version).toBeLessThanOrEqual(version);
  }
});

const anyReader = fc.constantFrom<ReaderId>('gp', 'specialist', 'emergency', 'everything');
const anyLife = fc
  .tuple(fc.oneof(untidyPassport({ most: 6 }), anyChanges.map(fold)), anyReader)
  .map(([passport, reader]) => pick(passport, emptyShare(reader), '2026-11-21'));

describe('an ambulance crew never gets a list with a medicine missing and no word of it', () => {
  /** Packs it, sees that nothing is missing without a word, and gives back what came of it. */
  async function expectAll(passport: Passport, reader: ReaderId, room: Room) {
    const extract = pick(passport, emptyShare(reader), '2026-11-21');
    const packed = await packExtract(extract, room);
    const { cards, shown, leftOut, shortened } = packed;
    const lines = mustKnow(shown);
    const missing = mustKnow(wellFormed(extract)).filter((line) => !lines.includes(line));
    if (cards.length < room.most) expect(missing.filter((line) => !isVast(line))).toEqual([]);
    for (const [part] of missing.map((line) => line.split(':') as [string]))
      expect([part, (leftOut[part] ?? 0) + (shortened[part] ?? 0)]).not.toEqual([part, 0]);
    for (const { part, records } of onCard(extract, room.card).parts) {
      // What stopped or is past may be left out of a larger code for want of room, and then is counted.
      expect([part, recordsOf(shown, part).length + (leftOut[part] ?? 0)]).toEqual([part, records.length]);
    }
    return packed;
  }

  test('of 4 to 14 medicines and 2 to 8 allergies, in any room', async () => {
    let several = 0;
    for (let medicines = gridMedicines.least; medicines <= gridMedicines.most; medicines += 2) {
      for (let allergies = gridAllergies.least; allergies <= gridAllergies.most; allergies += 3) {
        for (const room of rooms) {
          const { cards, shown, leftOut } = await expectAll(gridLife({ medicines, allergies }), 'emergency', room);
          expect(recordsOf(shown, 'medicines')).toHaveLength(medicines);
          expect(recordsOf(shown, 'allergies')).toHaveLength(allergies);
          if (room === aeRoom) {
            expect(recordsOf(shown, 'problems')).toHaveLength(3);
            expect(leftOut['problems']).toBeUndefined();
            several += cards.length > 1 ? 1 : 0;
          }
        }
      }
    }
    expect(several).toBeGreaterThan(3);
  }, 60_000);

  test.each(lives.map((life) => [life.who, life] as const))('of %s', async (_, { passport }) => {
    for (const reader of ['emergency', 'gp', 'everything'] as const)
      for (const room of rooms) await expectAll(passport, reader, room);
  });

  test('of any life, however untidy', async () => {
    const met = { more: 0, left: 0, short: 0 };
    await fc.assert(
      fc.asyncProperty(
        untidyPassport({ most: 14 }),
        anyReader,
        fc.constantFrom(...rooms),
        async (passport, reader, room) => {
          const { cards, leftOut, shortened } = await expectAll(passport, reader, room);
          met.more += cards.length > room.cards ? 1 : 0;
          met.left += Object.keys(leftOut).length > 0 ? 1 : 0;
          met.short += Object.keys(shortened).length > 0 ? 1 : 0;
        },
      ),
      { numRuns: casesOf(60) },
    );
    expect(Math.min(met.more, met.left, met.short)).toBeGreaterThan(0);
  }, 120_000);
});

test('any one code of several says that its lists are not whole, in every language, and never that a list is empty', async () => {
  const languages = await Promise.all(['en-GB', 'pl', 'ar'].map(spoken));
  for (const { passport } of lives) {
    const { cards } = await packExtract(pick(passport, emptyShare('emergency'), '2026-11-21'), aeRoom);
    expect(cards.length).toBeGreaterThan(1);
    for (const address of cardsToAddresses(cards, base)) {
      const reading = readAddress(address);
      const one = await unpackCards(reading.ok ? [reading.card.bytes] : []);
      if (!reading.ok || !one.ok) throw new Error('It cannot be read alone.');
      expect(reading.card.count).toBe(cards.length);
      for (const record of ['medicines', 'problems'].flatMap((part) => recordsOf(one.extract, part)))
        expect(record['name']).toBeDefined();
      for (const words of languages) {
        const missing = reading.card.count - 1;
        const doc = summarise(one.extract, words, { today: '2026-11-21', missing });
        const text = docToText(doc);
        const said = words.say('notice_missing', { count: missing });
        expect(said).toMatch(/lists here are not whole|listy nie są tu pełne|القوائم هنا ليست كاملة/);
        expect(doc.notices.map(lineToText)).toContain(said);
        expect(text).not.toContain(words.say('not_written'));
      }
    }
  }
}, 60_000);

test('where only medicines that stopped were written, the A&E code says that none are written there and to ask', async () => {
  const base = { n: 1, at: '', by: '', lang: 'en-GB', record: 'm' };
  const passport = fold([
    { ...base, id: 'a', part: 'medicines', set: { name: 'Codeine', pattern: 'stopped' } },
    { ...base, id: 'b', part: 'problems', set: { name: 'Gout', status: 'past' } },
  ]);
  const { shown, leftOut, shortened } = await packExtract(
    pick(passport, emptyShare('emergency'), '2026-11-21'),
    aeRoom,
  );
  expect([leftOut, shortened]).toEqual([{}, {}]);
  const words = await spoken('en-GB');
  const text = docToText(summarise(shown, words, { today: '2026-11-21' }));
  expect(text).toContain(words.say('medicines_now').toUpperCase());
  expect(text.split(words.say('not_written'))).toHaveLength(3); // allergies and medicines
  expect(text).not.toMatch(/Codeine|Gout|no room|want of room/);
});

test('more medicines than nine codes can name are counted, and those named are whole', async () => {
  const set = (at: number) => ({
    name: `${String.fromCodePoint(0x4e00 + at * 37, 0x5000 + at * 91)} ${at}`.repeat(5),
    dose: 'two',
    howOften: 'night',
  });
  const changes = Array.from({ length: 400 }, (_, at): Change => {
    return {
      id: `m${at}`,
      n: at + 1,
      at: '',
      by: '',
      lang: 'en-GB',
      part: 'medicines',
      record: `m${at}`,
      set: set(at),
    };
  });
  const extract = pick(fold(changes), emptyShare('emergency'), '2026-11-21');
  const { cards, shown, leftOut, shortened } = await packExtract(extract, aeRoom);
  expect(cards).toHaveLength(9);
  expect(recordsOf(shown, 'medicines').length + (leftOut['medicines'] ?? 0)).toBe(400);
  expect(recordsOf(shown, 'medicines').length).toBeGreaterThan(60);
  const short = recordsOf(shown, 'medicines').filter((record) => !record['dose'] || !record['howOften']);
  expect(short).toHaveLength(shortened['medicines'] ?? 0);
}, 60_000);

test('no card is ever larger than its room, and each can be read alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, fc.constantFrom(...rooms), async (extract, room) => {
      const { cards } = await packExtract(extract, room);
      expect(cards.length).toBeLessThanOrEqual(Math.max(room.cards, room.most));
      for (const card of cards) {
        expect(card.length).toBeLessThanOrEqual(room.bytes);
        expect(await decode(card)).toMatchObject({ ok: true, newer: 0 });
      }
    }),
    { numRuns: casesOf(60) },
  );
}, 60_000);

test('every record is shown in full, or counted as shortened or left out', async () => {
  const small: readonly Room[] = [
    ...rooms,
    { card: 'full', cards: 2, most: 9, bytes: 300 },
    { card: 'ae', cards: 1, most: 2, bytes: 260 },
  ];
  const values = ({ records }: ExtractPart) => records.map((record) => Object.keys(record).length);
  await fc.assert(
    fc.asyncProperty(anyLife, fc.constantFrom(...small), async (extract, room) => {
      const { leftOut, shortened, shown } = await packExtract(extract, room);
      const whole = wellFormed(onCard(extract, room.card));
      for (const part of whole.parts) {
        const here = recordsOf(shown, part.part);
        expect([part.part, here.length + (leftOut[part.part] ?? 0)]).toEqual([part.part, part.records.length]);
        const fullest = values(part).reduce((sum, count) => sum + count, 0);
        const fields = here.reduce((sum, record) => sum + Object.keys(record).length, 0);
        if (!leftOut[part.part])
          expect([part.part, fields < fullest]).toEqual([part.part, (shortened[part.part] ?? 0) > 0]);
        expect(shortened[part.part] ?? 0).toBeLessThanOrEqual(here.length);
      }
      expect([shown.leftOut, shown.shortened]).toEqual([leftOut, shortened]);
      if (Object.keys({ ...leftOut, ...shortened }).length === 0) expect(shown).toEqual(whole);
    }),
    { numRuns: casesOf(60) },
  );
}, 60_000);

test('a note too long for any code is named as left out and takes nothing with it', async () => {
  const long: Change = {
    id: 'long',
    n: 99,
    at: '',
    by: '',
    lang: 'en-GB',
    part: 'words',
    record: 'words',
    set: {
      inMyWords: Array.from({ length: 50_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join(
        '',
      ),
    },
  };
  const extract = everything([...personToChanges(), long]);
  const { leftOut, shortened, shown } = await packExtract(extract, fullRoom);
  expect([leftOut, shortened]).toEqual([{}, { words: 1 }]);
  expect(shown.parts.find(({ part }) => part === 'words')?.records[0]?.['label']?.value).toBe('fibromyalgia');
  const link = await packExtract(extract, linkRoom);
  expect(link.leftOut).toEqual({});
  expect(link.shown).toEqual(extract);
}, 20_000);

test('cards put together in order are the whole, and one that cannot be read says why', async () => {
  const { cards, shown } = await packExtract(everything(personToChanges()), fullRoom);
  expect(await unpackCards(cards)).toEqual({ ok: true, extract: shown, newer: 0 });
  expect(await unpackCards([...cards.slice(1), new Uint8Array(3)])).toEqual({ ok: false, problem: 'code-cut' });
});
