import type { Line, Run } from '#passport/doc.ts';
import { countLine, countToken, lineToText, tokensOf } from './count-words.ts';

/** Stands where words were cut, until it is known whether it also has to say where they are. Compared by identity. */
export const cutMark: Run = { text: '…', lang: '' };

const sentenceEnds = /[.!?…。！？؟۔।][”’"')\]]*(?=\s|$)/gu;

/**
 * The line in at most `most` words: as it is when it fits, otherwise ended at a sentence, or at a word when the first
 * sentence is too long, and then `cutMark`. A figure or a medicine's name is never cut in the middle: half a dose is
 * another dose.
 */
export function cutLine(line: Line, most: number): Line {
  if (countLine(line) <= most) return line;
  const text = lineToText(line);
  const end = outsideLtr(line, atSentence(text, atWord(text, Math.max(1, most - 1))));
  return [...firstCharacters(line, end), cutMark];
}

export function isCut(line: Line): boolean {
  return line.at(-1) === cutMark;
}

function atWord(text: string, most: number): number {
  let left = most;
  let end = 0;
  for (const token of tokensOf(text)) {
    const size = countToken(token.text);
    if (size > left) return end > 0 ? end : atCharacter(text, token.start + left * 20);
    left -= size;
    end = token.end;
  }
  return end;
}

/** Not between the halves of a character, nor before a mark that belongs to the letter before it. */
function atCharacter(text: string, place: number): number {
  let end = Math.min(place, text.length);
  while (end > 1 && /^(?:\p{M}|\u200d|\ufe0f|[\udc00-\udfff])/u.test(text.charAt(end))) end -= 1;
  return end;
}

function atSentence(text: string, end: number): number {
  const found = [...text.slice(0, end).matchAll(sentenceEnds)].at(-1);
  const sentence = found ? found.index + found[0].length : 0;
  return sentence >= end * 0.4 ? sentence : end;
}

function outsideLtr(line: Line, end: number): number {
  let start = 0;
  for (const run of line) {
    const over = start + run.text.length;
    if (run.ltr && end > start && end < over) return start > 0 ? start : beforeFigure(run.text, end);
    start = over;
  }
  return end;
}

/** A name may end early, its strength may not. */
function beforeFigure(text: string, end: number): number {
  return text.slice(0, end).replace(/(?:\s+\S*\d\S*)+$/u, '').length;
}

function firstCharacters(line: Line, count: number): Line {
  const kept: Run[] = [];
  let left = count;
  for (const run of line) {
    if (left <= 0) break;
    kept.push(run.text.length <= left ? run : { ...run, text: run.text.slice(0, left) });
    left -= run.text.length;
  }
  const last = kept.at(-1);
  return last ? [...kept.slice(0, -1), { ...last, text: last.text.trimEnd() }] : kept;
}
