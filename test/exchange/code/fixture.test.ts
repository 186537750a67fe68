import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gather, readAddress } from '#exchange/code/address.ts';
import { unpackCards } from '#exchange/code/pack.ts';
import type { Extract } from '#passport/extract.ts';

const path = new URL('../../fixtures/code-v1.json', import.meta.url);
const fixture = JSON.parse(readFileSync(path, 'utf8')) as { addresses: readonly string[]; extract: Extract };

test('a code made with format version 1 opens for ever', async () => {
  const cards = fixture.addresses.map((address) => {
    const read = readAddress(address);
    if (!read.ok) throw new Error(read.problem);
    return read.card;
  });
  const together = gather(cards.toReversed());
  expect(together).toMatchObject({ ok: true, missing: [] });
  const read = await unpackCards(together.ok ? together.cards : []);
  expect(read).toEqual({ ok: true, extract: fixture.extract, newer: 0 });
});
