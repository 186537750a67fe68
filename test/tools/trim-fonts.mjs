// Makes public/fonts/*.ttf, the fonts that the PDF layer embeds, and src/exchange/pdf/coverage.ts, which says what they
// have. Run by hand and commit what it writes:
//
//     node test/tools/trim-fonts.mjs
//
// Run it again after an update of the @expo-google-fonts packages, or after adding a family to the table below
// (then add the family to src/exchange/pdf/scripts.ts as well). Each font keeps its own script, basic Latin and
// punctuation, and every layout feature; hints go, because nothing that reads a PDF needs them here.
// The fonts are OFL-1.1: their licence is written beside them.

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as harfbuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';

const target = new URL('../../public/fonts/', import.meta.url);
const modules = new URL('../../node_modules/@expo-google-fonts/', import.meta.url);

const common = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2000, 0x206f],
  [0x25cc, 0x25cc],
  [0xfffd, 0xfffd],
];

const families = [
  {
    folder: 'noto-sans',
    file: 'NotoSans',
    name: 'noto-sans',
    ranges: [
      ...common,
      [0x100, 0x24f], // Latin Extended A and B
      [0x250, 0x2ff], // phonetic letters, modifiers
      [0x300, 0x36f], // combining marks: Yoruba, Vietnamese, typed decomposed
      [0x370, 0x3ff], // Greek
      [0x400, 0x52f], // Cyrillic
      [0x1e00, 0x1eff], // Latin Extended Additional
      [0x1f00, 0x1fff], // Greek Extended
      [0x2070, 0x209f], // super- and subscripts
      [0x20a0, 0x20cf], // money
      [0x2100, 0x218f], // letter-like, fractions
      [0x2190, 0x21ff], // arrows
      [0x2200, 0x22ff], // mathematical signs
      [0x2300, 0x23ff],
      [0x25a0, 0x26ff],
      [0xfb00, 0xfb06],
    ],
  },
  {
    folder: 'noto-sans-arabic',
    file: 'NotoSansArabic',
    name: 'noto-sans-arabic',
    ranges: [...common, [0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfeff]],
  },
  {
    folder: 'noto-sans-math',
    file: 'NotoSansMath',
    name: 'noto-sans-math',
    weights: [400],
    ranges: [
      [0x2190, 0x21ff], // arrows
      [0x2200, 0x226b], // mathematical signs: ≈ ≠ ≤ ≥ ∞ √ ∅ ∆
      [0x2272, 0x2273], // ≲ ≳
      [0x2295, 0x2299], // ⊕ ⊖: a test, a sex at birth
      [0x22a5, 0x22a5],
      [0x22c5, 0x22c5],
      [0x22ee, 0x22ef],
      [0x2300, 0x2300], // ⌀
      [0x25a0, 0x25a1],
      [0x25aa, 0x25af],
      [0x25b2, 0x25cf],
      [0x2605, 0x2606],
      [0x2640, 0x2642], // ♀ ♂
      [0x2660, 0x2663],
      [0x266a, 0x266f],
      [0x26a5, 0x26a5],
      [0x27f5, 0x27f9], // long arrows
      [0x2a7d, 0x2a7e], // ⩽ ⩾
    ],
  },
  {
    folder: 'noto-sans-symbols-2',
    file: 'NotoSansSymbols2',
    name: 'noto-sans-symbols-2',
    weights: [400],
    ranges: [
      [0x231a, 0x231b], // clocks
      [0x23f1, 0x23f3],
      [0x25e6, 0x25e6], // ◦
      [0x2600, 0x2603], // weather
      [0x260e, 0x2612], // telephone, ☐ ☑ ☒
      [0x261a, 0x261f], // ☞
      [0x2620, 0x2623], // ☠ ☢ ☣
      [0x2665, 0x2666],
      [0x267f, 0x267f], // ♿
      [0x26a0, 0x26a1],
      [0x2702, 0x2711],
      [0x2713, 0x2718], // ✓ ✔ ✗ ✘
      [0x271a, 0x271b],
      [0x2726, 0x2727],
      [0x2731, 0x2734],
      [0x2744, 0x2744],
      [0x2751, 0x2753],
      [0x2757, 0x2757], // ❗
      [0x2764, 0x2764],
      [0x2794, 0x2794], // arrows that bullets are made of
      [0x279c, 0x279e],
      [0x27a1, 0x27a4],
      [0x2b05, 0x2b07],
      [0x2b1b, 0x2b1c],
      [0x2b24, 0x2b24],
    ],
  },
];

const weights = [
  { number: 400, word: '400Regular' },
  { number: 700, word: '700Bold' },
];

function everyCharacter(ranges) {
  let text = '';
  for (const [first, last] of ranges) {
    for (let codePoint = first; codePoint <= last; codePoint += 1) text += String.fromCodePoint(codePoint);
  }
  return text;
}

/** Code points as ranges, in hexadecimal digits: "20-7e a0-17f". */
function toRanges(codePoints) {
  const ranges = [];
  for (const codePoint of [...codePoints].sort((one, two) => one - two)) {
    const last = ranges.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges.map(([first, last]) => [...new Set([first, last])].map((one) => one.toString(16)).join('-')).join(' ');
}

/** The characters that a font has. */
function unicodesOf(bytes) {
  return new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes))).collectUnicodes();
}

await mkdir(target, { recursive: true });
const licences = [];
const covered = new Set();
for (const family of families) {
  for (const weight of weights.filter(({ number }) => family.weights?.includes(number) ?? true)) {
    const source = new URL(`${family.folder}/${weight.word}/${family.file}_${weight.word}.ttf`, modules);
    const whole = await readFile(source);
    const trimmed = await subsetFont(whole, everyCharacter(family.ranges), {
      targetFormat: 'sfnt',
      noHinting: true,
      // signs are drawn one by one: the large forms of formulas are left out
      noLayoutClosure: family.weights !== undefined,
    });
    for (const codePoint of unicodesOf(trimmed)) covered.add(codePoint);
    await writeFile(new URL(`${family.name}-${weight.number}.ttf`, target), trimmed);
    console.log(
      `${family.name}-${weight.number}.ttf`,
      `${Math.round(whole.length / 1024)} KB →`,
      `${Math.round(trimmed.length / 1024)} KB`,
    );
  }
  licences.push(await readFile(new URL(`${family.folder}/LICENSE_FONT`, modules), 'utf8'));
}
// the same licence has moved to another address
const terms = licences.map((text) =>
  text.slice(text.indexOf('This Font Software')).replace('https://scripts.sil.org/OFL', 'https://openfontlicense.org'),
);
const owners = licences.map((text) => text.slice(0, text.indexOf('This Font Software')).trim());
if (new Set(terms.map((text) => text.trim())).size !== 1) throw new Error('the licences differ: keep each one whole');
await writeFile(new URL('OFL.txt', target), `${[...new Set(owners)].join('\n')}\n\n${terms[0].trim()}\n`);

const coverage = new URL('../../src/exchange/pdf/coverage.ts', import.meta.url);
await writeFile(
  coverage,
  `// Written by test/tools/trim-fonts.mjs.

/** The characters that the fonts for PDF have, as ranges of code points in hexadecimal digits. */
export const coverage = '${toRanges(covered)}';
`,
);
execFileSync('npx', ['biome', 'format', '--write', coverage.pathname]);
