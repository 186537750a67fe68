import { beforeAll, describe, expect, test } from 'vitest';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { aeRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { answerTo, nothingHeld, takeFragment, takeScan, takeTold } from '#screens/reader/held.ts';
import { personToChanges } from '../../passport/person.ts';

const base = 'https://moving.example/';
let codes: readonly string[] = [];
let another = '';

beforeAll(async () => {
  const extract = pick(fold(personToChanges()), emptyShare('gp'), '2026-11-21');
  codes = cardsToAddresses((await packExtract(extract, fullRoom)).cards, base);
  another = cardsToAddresses((await packExtract(extract, aeRoom)).cards, base)[0] as string;
});

const indexes = (held: { pieces: readonly { card: { index: number } }[] }) => held.pieces.map(({ card }) => card.index);
const hold = (...addresses: readonly (string | undefined)[]) =>
  addresses.reduce((held, address) => takeScan(held, address ?? ''), nothingHeld);

describe('codes come in any order', () => {
  test('a second code joins the first, and the same one twice is said to be here already', () => {
    expect(codes.length).toBeGreaterThan(1);
    const both = hold(codes[1], codes[0]);
    expect(indexes(both)).toEqual([2, 1]);
    expect(takeScan(both, codes[0] as string)).toEqual({ ...both, said: { kind: 'known' } });
  });

  test('a scanned code of another page is refused and what is here stays', () => {
    const held = takeScan(hold(codes[0]), another);
    expect(indexes(held)).toEqual([1]);
    expect(held.said).toEqual({ kind: 'problem', problem: 'code-other-set' });
  });

  test('an address that now names another page puts the first one away', () => {
    const held = takeFragment(hold(codes[0]), another);
    expect(held.pieces.map(({ address }) => address)).toEqual([another]);
  });

  test('an address that cannot be read leaves no page of somebody else standing', () => {
    const held = takeFragment(hold(codes[0]), '#12');
    expect(held.pieces).toEqual([]);
    expect(held.said?.kind).toBe('problem');
  });

  test('text that is no code is refused and what is here stays', () => {
    const held = takeScan(hold(codes[0]), 'hello');
    expect(indexes(held)).toEqual([1]);
    expect(held.said).toEqual({ kind: 'problem', problem: 'code-not-ours' });
  });
});

describe('tabs of one device help each other', () => {
  test('a tab takes what belongs to its page and passes over the rest in silence', () => {
    const held = takeTold(hold(codes[0]), [another, 'nonsense', codes[1] as string]);
    expect(indexes(held)).toEqual([1, 2]);
    expect(held.said).toEqual({ kind: 'added' });
  });

  test('a tab without a page takes nothing', () => {
    expect(takeTold(nothingHeld, codes)).toBe(nothingHeld);
  });

  test('a tab answers with what the other lacks, and tells a stranger nothing', () => {
    const held = hold(codes[0], codes[1]);
    expect(answerTo(held, [codes[1] as string])).toEqual([codes[0]]);
    expect(answerTo(held, [codes[0], codes[1]] as string[])).toEqual([]);
    expect(answerTo(held, [another])).toEqual([]);
    expect(answerTo(held, [])).toEqual([]);
  });
});
