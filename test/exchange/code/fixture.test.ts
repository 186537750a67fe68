import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gather, readAddress } from '#exchange/code/address.ts';
import { unpackCards } from '#exchange/code/pack.ts';
import type { Extract } from '#passport/extract.ts';

type CodeSet = { readonly addresses: readonly string[]; readonly extract: Extract };

const fixture = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')) as T;
const first = fixture<CodeSet>('code-v1.json');
const withAges = fixture<Readonly<Record<string, CodeSet>>>('code-v1-ages.json');

async function read(addresses: readonly string[]) {
  const cards = addresses.map((address) => {
    const reading = readAddress(address);
    if (!reading.ok) throw new Error(reading.problem);
    return reading.card;
  });
  const together = gather(cards.toReversed());
  expect(together).toMatchObject({ ok: true, missing: [] });
  return unpackCards(together.ok ? together.cards : []);
}

test('a code made with format version 1 opens for ever, and nobody knows when it was written', async () => {
  const parts = first.extract.parts.map((part) => ({ ...part, written: null }));
  expect(await read(first.addresses)).toEqual({
    ok: true,
    extract: { ...first.extract, parts, shortened: {} },
    newer: 0,
  });
});

test.each(Object.entries(withAges))('a code that says how old each part is opens for ever: %s', async (_, set) => {
  expect(await read(set.addresses)).toEqual({ ok: true, extract: set.extract, newer: 0 });
});

test('these codes hold what they were kept for', () => {
  const { crew, several, both } = withAges;
  expect(crew?.extract.parts.find(({ part }) => part === 'medicines')).toMatchObject({
    partial: true,
    written: '2026-11',
  });
  expect(crew?.extract.shortened).toMatchObject({ medicines: expect.any(Number) });
  expect(crew?.extract.leftOut).toMatchObject({ visit: 1 });
  expect(several?.addresses.length).toBeGreaterThan(1);
  expect(both?.extract.parts.find(({ part }) => part === 'allergies')).toMatchObject({ none: true, records: [{}] });
});
