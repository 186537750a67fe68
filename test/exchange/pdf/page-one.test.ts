import { describe, expect, test } from 'vitest';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { aeRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import type { TextLine } from '#exchange/pdf/lines.ts';
import { looks } from '#exchange/pdf/look.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import type { Sheet } from '#exchange/pdf/sheet.ts';
import { linesOfBlock } from '#exchange/pdf/spare.ts';
import { addressToQr } from '#exchange/qr/qr.ts';
import type { Doc } from '#passport/doc.ts';
import { type Extract, emptyShare, pick } from '#passport/extract.ts';
import { lineToText } from '#passport/summary/phrase.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { gridLife } from '../../passport/grid.ts';
import { exampleExtract, extractOf, today, told } from '../../passport/summary/told-person.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { laid } from './laid.ts';
import { codesOf, pagesOf, textOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { spoken } from './spoken.ts';

const base = `https://${'x'.repeat(30)}.org/`;

async function addresses(extract: Extract, room: typeof aeRoom): Promise<readonly string[]> {
  return cardsToAddresses((await packExtract(extract, room)).cards, base);
}

const languages = ['en-GB', 'pl', 'ar'];
const clinical = ['gp', 'specialist', 'emergency', 'everything'] as const;
const papers = ['a4', 'letter'] as const;
const pages = languages.flatMap((lang) =>
  clinical.flatMap((reader) => papers.map((paper) => ({ lang, reader, paper }))),
);

function plain(text: string): string {
  return text.replace(/[\s\u2066-\u2069]/gu, '').normalize('NFC');
}

/** What must be there: sections without what may be left out, and the titles of those that are left. */
function mustOf(doc: Doc): readonly string[] {
  const lines = doc.summary.flatMap(({ title, blocks }) => {
    const must = blocks.filter((block) => block.spare !== true);
    return must.length === 0 ? [] : [title, ...must.flatMap(linesOfBlock)];
  });
  return [doc.label, doc.name, ...doc.facts, doc.origin, ...doc.notices, doc.closing, ...lines].map(lineToText);
}

/** Texts of a page as they stand in their boxes: each line of a cell or paragraph by itself. */
function textsOf(sheet: Sheet | undefined): string {
  const texts = sheet?.ops.map((op) => (op.kind === 'text' ? wordsOfLine(op.line) : '')) ?? [];
  return plain(texts.join(''));
}

function wordsOfLine({ pieces }: TextLine): string {
  return pieces
    .map(({ clusters, level }) => {
      const words = clusters.map((cluster) => cluster.text);
      return (level % 2 === 1 ? words.reverse() : words).join('');
    })
    .join('');
}

/** Whether every word of a text is on a page; a table's cells lie beside each other, so lines of one may be apart. */
function holds(page: string, text: string): boolean {
  return text.split(/[\s\u2066-\u2069]+/u).every((word) => page.includes(plain(word)));
}

describe('page one', () => {
  test.each(pages)(
    'of the example in $lang for $reader on $paper is one side, and names what it leaves out',
    async ({ lang, reader, paper }) => {
      const doc = summarise(exampleExtract(reader), await spoken(lang), { today });
      const { sheets, outside } = await laid(doc, paper);
      expect(outside).toEqual([]);
      const pages = sheets.map(textsOf);
      expect(pages.findIndex((page) => page.startsWith(plain(doc.furniture.record)))).toBe(1);
      const [one = ''] = pages;
      for (const text of mustOf(doc)) expect(holds(one, text), text).toBe(true);
      const names = [...doc.summary.map(({ title }) => title), ...doc.also.map(({ name }) => name)];
      for (const name of names) expect(one).toContain(plain(lineToText(name)));
    },
  );

  test.each(pages)(
    'of many medicines and allergies in $lang for $reader on $paper is two sides at most, and whole',
    async ({ lang, reader, paper }) => {
      const words = await spoken(lang);
      for (const [medicines, allergies] of [
        [4, 2],
        [9, 4],
        [14, 8],
      ] as const) {
        const doc = summarise({ ...many(medicines, allergies), reader }, words, { today });
        const { sheets, outside } = await laid(doc, paper);
        expect(outside).toEqual([]);
        const pages = sheets.map(textsOf);
        const sides = pages.findIndex((page) => page.startsWith(plain(doc.furniture.record)));
        expect(sides).toBeGreaterThan(0);
        expect(sides).toBeLessThanOrEqual(2);
        const summary = pages.slice(0, sides).join('');
        for (const text of mustOf(doc)) expect(holds(summary, text), text).toBe(true);
        for (let at = 0; at < medicines; at += 1) expect(summary).toContain(plain(`Medicine${at}`));
        for (let at = 0; at < allergies; at += 1)
          expect(summary).toContain(plain(`the second time${at} my throat closed.`));
        expect(summary).not.toContain('…');
      }
    },
  );

  test('of every number of medicines and allergies stands on two sides at most', async () => {
    const words = await spoken('en-GB');
    for (let medicines = 4; medicines <= 14; medicines += 1) {
      for (let allergies = 2; allergies <= 8; allergies += 1) {
        const doc = summarise(many(medicines, allergies), words, { today });
        const pages = (await laid(doc)).sheets.map(textsOf);
        expect(pages.findIndex((page) => page.startsWith(plain(doc.furniture.record)))).toBeLessThanOrEqual(2);
      }
    }
  });

  test('never in letters smaller than 8.5 points for its text, 8 for its captions', () => {
    for (const { styles } of looks) {
      expect(styles.body.size).toBeGreaterThanOrEqual(8.5);
      expect(Math.min(...Object.values(styles).map((style) => style.size))).toBeGreaterThanOrEqual(8);
    }
  });
});

/** Medicines, half of them with a purpose, and allergies, all in ordinary sentences, beside a life of problems. */
function many(medicines: number, allergies: number): Extract {
  return extractOf({
    me: [told({ name: 'Gary', born: '1968-04-17' })],
    words: [
      told({
        label: 'My shoulder since the operation',
        usual: 'Worse after a long shift. Wakes me at three.',
        notUsual: 'Arm cold or blue. I cannot move my fingers at all.',
        pleaseDont: ['Change my medicines without asking me'],
      }),
    ],
    visit: [told({ wish: 'A letter for work so that I can do lates only. I want to talk about the patch too.' })],
    medicines: Array.from({ length: medicines }, (_, at) =>
      told({
        name: `Medicine${at}`,
        strength: '10 micrograms/hour',
        dose: 'One patch every 7 days, on a Sunday, the other arm each time',
        ...(at % 2 === 0
          ? { purpose: 'Shoulder pain, all day', helpsHow: 'I can lift a kettle. I sleep on my back.' }
          : {}),
      }),
    ),
    allergies: Array.from({ length: allergies }, (_, at) =>
      told({
        substance: `Substance${at}`,
        whatHappened: `Nothing the first time, only a rash. But the second time${at} my throat closed.`,
      }),
    ),
    problems: Array.from({ length: 14 }, (_, at) => told({ name: `Problem number ${at}`, status: 'active' })),
    matters: [told({ most: 'Keeping my licence and my job. Being a grandad who joins in.' })],
  });
}

describe.skipIf(!hasTool('zbarimg') || !hasTool('pdftoppm'))('the paper for an emergency', () => {
  test.each(languages)('has the small code alone on page one and says what it is for, in %s', async (lang) => {
    // a life whose A&E card is one code: one of several is never put there (exchange/file/paper.ts)
    const extract = pick(gridLife({ medicines: 4, allergies: 2 }), emptyShare('emergency'), today);
    const [urgent = '', ...more] = await addresses(extract, aeRoom);
    expect(more).toEqual([]);
    const all = await addresses(extract, fullRoom);
    const doc = summarise(extract, await spoken(lang), { today });
    const options = { paper: 'a4', codes: all.map(addressToQr), first: addressToQr(urgent), made: today } as const;
    const { bytes } = await docToPdf(doc, options, resources);
    expect(codesOf(bytes, 1)).toEqual([urgent]);
    expect([...codesOf(bytes, pagesOf(bytes))].sort()).toEqual([...all].sort());
    if (lang === 'ar') return;
    expect(textOf(bytes, '-l', '1')).toContain(doc.furniture.scanUrgent.split(' ').slice(0, 2).join(' '));
    const last = textOf(bytes, '-f', `${pagesOf(bytes)}`);
    for (const words of [doc.furniture.codesTitle, doc.furniture.code(1, all.length)]) expect(last).toContain(words);
    expect(last).toContain(doc.furniture.scan);
  });
});
