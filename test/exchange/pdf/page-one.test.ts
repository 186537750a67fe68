import { describe, expect, test } from 'vitest';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { aeRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import { looks } from '#exchange/pdf/look.ts';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { addressToQr } from '#exchange/qr/qr.ts';
import type { Extract } from '#passport/extract.ts';
import { lineToText } from '#passport/summary/count-words.ts';
import { summarise } from '#passport/summary/summarise.ts';
import { everything, exampleExtract, today } from '../../passport/summary/told-person.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { codesOf, pagesOf, textOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { spoken } from './spoken.ts';

const base = `https://${'x'.repeat(30)}.org/`;

async function addresses(extract: Extract, room: typeof aeRoom): Promise<readonly string[]> {
  return cardsToAddresses((await packExtract(extract, room)).cards, base);
}

const languages = ['en-GB', 'pl', 'ar'];
const papers = ['a4', 'letter'] as const;
const pages = languages.flatMap((lang) =>
  (['gp', 'emergency'] as const).flatMap((reader) => papers.map((paper) => ({ lang, reader, paper }))),
);

describe.skipIf(!hasTool('pdftotext'))('page one is one sheet', () => {
  test.each(pages)('of the example in $lang for $reader on $paper', async ({ lang, reader, paper }) => {
    const extract = exampleExtract(reader);
    const first = reader === 'emergency' ? addressToQr((await addresses(extract, aeRoom))[0] ?? '') : undefined;
    const doc = { ...summarise(extract, await spoken(lang), { today }), record: [] };
    const { bytes } = await docToPdf(doc, { paper, codes: [], made: today, ...(first && { first }) }, resources);
    expect(pagesOf(bytes)).toBe(1);
    const text = textOf(bytes);
    for (const { text: number } of doc.facts.flat().filter((run) => run.ltr)) expect(text).toContain(number);
    if (lang !== 'ar') for (const { title } of doc.summary) expect(text).toContain(lineToText(title));
  });

  test('and a summary that is too long for one flows on, with nothing lost', async () => {
    const doc = summarise(everything(3), await spoken('en-GB'), { today });
    const long = { ...doc, summary: [...doc.summary, ...doc.record], record: [] };
    const { bytes } = await docToPdf(long, { paper: 'a4', codes: [], made: today }, resources);
    expect(pagesOf(bytes)).toBeGreaterThan(1);
    const text = textOf(bytes).replace(/\s/g, '');
    for (const { title } of long.summary) expect(text).toContain(lineToText(title).replace(/\s/g, ''));
  });

  test('never in letters smaller than 8.5 points for its text, 8 for its captions', () => {
    for (const { styles } of looks) {
      expect(styles.body.size).toBeGreaterThanOrEqual(8.5);
      expect(Math.min(...Object.values(styles).map((style) => style.size))).toBeGreaterThanOrEqual(8);
    }
  });
});

describe.skipIf(!hasTool('zbarimg') || !hasTool('pdftoppm'))('the paper for an emergency', () => {
  test.each(languages)('has the small code alone on page one and says what it is for, in %s', async (lang) => {
    const extract = exampleExtract('emergency');
    const [urgent = ''] = await addresses(extract, aeRoom);
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
