import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeMedicine, GENERIC_COUNT } from '#passport/medicine-names.ts';

const names = (typed: string, limit?: number) => completeMedicine(typed, limit).map(({ name }) => name);
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
const all = [
  ...new Map(
    [...'abcdefghijklmnopqrstuvwxyz']
      .flatMap((letter) => completeMedicine(letter, 5_000))
      .map((one) => [one.name, one]),
  ).values(),
];

describe('the list of medicine names', () => {
  it('holds far more than the 150 generic names it must', () => {
    expect(GENERIC_COUNT).toBeGreaterThanOrEqual(170);
    const generics = all.filter(({ name }) => !all.some(({ also }) => also.includes(name)));
    expect(generics).toHaveLength(GENERIC_COUNT);
  });

  it('names nothing twice, and a brand belongs to one generic', () => {
    expect(new Set(all.map(({ name }) => plain(name))).size).toBe(all.length);
    const brands = all.flatMap(({ also }) => also).filter((name) => all.some((one) => one.name === name));
    expect(new Set(brands).size).toBe(brands.length);
  });

  it('loads alone', () => {
    expect(readFileSync(new URL('../../src/passport/medicine-names.ts', import.meta.url), 'utf8')).not.toMatch(
      /^import/m,
    );
  });
});

describe('completing a medicine', () => {
  it('offers a brand as the brand, and says what it is', () => {
    expect(completeMedicine('Zap')).toEqual([{ name: 'Zapain', also: ['co-codamol'] }]);
    expect(completeMedicine('lyric')).toEqual([{ name: 'Lyrica', also: ['pregabalin'] }]);
  });

  it('offers a generic with a capital first letter, and its brands beside it', () => {
    expect(completeMedicine('co-c')[0]).toEqual({
      name: 'Co-codamol',
      also: expect.arrayContaining(['Zapain', 'Tylex']),
    });
    expect(names('amitr')).toEqual(['Amitriptyline']);
    expect(names('levoth')).toEqual(['Levothyroxine']);
  });

  it('does not mind capitals, accents, spaces or hyphens', () => {
    for (const typed of ['cocodamol', 'CO CODAMOL', 'co-codamol', 'Có-Codamol'])
      expect(names(typed)[0]).toBe('Co-codamol');
    expect(names('st johns')).toEqual(["St John's wort"]);
  });

  it('puts names that begin so before names with such a word, and those before names with it inside', () => {
    expect(names('heat')).toEqual(['Deep Heat']);
    expect(names('oxy', 50).indexOf('Oxycodone')).toBe(0);
    expect(names('codeine')[0]).toBe('Codeine');
    expect(names('codeine').at(-1)).toBe('Dihydrocodeine');
  });

  it('offers nothing for nothing, and nothing unknown', () => {
    for (const typed of ['', '  ', '-', 'qqq', '🙂', '\u0000']) expect(completeMedicine(typed)).toEqual([]);
    expect(completeMedicine('a'.repeat(50_000))).toEqual([]);
  });

  it('never offers more than asked, nor a name without what was typed: a brand never becomes a generic', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeimnoprstxz -'), minLength: 1, maxLength: 4 });
    const starts = fc.tuple(fc.constantFrom(...all), fc.nat(12)).map(([{ name }, length]) => name.slice(0, length + 1));
    fc.assert(
      fc.property(fc.oneof(letters, starts), fc.integer({ min: 0, max: 8 }), (typed, limit) => {
        const offered = completeMedicine(typed, limit);
        expect(offered.length).toBeLessThanOrEqual(limit);
        for (const { name } of offered) expect(plain(name)).toContain(plain(typed));
      }),
    );
  });

  it('finds every name by its first letters', () => {
    for (const { name } of all) expect(names(name, 20)).toContain(name);
  });
});
