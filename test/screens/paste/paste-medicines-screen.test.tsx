// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { entryValue, listOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { PasteMedicinesScreen } from '#screens/paste/paste-medicines-screen.tsx';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { countingWorld } from './counting-world.ts';

const lines = 'Amitriptyline 10 mg tablets, one at night\nParacetamol 500mg\nNaproxen';

function newSession(): Session {
  const world = countingWorld();
  return { store: memoryStore([], world), world, writer: { by: '', lang: 'en-GB' }, example: false };
}
async function open(session: Session) {
  const drawn = render(<PasteMedicinesScreen session={session} />);
  await screen.findByRole('heading', { level: 1 });
  return drawn;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const names = () => screen.getAllByLabelText('Name').map((box) => (box as HTMLInputElement).value);
const saved = (session: Session) =>
  listOf(session.store.passport(), medicines).map((record) =>
    ['name', 'strength', 'dose'].map((field) => entryValue(medicines, record, field)),
  );
async function read(session: Session, text = lines) {
  const drawn = await open(session);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  press('Read them');
  await screen.findByText('Is this right?');
  return drawn;
}

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

test('what was read is shown to be put right, and nothing is added until they say so', async () => {
  const session = newSession();
  const { container } = await read(session);
  expect(names()).toEqual(['Amitriptyline', 'Paracetamol', 'Naproxen']);
  expect(session.store.passport().n).toBe(0);
  expect(await faultsIn(container)).toEqual([]);
  fireEvent.change(screen.getAllByLabelText('Strength')[2] as Element, { target: { value: '250 mg' } });
  press('Remove Paracetamol');
  expect(document.activeElement?.tagName).toBe('H1');
  press('Add 2 medicines');
  await screen.findByText('They are in your passport');
  expect(saved(session)).toEqual([
    ['Amitriptyline', '10 mg', 'tablets, one at night'],
    ['Naproxen', '250 mg', null],
  ]);
  expect(await faultsIn(container)).toEqual([]);
});

test('adding can be taken back, and the list is there as it was', async () => {
  const session = newSession();
  await read(session);
  press('Add 3 medicines');
  await screen.findByText('3 medicines added.');
  press('Undo');
  await screen.findByText('Is this right?');
  expect(names()).toEqual(['Amitriptyline', 'Paracetamol', 'Naproxen']);
  expect(saved(session)).toEqual([]);
});

test('doses and names read left to right in every language', async () => {
  await read(newSession());
  for (const label of ['Name', 'Strength']) {
    for (const box of screen.getAllByLabelText(label)) expect(box.getAttribute('dir')).toBe('ltr');
  }
});

test('nothing is lost by leaving half way, and the list can be changed', async () => {
  const session = newSession();
  await read(session);
  fireEvent.change(screen.getAllByLabelText('Name')[0] as Element, { target: { value: 'Amitriptyline Rosemont' } });
  cleanup();
  await open(session);
  expect(names()[0]).toBe('Amitriptyline Rosemont');
  press('Change the list');
  await waitFor(() => expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe(lines));
});

test('an empty box gets a sentence; a list with nothing left says so', async () => {
  const session = newSession();
  await open(session);
  press('Read them');
  expect(await screen.findByText(/no words to read yet/)).toBeTruthy();
  cleanup();
  await read(session, 'Naproxen');
  press('Remove Naproxen');
  expect(screen.getByText('There is nothing in the list now.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
});
