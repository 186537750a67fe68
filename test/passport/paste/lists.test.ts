import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pastedLines } from '#passport/paste/lines.ts';
import { readMedicineList } from '#passport/paste/medicine-list.ts';
import { isTitle, readProblemList } from '#passport/paste/problem-list.ts';

const TODAY = '2026-11-30';

/** The lists of a folder, each beside what it should give. */
function listsIn(folder: string): [name: string, text: string, expected: unknown][] {
  const home = new URL(`../../fixtures/${folder}/`, import.meta.url);
  const open = (file: string) => readFileSync(new URL(file, home), 'utf8');
  return readdirSync(home)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => [file, open(file), JSON.parse(open(file.replace('.txt', '.json')))]);
}

const shuffledCase: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['with hard spaces', (text) => text.replace(/ /g, '\u00a0')],
  ['with direction marks', (text) => text.replace(/^(?=.)/gm, '\u200e')],
];

describe.each(shuffledCase)('a list %s', (_, changed) => {
  it.each(listsIn('medicine-lists'))('of medicines gives its entries and no other: %s', (_name, text, expected) => {
    const { medicines } = readMedicineList(changed(text), TODAY);
    const said = medicines.map(({ line: _line, says, purpose, ...one }) => ({
      ...one,
      ...(says && { says }),
      ...(purpose && { purpose }),
    }));
    expect(said).toEqual(expected);
  });

  it.each(listsIn('problem-lists'))('of problems gives its entries and no other: %s', (_name, text, expected) => {
    const { entries, unread, aside } = readProblemList(changed(text));
    const plain = (line: string) => line.replace(/\u200e/g, '').replace(/\u00a0/g, ' ');
    expect({
      entries: entries.map(({ original, ...entry }) => ({ ...entry, lines: original.split('\n').length })),
      aside: aside.map(plain),
      ...(unread.length > 0 && { unread: unread.map(plain) }),
    }).toEqual(expected);
  });
});

describe('every line of a list of problems', () => {
  const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

  it.each(listsIn('problem-lists'))('is in an entry, beside them, or a title: %s', (_, text) => {
    const { entries, unread, aside } = readProblemList(text);
    const kept = [...entries.flatMap(({ original }) => original.split('\n')), ...unread, ...aside];
    const gone = linesOf(text).filter((line) => !kept.includes(line));
    expect(gone.filter((line) => !isTitle(pastedLines(line)[0]?.clean ?? ''))).toEqual([]);
    expect(kept.length + gone.length).toBe(linesOf(text).length);
  });
});

describe('every word of a list of medicines', () => {
  const words = (text: string): string[] => [...(text.match(/[\p{L}\p{M}]{2,}/gu) ?? [])].sort();

  it.each(listsIn('medicine-lists'))('is in an entry or left out as it stood: %s', (_, text) => {
    const { medicines, leftOut } = readMedicineList(text, TODAY);
    const kept = words([...medicines.map(({ line }) => line), ...leftOut].join('\n'));
    for (const word of words(text)) {
      expect(kept).toContain(word);
      kept.splice(kept.indexOf(word), 1);
    }
  });

  it.each(listsIn('medicine-lists'))('is the person’s own, and none is made up: %s', (_, text) => {
    const { medicines } = readMedicineList(text, TODAY);
    for (const { name, strength, form, dose, says, purpose, stoppedWhy = '' } of medicines) {
      for (const word of [name, strength, form, dose, says, purpose, stoppedWhy].flatMap(words)) {
        expect(text).toContain(word);
      }
    }
  });
});
