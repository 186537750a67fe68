// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
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
const rowOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`), expanded: false });
const openRow = (name: string) => fireEvent.click(rowOf(name));
const ticks = () =>
  (screen.getAllByRole('checkbox', { name: /^Add / }) as HTMLInputElement[]).map(
    (box) => `${box.checked ? '' : 'not '}${box.getAttribute('aria-label')?.slice('Add '.length)}`,
  );
const untick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name: `Add ${name}` }));
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
  expect(ticks()).toEqual(['Amitriptyline 10 mg', 'Paracetamol 500mg', 'Naproxen']);
  expect(rowOf('Amitriptyline').textContent).toContain('one at night');
  expect(screen.queryByLabelText('Strength')).toBeNull();
  expect(session.store.passport().n).toBe(0);
  expect(await faultsIn(container)).toEqual([]);
  openRow('Paracetamol');
  openRow('Naproxen');
  fireEvent.change(screen.getByLabelText('Strength'), { target: { value: '250 mg' } });
  expect(await faultsIn(container)).toEqual([]);
  untick('Paracetamol 500mg');
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
  expect(ticks()).toEqual(['Amitriptyline 10 mg', 'Paracetamol 500mg', 'Naproxen']);
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
  expect(ticks()).toEqual(['Codeine 15mg', 'Duloxetine 30mg']);
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
  openRow('Omeprazole');
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
  openRow('Amitriptyline');
  for (const label of ['Name', 'Strength']) {
    for (const box of screen.getAllByLabelText(label)) expect(box.getAttribute('dir')).toBe('ltr');
  }
});

test('nothing is lost by leaving half way, and the list can be changed', async () => {
  const session = newSession();
  await read(session);
  openRow('Amitriptyline');
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Amitriptyline Rosemont' } });
  cleanup();
  await open(session);
  expect(ticks()[0]).toBe('Amitriptyline Rosemont 10 mg');
  press('Change the list');
  await waitFor(() => expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe(lines));
});

test('an empty box gets a sentence; with nothing ticked there is nothing to add, and the list stays', async () => {
  const session = newSession();
  await open(session);
  press('Read them');
  expect(await screen.findByText(/no words to read yet/)).toBeTruthy();
  cleanup();
  await read(session, 'Naproxen');
  untick('Naproxen');
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
});

describe('a line that says more than a medicine', () => {
  const records = (session: Session) =>
    listOf(session.store.passport(), medicines).map((record) =>
      ['name', 'pattern', 'stopped', 'stoppedWhy'].map((field) => entryValue(medicines, record, field)),
    );
  const tick = () => fireEvent.click(screen.getByRole('checkbox', { name: 'I have stopped this' }));
  const isTicked = () => (screen.getByRole('checkbox', { name: 'I have stopped this' }) as HTMLInputElement).checked;

  test('stopped is read, shown with the line, and saved with its date; nothing else gets a pattern', async () => {
    const session = newSession();
    const { container } = await read(session, 'Naproxen (stopped March 2016)\nSenna');
    expect(rowOf('Naproxen').textContent).toContain('stopped');
    expect(rowOf('Senna').textContent).not.toContain('stopped');
    openRow('Senna');
    expect(isTicked()).toBe(false);
    openRow('Naproxen');
    expect(isTicked()).toBe(true);
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
    openRow('Naproxen');
    tick();
    openRow('Senna');
    tick();
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
    expect(ticks()).toEqual(['penicillin', 'Senna']);
    press('Add 2 medicines');
    await screen.findByText('2 medicines added.');
    press('Undo');
    await screen.findByText('Is this right?');
    expect(ticks()).toEqual(['penicillin', 'Senna']);
    press('Change the list');
    await waitFor(() =>
      expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('allergic to penicillin\nSenna'),
    );
  });
});

describe('a list beside the medicines that stand', () => {
  async function beside(list: string) {
    const session = newSession();
    const add = (record: string, set: Record<string, string>) => ({ part: medicines.id, record, set });
    await session.store.append(
      [
        add('a', { name: 'Amitriptyline', strength: '10mg', dose: 'one at night' }),
        add('b', { name: 'Morphine', strength: '10mg', dose: 'one twice a day' }),
        add('c', { name: 'Senna', dose: 'two at night' }),
      ],
      session.writer,
    );
    return { session, ...(await read(session, list)) };
  }
  const all = (session: Session) =>
    listOf(session.store.passport(), medicines).map((record) =>
      ['name', 'strength', 'dose', 'pattern']
        .map((field) => entryValue(medicines, record, field))
        .filter(Boolean)
        .join(' '),
    );
  const before = ['Amitriptyline 10mg one at night', 'Morphine 10mg one twice a day', 'Senna two at night'];

  test('is shown in groups, and by itself only adds what is new', async () => {
    const { session, container } = await beside(
      'AMITRIPTYLINE 10 mg - two at night\nSenna two at night\nOramorph 10mg/5ml prn',
    );
    expect(screen.getByRole('heading', { name: 'Not the same as in my passport' })).toBeTruthy();
    expect(screen.getByText('The same: 1 medicine')).toBeTruthy();
    expect(screen.getByText('In my passport, not on this list: 1 medicine')).toBeTruthy();
    // Oramorph is morphine, and morphine stands there.
    expect(screen.getByText('May be one medicine twice')).toBeTruthy();
    expect(ticks()).toEqual(['Oramorph 10mg/5ml', 'not Senna']);
    expect(await faultsIn(container)).toEqual([]);
    press('Add 1 medicine');
    await screen.findByText('1 medicine added.');
    expect([...all(session)].sort()).toEqual([...before, 'Oramorph 10mg/5ml prn as_needed'].sort());
  });

  test('takes the words of the list, or keeps both, only when they say so', async () => {
    const { session } = await beside('Amitriptyline 10mg - two at night\nMorphine 30mg bd');
    const [first, second] = screen.getAllByRole('group', { name: /What should stand/ });
    const pick = (group: HTMLElement | undefined, name: RegExp) =>
      fireEvent.click(within(group as HTMLElement).getByRole('radio', { name }));
    pick(first, /Use the words/);
    pick(second, /Keep both/);
    press('Add 2 to my passport');
    await screen.findByText('They are in your passport');
    expect([...all(session)].sort()).toEqual(
      ['Amitriptyline 10mg two at night', ...before.slice(1), 'Morphine 30mg bd'].sort(),
    );
    press('Undo');
    await screen.findByText('Is this right?');
    expect([...all(session)].sort()).toEqual([...before].sort());
  });

  test('ends nothing by itself: what it calls stopped is asked about', async () => {
    const { session } = await beside('Drug\tDose\tStatus\nMorphine 10mg\t\tSTOPPED - drowsy');
    expect(screen.getByRole('radio', { name: 'Keep what I have: I take it', checked: true })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'It was stopped, as the list says' }));
    press('Add 1 to my passport');
    await screen.findByText('They are in your passport');
    expect(all(session)).toContain('Morphine 10mg one twice a day stopped');
  });
});

describe('what was read amiss', () => {
  test('goes with the row above, and can be taken apart again', async () => {
    const session = newSession();
    await read(session, 'Zyxol\nMondays');
    openRow('Mondays');
    press('This belongs to the one above');
    expect(ticks()).toEqual(['Zyxol']);
    press('Take them apart again');
    expect(ticks()).toEqual(['Zyxol', 'Mondays']);
    openRow('Mondays');
    press('This belongs to the one above');
    press('Add 1 medicine');
    await screen.findByText('1 medicine added.');
    expect(saved(session)).toEqual([['Zyxol', null, 'Mondays']]);
  });

  test('what was left out can be brought back', async () => {
    const session = newSession();
    await read(session, 'Senna 7.5mg tablets\n28 tablet');
    press('Bring back: 28 tablet');
    expect(ticks()).toEqual(['Senna 7.5mg', '28 tablet']);
    expect(screen.queryByText(/^Left out/)).toBeNull();
  });
});

describe('pasting with one press', () => {
  const clipboard = (readText: () => Promise<string>) =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { readText } });
  afterEach(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }));

  test('reads the list at once', async () => {
    clipboard(async () => 'Senna 7.5mg');
    await open(newSession());
    press('Paste what I copied');
    await screen.findByText('Is this right?');
    expect(ticks()).toEqual(['Senna 7.5mg']);
  });

  test('where it is refused says how, with the box in focus', async () => {
    clipboard(async () => Promise.reject(new DOMException('', 'NotAllowedError')));
    await open(newSession());
    press('Paste what I copied');
    expect(await screen.findByText(/Press and hold in the box/)).toBeTruthy();
    expect(document.activeElement?.id).toBe('paste-medicines');
  });
});
