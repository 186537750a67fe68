import { expect, test } from 'vitest';
import type { Line } from '#passport/doc.ts';
import { countLine, lineToText } from '#passport/summary/count-words.ts';
import { cutLine, cutMark } from '#passport/summary/cut-line.ts';

const line = (text: string): Line => [{ text, lang: 'en-GB' }];

test('a line that fits is the same line', () => {
  const short = line('One two three.');
  expect(cutLine(short, 3)).toBe(short);
});

test('words are counted as a reader meets them', () => {
  expect(countLine(line('Once a day · 1–2 tablets'))).toBe(5);
  expect(countLine(line('腰が痛い'))).toBe(4);
  expect(countLine(line('x'.repeat(61)))).toBe(3);
  expect(countLine([])).toBe(0);
});

test('a cut line ends at a sentence when one is near, else at a word', () => {
  expect(lineToText(cutLine(line('One two three. Four five six seven.'), 6))).toBe('One two three.…');
  expect(lineToText(cutLine(line('One two three four five six seven.'), 4))).toBe('One two three…');
  expect(cutLine(line('One two three.'), 2).at(-1)).toBe(cutMark);
});

test('a figure is left out whole rather than halved', () => {
  const runs: Line = [
    { text: 'Take ', lang: 'ar' },
    { text: '10 000 units', lang: 'ar', ltr: true },
    { text: ' each week for a year', lang: 'ar' },
  ];
  expect(lineToText(cutLine(runs, 3))).toBe('Take…');
});

test('a name that is cut takes its whole strength with it', () => {
  const name: Line = [{ text: 'A very long name 10 000 units', lang: 'pl', ltr: true }];
  expect(lineToText(cutLine(name, 6))).toBe('A very long name…');
});

test('a letter is never parted from its marks nor a sign from its half', () => {
  for (const unit of ['e\u0301', '👩🏽‍🦽', '\u{1f480}']) {
    const cut = lineToText(cutLine(line(unit.repeat(400)), 3)).slice(0, -1);
    expect(unit.repeat(400).startsWith(cut)).toBe(true);
    expect(cut).not.toMatch(/[\ud800-\udbff]$/);
    expect(unit.repeat(400).slice(cut.length)).not.toMatch(/^(\p{M}|\u200d)/u);
  }
});
