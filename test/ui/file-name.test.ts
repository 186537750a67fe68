import { expect, test } from 'vitest';
import { fileName } from '#ui/file-name.ts';

test('a plain name is kept', () => {
  expect(fileName('summary.pdf', { discreet: false })).toBe('summary.pdf');
});

test('a discreet name keeps its day and its ending, and tells nothing else', () => {
  expect(fileName('summary.pdf', { discreet: true })).toBe('notes.pdf');
  expect(fileName('backup-2026-11-21.age', { discreet: true })).toBe('notes-2026-11-21.age');
  expect(fileName('saved copy of my passport', { discreet: true })).toBe('notes');
});
