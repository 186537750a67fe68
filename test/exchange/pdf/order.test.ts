import { describe, expect, test } from 'vitest';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import type { Doc, Line } from '#passport/doc.ts';
import { isolate } from '#passport/isolate.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { extractOf, today, told } from '../../passport/summary/told-person.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { pagesOf, wordsOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';
import { spoken } from './spoken.ts';

type Word = ReturnType<typeof wordsOf>[number];

async function draw(doc: Doc): Promise<readonly (readonly Word[])[]> {
  const { bytes } = await docToPdf(doc, { paper: 'a4', codes: [], made: today }, resources);
  return Array.from({ length: pagesOf(bytes) }, (_, at) => wordsOf(bytes, at + 1));
}

function linesOf(pages: readonly (readonly Word[])[]): readonly string[] {
  return pages.flatMap(linesOfPage);
}

/** The lines of a page from top to bottom, each with its words as an eye meets them from left to right. */
function linesOfPage(found: readonly Word[]): readonly string[] {
  const lines: Word[][] = [];
  for (const word of found.toSorted((one, two) => one.top - two.top)) {
    const line = lines.at(-1);
    // Fonts of two scripts reach up differently: less than half a line apart is the same line.
    if (line?.[0] !== undefined && word.top - line[0].top < 6) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const words = line.toSorted((one, two) => one.left - two.left);
    return settled(words.map((word) => word.text).join(' '));
  });
}

/** Letters of Arabic words in one order: poppler gives them as they stand or as they are read, from page to page. */
const settled = (text: string) => text.replace(/\p{Script=Arabic}+/gu, (word) => [...word].sort().join(''));

const turned = (text: string) => text.split(' ').reverse().join(' ');

function labelled(label: string, lang: string, value: Line): Line {
  return [{ text: label, lang, strong: true }, { text: ': ', lang }, ...value];
}

describe.skipIf(!hasTool('pdftotext'))('a whole value keeps its order on the page', () => {
  const english = [
    'One Zapain 30/500 if over a day.',
    '1–2, up to 4 times a day',
    '25 mg at night, then 50 mg from 14:30 on',
    'Ring 020 7946 0123 (Jo), 9-5',
  ];

  test.each(english)('English words after an Arabic label: %s', async (value) => {
    const lines = linesOf(await draw(smallDoc('ar', paragraphs(labelled('الأدوية', 'ar', isolate(value, 'en-GB'))))));
    expect(lines.some((line) => line.includes(value))).toBe(true);
    expect(lines.some((line) => line.startsWith(value))).toBe(true);
  });

  const arabic = ['حبة 1-2 صباحا ثم 5-7 نقاط مساء', 'آخذ 200–400 mg مع الطعام', 'اتصلوا على 020 7946 0123 مساء'];

  test.each(arabic)('Arabic words after an English label: %s', async (value) => {
    const lines = linesOf(await draw(smallDoc('en-GB', paragraphs(labelled('How', 'en-GB', isolate(value, 'ar'))))));
    const figures = isolate(value, 'ar').filter((run) => run.ltr === true);
    const asSeen = figures.reduce((text, { text: figure }) => text.replace(turned(figure), figure), turned(value));
    expect(lines.find((line) => line.startsWith('How'))).toBe(settled(`How: ${asSeen}`));
  });

  test('a name in Latin letters stands before its strength, in a page of either direction', async () => {
    const name: Line = [
      { text: 'Co-codamol', lang: 'en-GB', ltr: true },
      { text: ' ', lang: 'en-GB' },
      { text: '30/500 mg', lang: 'en-GB', ltr: true },
    ];
    for (const lang of ['ar', 'en-GB']) {
      const lines = linesOf(await draw(smallDoc(lang, paragraphs(labelled('…', lang, name)))));
      expect(lines.some((line) => line.includes('Co-codamol 30/500 mg'))).toBe(true);
    }
  });

  test('words of the reader and of the person in one value stand in the order of the page', async () => {
    const value: Line = [
      { text: 'ليلا', lang: 'ar' },
      { text: ' · ', lang: 'ar' },
      { text: '25 mg', lang: 'en-GB', ltr: true },
    ];
    const lines = linesOf(await draw(smallDoc('ar', paragraphs(labelled('أعلى', 'ar', value)))));
    expect(lines.some((line) => line.startsWith(settled('25 mg · ليلا')))).toBe(true);
  });

  test('words of no known language read in the direction of their letters', async () => {
    const lines = linesOf(
      await draw(smallDoc('en-GB', paragraphs(labelled('How', 'en-GB', isolate('حبة 1-2 ثم 5-7 نقاط', 'und'))))),
    );
    expect(lines.find((line) => line.startsWith('How'))).toBe(settled('How: نقاط 5-7 ثم 1-2 حبة'));
  });

  test('in a table, a list and the full record of a real page', async () => {
    const records = (lang: string, dose: string, steps: readonly string[]) => ({
      medicines: [told({ name: 'Zapain', strength: '30/500', dose, highest: dose }, lang)],
      flare: [told({ steps, medicines: dose }, lang)],
    });
    const dose = '1–2, up to 4 times a day';
    const step = 'Lie down 10-15 minutes';
    const foreign = linesOf(
      await draw(summarise(extractOf(records('en-GB', dose, [step])), await spoken('ar'), { today })),
    );
    expect(foreign.filter((line) => line.includes(dose)).length).toBeGreaterThanOrEqual(3);
    expect(foreign.filter((line) => line.includes(step)).length).toBeGreaterThanOrEqual(2);
    const own = 'حبة 1-2 صباحا';
    const home = linesOf(await draw(summarise(extractOf(records('ar', own, [own])), await spoken('en-GB'), { today })));
    expect(home.filter((line) => line.includes(settled('صباحا 1-2 حبة'))).length).toBeGreaterThanOrEqual(4);
  });
});

describe.skipIf(!hasTool('pdftotext'))('a number to call or to be found by', () => {
  test('is never broken over two lines, nor parted from the word before it', async () => {
    for (const words of [1, 4, 9, 13, 14, 15, 16, 17, 18]) {
      const text = `${'word '.repeat(words)}NHS 943 476 5919 and 020 7946 0123 again`;
      const lines = linesOf(await draw(smallDoc('en-GB', paragraphs(isolate(text, 'en-GB')))));
      expect(lines.some((line) => line.includes('NHS 943 476 5919'))).toBe(true);
      expect(lines.some((line) => line.includes('and 020 7946 0123'))).toBe(true);
    }
  });
});
