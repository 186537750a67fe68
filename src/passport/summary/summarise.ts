import type { Doc } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import { readers } from '#passport/readers.ts';
import { fullRecord } from './full-record.ts';
import { headerOf } from './header.ts';
import { type Circumstances, type Page, unsaid } from './page.ts';
import { pageOne } from './page-one.ts';
import { phrase, run } from './phrase.ts';
import type { Words } from './words.ts';

// Private use characters that no text holds (`value-to-line.ts` takes them out): the names, then the page.
const [namesSlot, pageSlot] = ['\ue000', '\ue001'];

/**
 * An extract as a Doc in the reader's language: page one in the order of its reader, then everything told. Labels and
 * terms are in `words`; what the person wrote keeps its own language on each Run. Pure: `today` is the reader's ISO day.
 * Nothing is cut, and nothing that was not told appears.
 */
export function summarise(extract: Extract, words: Words, circumstances: Circumstances): Doc {
  const page: Page = { extract, words, circumstances, said: new Set(), read: new Set() };
  const header = headerOf(page);
  const summary = pageOne(page);
  return {
    lang: words.lang,
    dir: words.dir,
    title: words.say('title'),
    ...header,
    summary,
    also: unsaid(page).map((part) => ({ part, name: [run(words, words.part(part))] })),
    closing: readers[extract.reader].isClinical ? phrase(words, 'closing') : [],
    record: fullRecord(page),
    furniture: {
      page: (number, pages) => words.say('page', { page: number, pages }),
      record: words.say('record'),
      example: extract.example ? words.say('example') : null,
      code: (code, codes) => words.say('code', { code, codes }),
      codesTitle: words.say('codes_title'),
      scan: words.say('code_scan'),
      scanUrgent: words.say('code_scan_urgent'),
      also: words.say('also'),
      ask: words.say('also_ask'),
      onPage: words.say('on_page', { names: namesSlot, page: pageSlot }),
      continued: words.say('continued', { title: namesSlot }),
    },
  };
}
