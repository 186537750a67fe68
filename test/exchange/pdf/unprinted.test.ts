import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '#exchange/pdf/clean.ts';
import { coverage } from '#exchange/pdf/coverage.ts';
import { type Fonts, openFonts } from '#exchange/pdf/fonts.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { markLine, scriptNames, unprintedScripts } from '#exchange/pdf/unprinted.ts';
import type { Doc } from '#passport/doc.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { textOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';
import { spoken } from './spoken.ts';

const words: Readonly<Record<string, string>> = {
  hebrew: 'כואב לי הגב בבוקר',
  devanagari: 'मेरी पीठ में दर्द है',
  bengali: 'আমার পিঠে ব্যথা',
  gurmukhi: 'ਮੇਰੀ ਪਿੱਠ ਦੁਖਦੀ ਹੈ',
  gujarati: 'મારી પીઠ દુખે છે',
  tamil: 'என் முதுகு வலிக்கிறது',
  thai: 'ปวดหลังทุกเช้า',
  ethiopic: 'ጀርባዬን ያመኛል',
  armenian: 'մեջքս ցավում է',
  georgian: 'ზურგი მტკივა',
  korean: '허리가 아파요',
  japanese: '腰が痛いです',
  chinese: '我的背很痛',
  emoji: '😀👩‍🔬❤️‍🩹🇬🇧',
  other: '𐌰𐌱',
};

/** What medicine writes beside its figures. */
const signs =
  '≤≥≈≠<>±×÷=+−–—→←↑↓↔⇒✓✔✗✘☐☑☒•·●○■□▲▼★°℃℉µμ%‰½¼¾⅓⅔⅛⅜⅝⅞αβγδΔΩω♀♂⚠№€£$²³₂₃∞√∅⌀†‡§′″…' +
  '∼≲≳⩽⩾∓∙⁄⅕⅙™®©℠¹⁺⁻℞⚥∆∝∴℅ℓ℧‖※☎★☆◆◊➔➜➡⟶⇄↗↘↺⊕⊖⊥◦‣⁃▪⋮❗♥❤☞✏⬜⬛♿☢☣ªº‾¬“”‘’„«»‹›‑‒―¥¢¿¡';

let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts(resources, 'a ع ✓');
});

function oneLine(text: string, lang = 'en-GB'): Doc {
  return smallDoc('en-GB', paragraphs([{ text, lang }]));
}

function marked(text: string): string {
  const line = markLine([{ text, lang: 'en-GB' }], { hebrew: 'Hebrew', emoji: 'emoji' }, 'en-GB', new Set());
  return line.map((run) => run.text).join('');
}

test('what is said to be printable is what the fonts have, in both weights', () => {
  const has = new Set<number>();
  for (const range of coverage.split(' ')) {
    const [first = 0, last = first] = range.split('-').map((one) => Number.parseInt(one, 16));
    for (let codePoint = first; codePoint <= last; codePoint += 1) has.add(codePoint);
  }
  const wrong: number[] = [];
  for (let codePoint = 0x20; codePoint <= 0x1ffff; codePoint += 1)
    for (const weight of [400, 700] as const)
      if ((fonts.find(codePoint, null, weight) !== null) !== has.has(codePoint)) wrong.push(codePoint);
  expect(wrong).toEqual([]);
});

test.each([...signs])('%s can be printed', (sign) => {
  for (const weight of [400, 700] as const) expect(fonts.find(sign.codePointAt(0) ?? 0, null, weight)).not.toBeNull();
  expect(unprintedScripts(oneLine(`5 ${sign} 7`))).toEqual([]);
});

