// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { makeBackup, sealBackup } from '#exchange/file/backup.ts';
import { answerBackup } from '#exchange/file/backup-answer.ts';
import type { Change } from '#passport/change.ts';
import { entryValue, fold, headOf, recordOf } from '#passport/fold.ts';
import { me } from '#passport/parts/me.ts';
import { encodeDownload } from '#store/download.ts';
import type { Session } from '#store/session.ts';
import { personToChanges } from '../../passport/person.ts';
import { faultsIn } from '../../views/axe.ts';
import { sessionWithPages } from '../pages/pages-in-memory.ts';
import { sessionWith } from '../session.ts';
import { openKeep, prepareKeep } from './keep-here.tsx';

prepareKeep();

const at = '2026-11-01T10:00:00.000Z';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function pick(bytes: Uint8Array, name = 'backup.age') {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  fireEvent.change(input, { target: { files: [file] } });
}

const found = () => screen.findByRole('heading', { level: 1, name: 'What is in this file' });
const nameIn = (session: Session) => entryValue(me, headOf(session.store.passport(), me), 'preferredName');
const change = (id: string, n: number, set: Change['set'], more: Partial<Change> = {}): Change => ({
  ...{ id, n, at, by: '', lang: 'en-GB', part: 'me', record: 'me' },
  ...(set ? { set } : {}),
  ...more,
});
const medicineThere = change('t1', 2, { name: 'Naproxen' }, { part: 'medicines', record: 'theirs' });

describe('how safe it is', () => {
  test('is said plainly: never backed up, then how much has changed since', async () => {
    const session = sessionWith();
    const { container } = openKeep(session);
    await screen.findByText('Not backed up yet. It is only on this device.');
    expect(await faultsIn(container)).toEqual([]);
    cleanup();
    await session.store.drafts.keep(
      'backup/last',
      JSON.stringify({ count: session.store.count() - 2, pages: 0, at: '2026-03-03' }),
    );
    openKeep(session);
    await screen.findByText('Last backed up on 3 March 2026. 2 changes since then.');
  });

  test('has nothing to back up at first, and offers to open a backup', () => {
    openKeep(sessionWith([]));
    expect(screen.queryByRole('link', { name: 'Back up' })).toBeNull();
    expect(screen.getByRole('link', { name: /^Open a backup/ })).toBeTruthy();
  });
});

describe('a backup', () => {
  test('is called backed up only after it was opened again and has left the page', async () => {
    const session = sessionWith();
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    URL.createObjectURL = () => 'blob:x';
    const { container } = openKeep(session, 'backup');
    press('Next');
    await screen.findByRole('list', { name: 'The phrase' });
    press('I have written it down');
    await screen.findByText('Sealing it. This takes a few seconds.');
    await screen.findByRole('heading', { level: 1, name: 'Your backup is ready' });
    expect(screen.queryByText(/Backed up/)).toBeNull();
    expect((await session.store.drafts.all()).has('backup/last')).toBe(false);
    press('Save it to my downloads');
    await screen.findByRole('heading', { level: 1, name: 'Backed up' });
    expect(saved).toHaveBeenCalledOnce();
    saved.mockRestore();
    expect(JSON.parse((await session.store.drafts.all()).get('backup/last') ?? '')).toEqual({
      count: session.store.count(),
      pages: 0,
      at: '2026-11-21',
    });
    expect(await faultsIn(container)).toEqual([]);
  });

  test('names the private things in it, and asks nothing of who prints the phrase', async () => {
    openKeep(sessionWith(), 'backup');
    expect(screen.getByText('What you marked as private is in it too.')).toBeTruthy();
    press('Next');
    const sheet = (await screen.findByText('Phrase for a sealed file')).closest('section') as HTMLElement;
    const name = String(nameIn(sessionWith()));
    expect(name.length).toBeGreaterThan(2);
    expect(sheet.textContent).not.toContain(name);
  });
});

test('a backup that could not be read back is not called one', async () => {
  const session = sessionWith();
  const download = async () => {
    throw new Error('backup-unread');
  };
  openKeep({ ...session, store: { ...session.store, download } }, 'backup');
  press('Next');
  await screen.findByRole('list', { name: 'The phrase' });
  press('I have written it down');
  expect((await screen.findByRole('alert')).textContent).toContain('we do not call it a backup');
  expect(screen.queryByText(/Backed up|is ready/)).toBeNull();
});

test('what is known of the second copy is said, and changes on the page when it is found out', async () => {
  const session = sessionWith();
  let state: ReturnType<Session['store']['safe']> = 'unknown';
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  openKeep({ ...session, store: { ...session.store, safe: () => state, subscribe } });
  screen.getByText(/^It is not known yet/);
  state = 'failing';
  act(() => {
    for (const listener of listeners) listener();
  });
  screen.getByText(/could not be written just now/);
});

