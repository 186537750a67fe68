import type { Run } from './doc.ts';

// A dose, range, time, date or phone number: digits joined by signs that bidi would turn round, with its unit.
const digit = String.raw`[\d\u0660-\u0669\u06f0-\u06f9\u00bc-\u00be\u2150-\u215e]`;
const unit = String.raw`(?:\s?(?:mg|mcg|µg|micrograms?|g|kg|ml|l|%|units?|iu|°C)(?![\p{L}\p{M}]))`;
const space = String.raw`[ \u00a0\u202f]`;
// A full stop or comma with a space after it ends a sentence or parts a list: 2019 and 10 mg are two things.
const plain = String.raw`${digit}+(?:[.,:'’\u066b\u066c]${digit}+)*`;
const dotted = String.raw`${digit}{1,2}\.\s?${digit}{1,2}\.\s?${digit}{4}`;
const thousands = `${digit}{1,3}(?:${space}${digit}{3})+(?!${space}?${digit})(?:[.,]${digit}+)?`;
// A phone or record number in groups: seven digits or more, none of them the amount of a unit.
const groups = String.raw`(?=(?:[()]?${space}?[()]?${digit}){7})\(?${digit}+\)?(?:${space}${digit}+(?!${digit}|${unit}))+`;
const amount = String.raw`\+?(?:${dotted}|${thousands}|${groups}|${plain})(?:${unit}(?:/[a-zµ]{1,10}(?![\p{L}\p{M}])){0,2})?`;
const figure = new RegExp(String.raw`${amount}(?:\s?[-–—−/×x*:+]\s?${amount})*`, 'giu');

/**
 * Free text as runs, with every figure isolated left to right, so that `5-7` and `200–400 mg` are never shown turned
 * round in right-to-left text (UAX #9: numbers joined by neutral signs take the paragraph's direction). Numbers that
 * only stand next to each other ("in 2019 10 mg") stay apart, in the order of their sentence.
 * The runs' texts put together are `text`, unchanged.
 */
export function isolate(text: string, lang: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(figure)) {
    if (!/\D/u.test(found[0])) continue;
    if (found.index > from) runs.push({ text: text.slice(from, found.index), lang });
    runs.push({ text: found[0], lang, ltr: true });
    from = found.index + found[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), lang });
  return runs;
}