test.each([
  ['✅ ❌ ❎', '✔ ✘ ☒'],
  ['✔️ ➕ ➖ ➗', '✔ + − ÷'],
  ['10㎎ in 5㎖', '10mg in 5ml'],
  ['type Ⅱ, arm ⅳ', 'type II, arm iv'],
  ['５０％ ＋ １', '50% + 1'],
  ['① two ❸ ⓵ Ⓐ', '(1) two (3) (1) (A)'],
  ['𝗯𝗼𝗹𝗱 𝟱', 'bold 5'],
])('%s is drawn as %s', async (typed, drawn) => {
  expect(unprintedScripts(oneLine(typed))).toEqual([]);
  const some = await openFonts(resources, typed);
  for (const weight of [400, 700] as const) expect(cleanText(typed, some, weight)).toBe(drawn);
});

test.each(Object.entries(words))('%s letters are named before the paper is made', (name, text) => {
  expect(unprintedScripts(oneLine(`Before ${text} after`))).toEqual([name]);
});

test('wherever on the page they stand, and each once', () => {
  const doc = oneLine('ok');
  const hebrew = [{ text: words['hebrew'] ?? '', lang: 'he' }];
  expect(unprintedScripts({ ...doc, label: hebrew, facts: [hebrew], name: [{ text: '😀', lang: 'en' }] })).toEqual([
    'hebrew',
    'emoji',
  ]);
  expect(
    unprintedScripts({ ...doc, record: [{ ...(doc.summary[0] as Doc['record'][number]), title: hebrew }] }),
  ).toEqual(['hebrew']);
});

test('in their place stands one short mark, not one a letter', () => {
  expect(marked(`I say: ${words['hebrew']}, 5 mg.`)).toBe('I say: [Hebrew], 5 mg.');
  expect(marked('good 😀😀👩‍🔬 day 😀')).toBe('good [emoji] day [emoji]');
  expect(marked('漢字')).toBe('[▯]');
});

test('a mark stands for all that was said, and all that can be printed is there', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'ł', 'ع', 'ש', '漢', 'あ', '😀', ' ', '.', '5', '\u0301', '\ud800'),
  });
  fc.assert(
    fc.property(text, (any) => {
      const out = marked(any);
      expect(out).not.toMatch(/[שあ漢😀]/u);
      for (const kept of ['a', '5', 'ع']) {
        const count = (whole: string) => whole.normalize('NFC').replaceAll('[emoji]', '').split(kept).length;
        expect(count(out)).toBe(count(any));
      }
    }),
  );
});

test.each(['en-GB', 'pl', 'ar'])('every script has a name in %s that can itself be printed', async (lang) => {
  const { say } = await spoken(lang);
  for (const name of scriptNames) {
    const said = say(`unprinted.scripts.${name}`);
    expect(said).not.toContain('unprinted');
    expect(unprintedScripts(oneLine(said, lang))).toEqual([]);
  }
});

describe.skipIf(!hasTool('pdftotext'))('on the paper', () => {
  test('the mark stands in its place, and a sentence says what it is and where the words are', async () => {
    const { say } = await spoken('en-GB');
    const unprinted = {
      marks: { hebrew: say('unprinted.scripts.hebrew') },
      note: say('unprinted.note', { list: say('unprinted.scripts.hebrew') }),
    };
    const options = { paper: 'a4', codes: [], made: '2026-11-21', unprinted } as const;
    const pdf = await docToPdf(oneLine(`My words: ${words['hebrew']}`, 'he'), options, resources);
    expect(pdf.missing).toEqual(['hebrew']);
    const text = textOf(pdf.bytes);
    expect(text).toContain('My words: [Hebrew letters]');
    expect(text).toContain('Hebrew letters cannot be printed yet');
    expect(text).toContain('on the person’s phone');
    expect(text).not.toMatch(/U\+/);
  });

  test('a page of Chinese and of emoji is not a wall of signs', async () => {
    const doc = smallDoc(
      'en-GB',
      paragraphs([{ text: '我的背很痛。'.repeat(200), lang: 'zh' }], [{ text: '😀 '.repeat(500), lang: 'en-GB' }]),
    );
    const pdf = await docToPdf(doc, { paper: 'a4', codes: [], made: '2026-11-21' }, resources);
    expect(pdf.missing).toEqual(['chinese', 'emoji']);
    expect(textOf(pdf.bytes).length).toBeLessThan(60);
  });
});
