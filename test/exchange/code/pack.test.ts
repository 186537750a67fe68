import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { decode } from '#exchange/code/decode.ts';
import { aeRoom, clinicRoom, fullRoom, linkRoom, longestBase, packExtract, unpackCards } from '#exchange/code/pack.ts';
import { addressToQr } from '#exchange/qr/qr.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { onCard, type Room } from '#passport/fit.ts';
import { fold } from '#passport/fold.ts';
import { anyChanges, wellFormed } from '../../passport/arbitrary.ts';
import { personToChanges } from '../../passport/person.ts';

const base = `https://${'x'.repeat(longestBase - 10)}/`;
const rooms: readonly Room[] = [aeRoom, clinicRoom, fullRoom, linkRoom];
const everything = (changes: readonly Change[]) => pick(fold(changes), emptyShare('everything'), '2026-11-21');

/** Records of lists and fields of single parts, counted as `leftOut` counts them. */
function countOf(extract: Extract): Record<string, number> {
  return Object.fromEntries(
    extract.parts
      .map(
        ({ part, records }) =>
          [part, partOf(part)?.many ? records.length : Object.keys(records[0] ?? {}).length] as const,
      )
      .filter(([, count]) => count > 0),
  );
}

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
  const share = { ...emptyShare('emergency') };
  const ae = await packExtract(pick(fold(personToChanges()), share, '2026-11-21'), aeRoom);
  const clinic = await packExtract(pick(fold(personToChanges()), share, '2026-11-21'), clinicRoom);
  const full = await packExtract(everything(personToChanges()), fullRoom);
  const link = await packExtract(everything(personToChanges()), linkRoom);
  const show = (name: string, { cards, leftOut }: typeof ae) => {
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
    );
  };
  show('A&E', ae);
  show('clinic', clinic);
  show('full', full);
  show('link', link);
  expect(ae.cards).toHaveLength(1);
  expect(clinic.cards).toHaveLength(1);
  expect(full.cards.length).toBeLessThanOrEqual(4);
  expect(full.leftOut).toEqual({});
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

test('no card is ever larger than its room, and each can be read alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyChanges.map(everything), fc.constantFrom(...rooms), async (extract, room) => {
      const { cards } = await packExtract(extract, room);
      expect(cards.length).toBeLessThanOrEqual(room.cards);
      for (const card of cards) {
        expect(card.length).toBeLessThanOrEqual(room.bytes);
        expect(await decode(card)).toMatchObject({ ok: true, newer: 0 });
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('every record is shown, or counted as left out', async () => {
  const small: readonly Room[] = [
    ...rooms,
    { card: 'full', cards: 2, bytes: 300 },
    { card: 'ae', cards: 1, bytes: 240 },
  ];
  await fc.assert(
    fc.asyncProperty(anyChanges.map(everything), fc.constantFrom(...small), async (extract, room) => {
      const { leftOut, shown } = await packExtract(extract, room);
      const whole = onCard(extract, room.card);
      const kept = countOf(shown);
      const all = countOf(whole);
      for (const [part, count] of Object.entries(all)) {
        const lost = (leftOut[part] ?? 0) - (whole.leftOut[part] ?? 0);
        expect([part, (kept[part] ?? 0) + lost]).toEqual([part, count]);
      }
      expect(shown.leftOut).toEqual(leftOut);
      if (Object.keys(leftOut).length === 0) expect(shown).toEqual(wellFormed(whole));
    }),
    { numRuns: 60 },
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
  const { leftOut, shown } = await packExtract(extract, fullRoom);
  expect(leftOut).toEqual({ words: 1 });
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
