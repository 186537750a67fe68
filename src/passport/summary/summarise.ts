import type { Doc } from '#passport/doc.ts';
import type { Extract } from '#passport/extract.ts';
import { countWords } from './count-words.ts';
import { fullRecord } from './full-record.ts';
import { ageRoom, type Circumstances, headerOf, madeOn } from './header.ts';
import { furnitureWords, mostWords, pageOne } from './page-one.ts';
import type { Words } from './words.ts';

/**
 * An extract as a Doc in the reader's language: page one of at most 250 words, then everything told. Labels and terms
 * are in `words`; what the person wrote keeps its own language on each Run. Pure: `today` is the reader's ISO day.
 * Nothing is cut without saying so, and nothing that was not told appears.
 */
export function summarise(extract: Extract, words: Words, circumstances: Circumstances): Doc {
  const page = { extract, words };
  const header = headerOf(page, circumstances);
  const frame = { lang: words.lang, dir: words.dir, title: words.say('title'), ...header };
  // Counted as on the day it was made: the page must stay the same as it grows older.
  const counted = countWords({ ...frame, made: madeOn(page), summary: [] });
  return {
    ...frame,
    ...pageOne(page, mostWords - furnitureWords - ageRoom - counted),
    record: extract.parts.length > 0 ? fullRecord(extract, words) : [],
    furniture: {
      page: (number, pages) => words.say('page', { page: number, pages }),
      record: words.say('record'),
      example: extract.example ? words.say('example') : null,
      code: (code, codes) => words.say('code', { code, codes }),
      codesTitle: words.say('codes_title'),
      scan: words.say('code_scan'),
      scanUrgent: words.say('code_scan_urgent'),
    },
  };
}