test('a backup for which no worker can be had says so, and can be tried again', async () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError');
  };
  openKeep(sessionWith(), 'backup', refuse);
  press('Next');
  await screen.findByRole('list', { name: 'The phrase' });
  press('I have written it down');
  expect((await screen.findByRole('alert')).textContent).toContain('This device could not finish that');
  expect(screen.queryByText(/^Sealing it/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

describe('a file', () => {
  test('sealed here opens with its phrase and comes in whole where nothing was', async () => {
    const all = personToChanges();
    const sealed = await sealBackup(await encodeDownload(all, at), 'a phrase of my own', 2);
    if (!sealed.ok) throw new Error(sealed.problem);
    const session = sessionWith([]);
    const { container } = openKeep(session, 'restore');
    pick(sealed.bytes);
    fireEvent.change(await screen.findByLabelText('The phrase'), { target: { value: 'another phrase' } });
    press('Open it');
    await screen.findByRole('alert');
    fireEvent.change(screen.getByLabelText('The phrase'), { target: { value: 'a phrase of my own' } });
    press('Open it');
    await found();
    expect(await faultsIn(container)).toEqual([]);
    press('Put it on this device');
    await screen.findByText(`${all.length} changes were added.`);
    expect(session.store.passport().parts).toEqual(fold(all).parts);
  });

  test('is told apart from what is here: only there, only here, told differently; what is private has no name', async () => {
    const medicine = (id: string, n: number, name: string) =>
      change(id, n, { name }, { part: 'medicines', record: id });
    const common = [change('c1', 1, { preferredName: 'Sam' }), medicine('both', 2, 'Tramadol')];
    const mine = [
      ...common,
      medicine('mine', 3, 'Morphine'),
      change('m2', 4, { dose: '5 mg' }, { part: 'medicines', record: 'both' }),
    ];
    const theirs = [...common, medicine('theirs', 3, 'Naproxen'), change('t2', 4, { alone: 'yes' })];
    const session = sessionWith(mine);
    openKeep(session, 'restore');
    pick(await encodeDownload(theirs, at), 'copy.mfp');
    await found();
    const row = within(screen.getByRole('list', { name: 'How it differs from here' })).getByText('Medicines');
    expect(row.closest('li')?.textContent).toContain('Only in the file: 1 · Only here: 1 · Told differently: 1');
    for (const name of ['Naproxen', 'Morphine', 'Tramadol']) expect(screen.getByText(name)).toBeTruthy();
    expect(screen.getAllByText('Private: 1').length).toBe(2);
    expect(document.body.textContent).not.toContain('see me alone');
  });

  test('of somebody else is said to be so, and leaving it alone is the main answer', async () => {
    const session = sessionWith();
    const before = await session.store.log();
    openKeep(session, 'restore');
    pick(await encodeDownload([change('stranger', 1, { preferredName: 'Nobody' })], at), 'copy.mfp');
    await screen.findByText(/It may be another person’s passport/);
    expect(document.querySelectorAll('[data-look=main]')).toHaveLength(1);
    press('Leave everything as it is');
    await screen.findByRole('heading', { level: 1, name: 'Open a backup' });
    expect(await session.store.log()).toEqual(before);
  });

  test('of somebody else asks for the name and the birth date it holds, and shows neither, before it can be put with mine', async () => {
    const session = sessionWith();
    const before = await session.store.log();
    const { container } = openKeep(session, 'restore');
    const theirs = change('stranger', 1, { preferredName: 'Zoë', fullName: 'Zoë M. Łęcka', birthDate: '1980-05-03' });
    pick(await encodeDownload([theirs], at), 'copy.mfp');
    await found();
    expect(await faultsIn(container)).toEqual([]);
    expect(document.body.textContent).not.toMatch(/Zoë|1980/);
    expect(screen.queryByRole('button', { name: /all the same|like the file/ })).toBeNull();
    const answer = (name: string, birth: string) => {
      fireEvent.change(screen.getByLabelText('The name in the file'), { target: { value: name } });
      fireEvent.change(screen.getByLabelText('The birth date in the file'), { target: { value: birth } });
      press('Go on');
    };
    answer('', '');
    expect(screen.getAllByText('This box is empty.')).toHaveLength(2);
    answer(String(nameIn(session)), '3 May 1980');
    expect(screen.getByText('The file holds another name.', { selector: '[id]' })).toBeTruthy();
    expect(document.activeElement?.id).toBe('whose-name');
    answer('zoe lecka', '1980');
    expect(screen.getByText('The file holds another birth date.', { selector: '[id]' })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/Zoë|1980-05/);
    expect(await session.store.log()).toEqual(before);
    answer('zoe lecka', '3/5/1980');
    // nothing of theirs takes the place of mine without a word
    expect(await screen.findByRole('heading', { name: 'Changed here and there' })).toBeTruthy();
    expect(document.activeElement?.textContent).toMatch(/^That is what the file says/);
    expect(await faultsIn(container)).toEqual([]);
    press('Add it to mine all the same');
    await screen.findByText(/^\d+ changes? (was|were) added\.$/);
  });

  test('of somebody who is not named in it asks whether I know whose it is', async () => {
    const session = sessionWith();
    openKeep(session, 'restore');
    pick(await encodeDownload([change('goal', 1, { goal: 'Walk' }, { part: 'goals', record: 'g' })], at), 'copy.mfp');
    await screen.findByText(/^The file does not say whose it is/);
    press('Go on');
    expect(screen.getAllByText(/^Tick this first/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Add it to mine all the same' })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox'));
    press('Go on');
    expect(screen.getByRole('button', { name: 'Add it to mine all the same' })).toBeTruthy();
  });

  test('that was put with mine is taken out again, at once or after the page was closed; what I wrote since stays', async () => {
    const session = sessionWithPages([change('c1', 1, { preferredName: 'Sam' })]);
    const copy = await encodeDownload([change('c1', 1, { preferredName: 'Sam' }), medicineThere], at);
    const put = async () => {
      openKeep(session, 'restore');
      pick(copy, 'copy.mfp');
      await found();
      expect(screen.getByText('You can undo this until you put in another file.')).toBeTruthy();
      press('Add it to mine');
      await screen.findByText('1 change was added.');
    };
    const hasIt = () => recordOf(session.store.passport(), 'medicines', 'theirs') !== undefined;
    await put();
    expect(hasIt()).toBe(true);
    press('Undo');
    await screen.findByText(/^Undone. What came from the file is out again/);
    expect(hasIt()).toBe(false);
    cleanup();
    await put();
    await session.store.append([{ part: 'me', record: 'me', set: { preferredName: 'Sami' } }], session.writer);
    cleanup();
    HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
      this.open = true;
    });
    HTMLDialogElement.prototype.close = vi.fn();
    const { container } = openKeep(session);
    await screen.findByText(/^On 21 November 2026, 1 change came in from a file/);
    expect(await faultsIn(container)).toEqual([]);
    press('Take it out again');
    press('Take it out');
    await screen.findByText(/^Undone. What came from the file is out again/);
    expect([hasIt(), nameIn(session)]).toEqual([false, 'Sami']);
    expect(screen.queryByRole('button', { name: 'Take it out again' })).toBeNull();
  });

  test('that changed what was changed here too asks which stays, and one transaction settles both', async () => {
    const common = [change('c1', 1, { preferredName: 'Sam', fullName: 'S. B.' })];
    const session = sessionWith([...common, change('m1', 5, { preferredName: 'Samira', fullName: 'Samira B.' })]);
    openKeep(session, 'restore');
    pick(
      await encodeDownload(
        [...common, change('t1', 4, { preferredName: 'Sami', fullName: 'Sami B.' }, { lang: 'pl' })],
        at,
      ),
      'copy.mfp',
    );
    await found();
    const group = screen.getByRole('group', { name: /^Me – (?!Full name)/ });
    fireEvent.click(within(group).getAllByRole('radio')[1] as HTMLElement);
    const heard = vi.fn();
    session.store.subscribe(heard);
    press('Add it to mine');
    await screen.findByRole('heading', { level: 1, name: 'It is here' });
    expect(heard).toHaveBeenCalledOnce();
    const record = recordOf(session.store.passport(), 'me', 'me');
    expect(record?.entries['preferredName']).toMatchObject({ value: 'Sami', lang: 'pl' });
    expect(record?.entries['fullName']).toMatchObject({ value: 'Samira B.' });
  });

  test('in place of what is here can be undone on the spot', async () => {
    const session = sessionWithPages();
    const copy = await encodeDownload(await session.store.log(), at);
    await session.store.append([{ part: 'me', record: 'me', set: { preferredName: 'Someone else' } }], session.writer);
    const before = session.store.passport();
    openKeep(session, 'restore');
    pick(copy, 'copy.mfp');
    await found();
    press('Make mine like the file');
    await screen.findByText('Your passport is now what it was in the file.');
    expect(nameIn(session)).not.toBe('Someone else');
    press('Undo');
    await screen.findByText('Undone. Everything is as it was before.');
    expect(nameIn(session)).toBe('Someone else');
    expect(entryValue(me, headOf(before, me), 'fullName')).toBe(
      entryValue(me, headOf(session.store.passport(), me), 'fullName'),
    );
  });
});

test('of 300 backups with bits turned and ends cut off, all are refused and nothing has changed', async () => {
  const session = sessionWith();
  const before = await session.store.log();
  const phrase = 'maple river stone candle orbit window';
  const made = await makeBackup(
    await encodeDownload([change('x', 900, { preferredName: 'Nobody' })], at),
    phrase,
    undefined,
    2,
  );
  if (!made.ok) throw new Error(made.problem);
  let refused = 0;
  for (let n = 0; n < 300; n += 1) {
    const place = Math.floor((n / 300) * made.bytes.length);
    const bad = n % 3 === 2 ? made.bytes.slice(0, place) : Uint8Array.from(made.bytes);
    if (n % 3 !== 2) bad[place] = (bad[place] ?? 0) ^ (1 << (n % 8));
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<{ ok: boolean; bytes?: Uint8Array }>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data.result);
    });
    await answerBackup({ kind: 'open', bytes: bad, phrase, port: port2 });
    const opened = await answer;
    if (opened.ok) await session.store.restore(opened.bytes as Uint8Array);
    else refused += 1;
    port1.close();
  }
  expect(refused).toBe(300);
  expect(await session.store.log()).toEqual(before);
});
