import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { exampleEdits } from '#passport/example/example.ts';
import { typed } from './screens.ts';

/** Everything a person could read or hear on the page, a piece each; what a box holds is the same page as text. */
const allWords = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, noscript, textarea')) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) {
        const words = element.getAttribute(name);
        if (words) found.push(words);
      }
    }
    return found;
  });

// What is nobody's to translate: the person's own words, names of languages and medicines, and what the browser itself
// says for a language it does not know (months, "and").
const theirs = [
  'English Polski العربية PDF A4 US Letter NEC Moving Forwards saved-copy.mfp summary.pdf',
  readFileSync(new URL('../../src/passport/medicine-names.ts', import.meta.url), 'utf8'),
];
for (const { set } of exampleEdits()) {
  collect(set);
  // A name and its strength stand side by side.
  if (set?.['name'] && set['strength']) collect(`${set['name']} ${set['strength']}`);
}

function collect(value: unknown) {
  if (typeof value === 'string') theirs.push(value);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
}

const browsers =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|AM|PM|and|today|yesterday)\b/g;
const accents = /[ÅåßÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöÞŔŕŠšŢţÛûŴŵÝýŽž]/;

/** Bare English in a piece: words that come neither from the pseudo-locale nor from the person; '' when there are none. */
function bareWords(piece: string, own: string): string {
  const pieces = withoutBrackets(piece.replace(/[\u2066-\u2069]/g, '')).split(/[,·•:;]\s|\n/);
  const bare = pieces.map((words) => words.trim()).filter((words) => /\p{L}{2,}/u.test(words.replace(browsers, '')));
  return bare
    .filter((words) => !accents.test(words) && !own.includes(words.toLowerCase()) && !/^https?:/.test(words))
    .join(' | ');
}

/** Without what the pseudo-locale put in brackets, one within another too. */
function withoutBrackets(text: string): string {
  const less = text.replace(/\[[^\][]*\]/g, '\n');
  return less === text ? text : withoutBrackets(less);
}

/** What a page in the pseudo-locale says that comes neither from a locale nor from the person. */
export async function bareWordsOn(page: Page): Promise<readonly string[]> {
  const own = [...theirs, ...typed()].join('\n').toLowerCase();
  const found = (await allWords(page)).map((piece) => bareWords(piece, own)).filter(Boolean);
  return [...new Set(found)];
}
