import type { Run } from './doc.ts';

// A dose, range, time, date or phone number: digits joined by signs that bidi would turn round, with its unit.
const unit = String.raw`(?:\s?(?:mg|mcg|µg|micrograms?|g|kg|ml|l|%|units?|iu|°C)(?![\p{L}\p{M}]))?`;
const digit = String.raw`[\d\u0660-\u0669\u06f0-\u06f9]`;
const figure = new RegExp(
  String.raw`\+?${digit}+(?:\s?[-–—−/×x*.,:+]\s?${digit}+|[ \u00a0]${digit}+)*${unit}(?:\s?[/×x]\s?${digit}+)?`,
  'giu',
);

/**
 * Free text as runs, with every figure isolated left to right, so that `5-7` and `200–400 mg` are never shown turned
 * round in right-to-left text (UAX #9: numbers joined by neutral signs take the paragraph's direction).
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
