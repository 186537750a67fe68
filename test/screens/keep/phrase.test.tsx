// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { sealBackup } from '#exchange/file/backup.ts';
import { PhraseView } from '#screens/keep/phrase-view.tsx';
import { encodeDownload } from '#store/download.ts';
import { personToChanges } from '../../passport/person.ts';
import { sessionWith } from '../session.ts';
import { openKeep, prepareKeep } from './keep-here.tsx';

prepareKeep();

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const saysInSecret = (words: RegExp) =>
  screen
    .getAllByRole('status')
    .some((status) => status.classList.contains('visually-hidden') && words.test(status.textContent ?? ''));

describe('a phrase', () => {
  test('of figures is not called English, one of words is, and its sheet names the file without its ending', async () => {
    const { rerender } = render(<PhraseView phrase="0123 4567 8901 2345 6789 0123" label="The phrase" />);
    expect(screen.getByRole('list').getAttribute('lang')).toBeNull();
    rerender(<PhraseView phrase="maple river stone candle orbit window" label="The phrase" />);
    expect(screen.getByRole('list').getAttribute('lang')).toBe('en');
    cleanup();
    openKeep(sessionWith(), 'backup');
    press('Next');
    const sheet = (await screen.findByText('Phrase for a sealed file')).closest('section') as HTMLElement;
    expect(sheet.textContent).toMatch(/backup-\d{4}-\d{2}-\d{2}\u2069/);
  });

  test('of one’s own left empty puts the focus in its box and says so', async () => {
    openKeep(sessionWith(), 'backup');
    press('Next');
    await screen.findByRole('list', { name: 'The phrase' });
    press('Use a phrase of my own');
    press('Use this phrase');
    expect(document.activeElement).toBe(screen.getByLabelText('Your phrase'));
    expect(saysInSecret(/^This box is empty/)).toBe(true);
  });

  test('to open a file, left empty, puts the focus in its box and says so', async () => {
    const sealed = await sealBackup(
      await encodeDownload(personToChanges(), '2026-11-01T10:00:00.000Z'),
      'a phrase of my own',
      2,
    );
    if (!sealed.ok) throw new Error(sealed.problem);
    openKeep(sessionWith(), 'restore');
    const file = new File([sealed.bytes as Uint8Array<ArrayBuffer>], 'backup.age');
    fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files: [file] } });
    const box = await screen.findByLabelText('The phrase');
    press('Open it');
    expect(document.activeElement).toBe(box);
    expect(saysInSecret(/^This box is empty/)).toBe(true);
  });
});
