// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { entryValue, listOf } from '#passport/fold.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { PasteMedicinesScreen } from '#screens/paste/paste-medicines-screen.tsx';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { countingWorld } from './counting-world.ts';

const lines = 'Amitriptyline 10 mg tablets, one at night\nParacetamol 500mg\nNaproxen';

function newSession(): Session {
  const world = countingWorld();
  return { store: memoryStore([], world), world, writer: { by: '', lang: 'en-GB' }, example: false, pages: null };
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
    ['Amitriptyline', '10 mg', 'one at night'],
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

test('a list from an app gives one row a medicine, and shows what it left out', async () => {
  const session = newSession();
  const { container } = await read(
    session,
    [
      'Repeat medicines (current)',
      '14 January 2026\nCodeine 15mg modified-release tablets\nTake one or two\nwhen required\n100 tablet',
      'Repeat medicines (discontinued)',
      'Duloxetine 30mg capsules\nOne daily\n28 capsule',
    ].join('\n'),
  );
  expect(names()).toEqual(['Codeine', 'Duloxetine']);
  expect(screen.getByText('Left out: 5 lines or pieces')).toBeTruthy();
  for (const text of ['14 January 2026', '100 tablet', '28 capsule']) expect(screen.getByText(text)).toBeTruthy();
  expect(await faultsIn(container)).toEqual([]);
  press('Add 2 medicines');
  await screen.findByText('2 medicines added.');
  const fields = ['dose', 'form', 'release', 'pattern'] as const;
  expect(
    listOf(session.store.passport(), medicines).map((record) =>
      fields.map((field) => entryValue(medicines, record, field)),
    ),
  ).toEqual([
    ['Take one or two when required', 'tablet', 'slow', 'as_needed'],
    ['One daily', 'capsule', null, 'stopped'],
  ]);
});

test('a form that no word of ours says stays in the words of the list', async () => {
  const session = newSession();
  await read(session, 'Omeprazole 20mg gastro-resistant capsules, one daily');
  expect((screen.getByLabelText('Comes as') as HTMLInputElement).value).toBe('gastro-resistant capsules');
  press('Add 1 medicine');
  await screen.findByText('1 medicine added.');
  const [record] = listOf(session.store.passport(), medicines);
  expect(record && entryValue(medicines, record, 'form')).toEqual({ own: 'gastro-resistant capsules' });
});

test('what a letter says became of a medicine is kept as its words', async () => {
  const session = newSession();
  await read(session, 'Medicine\tDose\tStatus\nLisinopril\t10mg once a day\tHeld until seen by GP');
  press('Add 1 medicine');
  await screen.findByText('1 medicine added.');
  expect(saved(session)).toEqual([['Lisinopril', null, '10mg once a day, Held until seen by GP']]);
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

describe('a line that says more than a medicine', () => {
  const records = (session: Session) =>
    listOf(session.store.passport(), medicines).map((record) =>
      ['name', 'pattern', 'stopped', 'stoppedWhy'].map((field) => entryValue(medicines, record, field)),
    );
  const tick = (at: number) =>
    fireEvent.click(screen.getAllByRole('checkbox', { name: 'I have stopped this' })[at] as Element);

  test('stopped is read, shown with the line, and saved with its date; nothing else gets a pattern', async () => {
    const session = newSession();
    const { container } = await read(session, 'Naproxen (stopped March 2016)\nSenna');
    const boxes = screen.getAllByRole('checkbox', { name: 'I have stopped this' }) as HTMLInputElement[];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
    expect(screen.getByText('Naproxen (stopped March 2016)')).toBeTruthy();
    expect((screen.getByLabelText('When it stopped') as HTMLInputElement).value).toBe('March 2016');
    expect(await faultsIn(container)).toEqual([]);
    press('Add 2 medicines');
    await screen.findByText('2 medicines added.');
    expect(records(session)).toEqual([
      ['Naproxen', 'stopped', '2016-03', null],
      ['Senna', null, null, null],
    ]);
  });

  test('the person can say so, and say otherwise', async () => {
    const session = newSession();
    await read(session, 'Naproxen (stopped 2016)\nSenna');
    tick(0);
    tick(1);
    fireEvent.change(screen.getByLabelText('When it stopped'), { target: { value: 'May 2020' } });
    fireEvent.change(screen.getByLabelText('Why it stopped, or how'), { target: { value: 'cramps' } });
    press('Add 2 medicines');
    await screen.findByText('2 medicines added.');
    expect(records(session)).toEqual([
      ['Naproxen', null, null, null],
      ['Senna', 'stopped', '2020-05', 'cramps'],
    ]);
  });

  const reactions = (session: Session) =>
    listOf(session.store.passport(), allergies).map((record) => entryValue(allergies, record, 'substance'));

  test('an allergy is added nowhere until they say where, and is not lost', async () => {
    const session = newSession();
    const { container } = await read(session, 'Senna\nallergic to penicillin');
    expect(screen.getByText(/looks like an allergy/)).toBeTruthy();
    expect(await faultsIn(container)).toEqual([]);
    press('Add 1 medicine');
    await screen.findByText('1 medicine added.');
    expect(screen.getByText('allergic to penicillin')).toBeTruthy();
    expect(records(session).map(([name]) => name)).toEqual(['Senna']);
    expect(reactions(session)).toEqual([]);
    expect(await faultsIn(container)).toEqual([]);
    cleanup();
    await open(session);
    fireEvent.click(screen.getByRole('radio', { name: 'Allergies and bad reactions' }));
    expect((screen.getByLabelText('What it was') as HTMLInputElement).value).toBe('penicillin');
    press('Add 1 to my passport');
    await screen.findByText('1 allergy or bad reaction added.');
    expect(reactions(session)).toEqual(['penicillin']);
    expect(records(session).map(([name]) => name)).toEqual(['Senna']);
  });

  test('it is a medicine when they say so, and undo brings all of it back', async () => {
    const session = newSession();
    await read(session, 'allergic to penicillin\nSenna');
    fireEvent.click(screen.getByRole('radio', { name: /^Medicines/ }));
    expect(names()).toEqual(['penicillin', 'Senna']);
    press('Add 2 medicines');
    await screen.findByText('2 medicines added.');
    press('Undo');
    await screen.findByText('Is this right?');
    expect(names()).toEqual(['penicillin', 'Senna']);
    press('Change the list');
    await waitFor(() =>
      expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('allergic to penicillin\nSenna'),
    );
  });
});
