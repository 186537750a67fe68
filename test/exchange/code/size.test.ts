import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { decode } from '#exchange/code/decode.ts';
import { encode } from '#exchange/code/encode.ts';
import { aeRoom, clinicRoom, fullRoom, longestBase, packExtract } from '#exchange/code/pack.ts';
import { addressToQr } from '#exchange/qr/qr.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { emptyPassport, fold, type Passport } from '#passport/fold.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { editsToChanges } from '#passport/write.ts';
import { personToChanges } from '../../passport/person.ts';

let bytes = 0;
const world = {
  now: () => new Date(0),
  random: (count: number) => Uint8Array.from({ length: count }, () => (bytes++ * 7) & 255),
};
const example = fold(editsToChanges(emptyPassport, exampleEdits(), { by: '', lang: 'en-GB' }, world));
const base = `https://${'x'.repeat(longestBase - 10)}/`;

async function ratio(name: string, passport: Passport, reader: ReaderId): Promise<number> {
  const extract = pick(passport, emptyShare(reader), '2026-11-21', true);
  const encoded = await encode(extract);
  const json = JSON.stringify(extract);
  const deflated = deflateRawSync(json).length;
  const share = encoded.length / deflated;
  console.log(
    `${name}, ${reader}: JSON ${json.length} B, deflated ${deflated} B, code ${encoded.length} B, ${share.toFixed(3)}`,
  );
  expect(await decode(encoded)).toEqual({ ok: true, extract, newer: 0 });
  return share;
}

test('a passport takes at most 0.7 of its deflated JSON, for every reader', async () => {
  for (const reader of Object.keys(readers) as ReaderId[]) {
    expect(await ratio('example', example, reader)).toBeLessThanOrEqual(0.7);
    expect(await ratio('twelve medicines', fold(personToChanges()), reader)).toBeLessThanOrEqual(0.7);
  }
});

test('the example fits: an A&E card in two of version 15, a clinic card in one of version 22, the whole in four, nothing lost', async () => {
  const pack = (reader: ReaderId, room: typeof fullRoom) =>
    packExtract(pick(example, emptyShare(reader), '2026-11-21', true), room);
  const versions = (cards: readonly Uint8Array[]) =>
    cardsToAddresses(cards, base).map((address) => addressToQr(address).version);
  const ae = await pack('emergency', aeRoom);
  const clinic = await pack('gp', clinicRoom);
  const full = await pack('everything', fullRoom);
  console.log('versions', versions(ae.cards), versions(clinic.cards), versions(full.cards));
  expect(Math.max(...versions(ae.cards))).toBeLessThanOrEqual(15);
  expect(ae.cards).toHaveLength(2);
  expect(Math.max(...versions(clinic.cards))).toBeLessThanOrEqual(22);
  expect(clinic.cards).toHaveLength(1);
  expect(Math.max(...versions(full.cards))).toBeLessThanOrEqual(22);
  expect(full.cards.length).toBeLessThanOrEqual(4);
  expect([full.leftOut, full.shortened]).toEqual([{}, {}]);
});
