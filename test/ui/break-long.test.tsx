// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { breakLong } from '#ui/break-long.tsx';

afterEach(cleanup);
const draw = (text: string) => render(<p>{breakLong(text)}</p>).container.querySelector('p') as HTMLElement;

test('a word of 120,000 letters has a place to break after each hundred, and reads and copies as it was', () => {
  const box = draw('x'.repeat(120_000));
  expect(box.textContent).toBe('x'.repeat(120_000));
  expect(box.querySelectorAll('wbr')).toHaveLength(1_199);
});

test('ordinary sentences, in any script, are one piece of text', () => {
  for (const text of ['It hurts less when I have slept. '.repeat(300), '痛みは長く続いています。'.repeat(300), 'short'])
    expect(draw(text).childNodes).toHaveLength(1);
});

test('whatever is written stays as it is, and no letter loses its marks or its other half', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 50, maxLength: 400 }), fc.nat(400), (some, count) => {
      const box = draw(some + 'é😀'.normalize('NFD').repeat(count));
      expect(box.textContent).toBe(some + 'é😀'.normalize('NFD').repeat(count));
      for (const { textContent } of box.childNodes) {
        if (box.childNodes.length > 1) expect(textContent?.slice(-2)).not.toMatch(/^.[\ud800-\udbff]$/s);
      }
      cleanup();
    }),
    { numRuns: 40 },
  );
});
