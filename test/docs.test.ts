import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const docs = ['threats', 'hazards', 'data-map', 'intended-purpose', 'dependencies'];
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** `file`: "sentence"; "sentence of the same file" */
function namedTests(text: string): [file: string, sentence: string][] {
  return [...text.matchAll(/`(test\/[\w/.-]+\.tsx?)`: ("[^"]+"(?:; "[^"]+")*)/g)].flatMap(([, file = '', said = '']) =>
    [...said.matchAll(/"([^"]+)"/g)].map(([, sentence = '']): [string, string] => [file, sentence]),
  );
}

describe('what is written down', () => {
  test.each(docs)('%s.md names only files and folders that are there', (doc) => {
    for (const [, path = ''] of read(`docs/${doc}.md`).matchAll(/`((?:test|src|docs)\/[\w/.-]*)`/g)) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  const named = docs.flatMap((doc) => namedTests(read(`docs/${doc}.md`)));
  test('names a test for each hazard', () => expect(named.length).toBeGreaterThanOrEqual(15));
  test.each(named)('%s says “%s”', (file, sentence) => expect(read(file)).toContain(sentence));

  test('claims no compliance', () => {
    for (const doc of docs)
      expect(read(`docs/${doc}.md`)).not.toMatch(/\b(is|fully|are) (compliant|certified|secure)\b/i);
  });

  test('every hazard that the standard’s readers look for is in the log', () => {
    const log = read('docs/hazards.md');
    for (const hazard of [
      'wrong unit',
      'stale medicine list',
      'allergy dropped',
      "wrong person's passport",
      'carer overwrite',
      'old backup restored',
      '"none known" against "not asked"',
      'right-to-left dose',
    ])
      expect(log).toContain(`| ${hazard} |`);
  });
});
