import { describe, expect, test } from 'vitest';
import { docToPdf } from '#exchange/pdf/pdf.ts';
import { directionOf } from '#passport/direction.ts';
import { hasTool } from '../../tools/debian-tool.ts';
import { textOf } from './read-pdf.ts';
import { resources } from './resources.ts';
import { paragraphs, smallDoc } from './small-doc.ts';

const options = { paper: 'a4', codes: [], made: '2026-11-21' } as const;

const sentences: Readonly<Record<string, string>> = {
  'en-GB': 'My back hurts most in the morning; heat and “slow” walking help – a little.',
  cy: 'Mae’r boen yn waeth yn y nos, ond mae dŵr cynnes yn helpu’r ŵyres.',
  de: 'Größere Schmerzen über Nacht: Wärme hilft, Kälte nicht.',
  fr: 'Ça brûle très fort où j’ai été opéré, même à Noël.',
  pl: 'Zażółć gęślą jaźń: ból wraca, gdy śpię źle.',
  tr: 'İki bacağım da yanıyor, belimde taş gibi oturuyor.',
  ro: 'Durerea ține toată ziua și mă obosește până noaptea.',
  lt: 'Skausmas grįžta kiekvieną rytą, ypač žiemą.',
  so: 'Xanuunku wuu ka sii daraa habeenkii, laakiin biyaha diirran ayaa i caawiya.',
  vi: 'Tôi đau lưng mỗi buổi sáng, nhưng nước ấm giúp được một chút ở chỗ nặng nhất.',
  yo: 'Ẹ̀yìn mi ń dùn mí ní òwúrọ̀, ṣùgbọ́n omi gbígbóná ń ràn mí lọ́wọ́.',
  el: 'Η πλάτη μου πονάει το πρωί· η ζέστη βοηθάει λίγο.',
  ru: 'Спина болит по утрам, тёплая вода немного помогает.',
  uk: 'Спина болить щоранку, її гріє тепла вода, а їзда – ні.',
  bg: 'Гърбът ме боли всяка сутрин, щом ставам.',
  ar: 'ظهري يؤلمني كل صباح والماء الدافئ يساعدني قليلًا في الأيام الباردة.',
  fa: 'کمرم هر روز صبح درد می‌گیرد و آب گرم کمی کمک می‌کند.',
  ur: 'میری کمر میں ہر صبح درد ہوتا ہے اور گرم پانی سے تھوڑا آرام ملتا ہے۔',
  ps: 'زما ملا هر سهار درد کوي او ګرمې اوبه لږ مرسته کوي.',
  ckb: 'هەموو بەیانییەک پشتم دێشێت و ئاوی گەرم کەمێک یارمەتیم دەدات.',
};

/** Words without the signs around them: a full stop at the end of a right-to-left line may be read on either side. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFC').replace(/\u200c/g, '');
  return plain.split(/[^\p{L}\p{M}\p{N}’]+/u).filter((word) => word !== '');
}

test('a language is written in its own direction unless its tag names a script', () => {
  expect(['ar', 'ur-PK', 'ckb', 'he', 'yi', 'pa-Arab'].map(directionOf)).toEqual(Array(6).fill('rtl'));
  expect(['en-GB', 'tr', 'ku', 'ar-Latn', 'ur-Latn-PK', ''].map(directionOf)).toEqual(Array(6).fill('ltr'));
});

describe.skipIf(!hasTool('pdftotext'))('words copied out of a PDF are the words that were written', () => {
  test.each(Object.entries(sentences))('in %s', async (lang, text) => {
    const pdf = await docToPdf(smallDoc(lang, paragraphs([{ text, lang }])), options, resources);
    expect(pdf.missing).toEqual([]);
    const read = textOf(pdf.bytes);
    if (directionOf(lang) === 'ltr') expect(read).toContain(text.normalize('NFC'));
    expect(wordsIn(read).join(' ')).toContain(wordsIn(text).join(' '));
  });

  test('in every language on one page, each in its own direction', async () => {
    const lines = Object.entries(sentences).map(([lang, text]) => [{ text, lang }]);
    const pdf = await docToPdf(smallDoc('en-GB', paragraphs(...lines)), options, resources);
    const read = wordsIn(textOf(pdf.bytes)).join(' ');
    for (const text of Object.values(sentences)) expect(read).toContain(wordsIn(text).join(' '));
  });

  test('when they were typed with marks of their own (decomposed)', async () => {
    const text = (sentences['yo'] ?? '').normalize('NFD');
    const pdf = await docToPdf(smallDoc('yo', paragraphs([{ text, lang: 'yo' }])), options, resources);
    expect(textOf(pdf.bytes)).toContain(text.normalize('NFC'));
  });

  test('50,000 characters flow over pages with every word there, once and in order', async () => {
    const words = Array.from({ length: 8400 }, (_, at) => `word${at}`);
    const text = words.join(' ').slice(0, 50_000);
    const pdf = await docToPdf(smallDoc('en', paragraphs([{ text, lang: 'en' }])), options, resources);
    const read = textOf(pdf.bytes).match(/word\d+/g);
    expect(read).toEqual(text.match(/word\d+/g));
  });

  test('50,000 characters without a single space are all there', async () => {
    const text = 'abcdefghij'.repeat(5_000);
    const pdf = await docToPdf(smallDoc('en', paragraphs([{ text, lang: 'en' }])), options, resources);
    expect(textOf(pdf.bytes).replace(/[^a-j]/g, '')).toContain(text);
  });

  test('a table cell longer than a page flows on, and its head is drawn again', async () => {
    const text = Array.from({ length: 3000 }, (_, at) => `word${at}`).join(' ');
    const table = {
      kind: 'table',
      head: [[{ text: 'Heading', lang: 'en' }], [{ text: 'Why', lang: 'en' }]],
      rows: [[[{ text: 'Short', lang: 'en' }], [{ text, lang: 'en' }]]],
    } as const;
    const pdf = await docToPdf(smallDoc('en', [table]), options, resources);
    const read = textOf(pdf.bytes);
    expect(read.match(/word\d+/g)).toEqual(text.match(/word\d+/g));
    expect(read.match(/Heading/g)?.length).toBeGreaterThan(2);
    expect(read.match(/Short/g)).toHaveLength(1);
  });
});
