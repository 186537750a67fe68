// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { entryValue, listOf } from '#passport/fold.ts';
import { problems } from '#passport/parts/problems.ts';
import { PasteProblemsScreen } from '#screens/paste/paste-problems-screen.tsx';
import { textOf } from '#screens/paste/waiting.ts';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { faultsIn } from '../../views/axe.ts';
import { countingWorld } from './counting-world.ts';

const list = readFileSync(join(import.meta.dirname, '../../fixtures/problem-list.tsv'), 'utf8');

function newSession(lang = 'en-GB'): Session {
  const world = countingWorld();
  return { store: memoryStore([], world), world, writer: { by: '', lang }, example: false, pages: null };
}
async function open(session: Session) {
  const drawn = render(<PasteProblemsScreen session={session} />);
  await screen.findByRole('heading', { level: 1 });
  return drawn;
}
const box = () => screen.getByRole('textbox') as HTMLTextAreaElement;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** The passport is drawn first, and what the screen tells about the save a moment later. */
const pressSoon = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string) =>
  waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(name));
const statuses = (session: Session) =>
  listOf(session.store.passport(), problems).map((record) => [textOf(record, 'name'), textOf(record, 'status')]);
const answer = (choice: string) => {
  fireEvent.click(screen.getByLabelText(choice));
};
async function paste(session: Session, text: string) {
  const drawn = await open(session);
  fireEvent.change(box(), { target: { value: text } });
  press('Read my list');
  await heading('Your list is kept');
  return drawn;
}
async function walk(session: Session, text = 'Migraine 2012\nAsthma\nEczema since 1999, ended 2004') {
  const drawn = await paste(session, text);
  press('Go through them one by one');
  await screen.findByText('Does this fit you now?');
  return drawn;
}

const printed = 'Page 1 of 2\nNHS number: 943 476 5919\nActive\nMigraine 2012\nSignificant Past\nGout';
const openPrinted = async (session: Session, text = printed) => {
  const drawn = await open(session);
  fireEvent.change(box(), { target: { value: text } });
  press('Read my list');
  await heading('Some lines may not be problems');
  return drawn;
};
beforeAll(() => speak('en-GB'));
afterEach(cleanup);

describe('pasting', () => {
  test('the warning comes before the box, and nothing typed is lost by leaving', async () => {
    const session = newSession();
    const { container } = await open(session);
    const warning = screen.getByText(/Old lists can hold wrong or hurtful words/);
    expect(warning.compareDocumentPosition(box()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(box().getAttribute('autocomplete')).toBe('off');
    fireEvent.change(box(), { target: { value: 'Migraine 2012' } });
    expect(await faultsIn(container)).toEqual([]);
    cleanup();
    await open(session);
    expect(box().value).toBe('Migraine 2012');
  });

  test('an empty box gets a sentence and keeps the person there', async () => {
    await open(newSession());
    press('Read my list');
    expect(await screen.findByText(/no words to read yet/)).toBeTruthy();
    expect(box().getAttribute('aria-invalid')).toBe('true');
  });

  test('all 26 lines of the printed list are kept at once, private, and can be taken back', async () => {
    const session = newSession();
    const { container } = await paste(session, list);
    expect(screen.getByText('Kept: 26 entries, in 19 groups.')).toBeTruthy();
    expect(await faultsIn(container)).toEqual([]);
    const extract = pick(session.store.passport(), emptyShare('everything'), '2026-11-21');
    expect(JSON.stringify(extract)).not.toContain('Migraine');
    await pressSoon('Undo');
    await heading('Paste my problem list');
    expect(box().value).toBe(list);
    expect(statuses(session)).toEqual([]);
  });

  test('lines that did not read like a problem are shown and kept', async () => {
    const session = newSession();
    await paste(session, 'Migraine 2012\nAllergies:\nPenicillin');
    expect(screen.getByText(/2 entries did not read like a problem/)).toBeTruthy();
    expect(screen.getByText('Penicillin')).toBeTruthy();
    expect(statuses(session).length).toBe(3);
  });

  test('page heads and numbers are left out together, in one tap, and are kept nowhere', async () => {
    const session = newSession();
    const { container } = await openPrinted(session);
    expect(screen.getByText('NHS number: 943 476 5919')).toBeTruthy();
    expect(statuses(session)).toEqual([]);
    expect(await faultsIn(container)).toEqual([]);
    press('Not problems: leave all 2 out');
    await heading('Your list is kept');
    expect(statuses(session).map(([name]) => name)).toEqual(['Migraine', 'Gout']);
    expect(JSON.stringify(session.store.passport())).not.toContain('943 476');
    expect([...(await session.store.drafts.all()).values()].join()).not.toContain('943 476');
  });

  test('they are kept with the list by those who want them, and nothing is kept before the answer', async () => {
    const session = newSession();
    await openPrinted(session);
    press('Change the list');
    await heading('Paste my problem list');
    expect(box().value).toBe(printed);
    press('Read my list');
    await heading('Some lines may not be problems');
    press('Keep them with my list');
    await heading('Your list is kept');
    expect(statuses(session).length).toBe(4);
  });

  test('the heading of the record is kept beside the problem, and is no status', async () => {
    const session = newSession();
    await openPrinted(session);
    press('Not problems: leave all 2 out');
    await heading('Your list is kept');
    const said = listOf(session.store.passport(), problems).map((record) =>
      (['recordSays', 'recordHeading', 'status', 'original'] as const).map((field) =>
        entryValue(problems, record, field),
      ),
    );
    expect(said).toEqual([
      ['active', 'Active', null, 'Migraine 2012'],
      ['past', 'Significant Past', null, 'Gout'],
    ]);
  });

  test('a list of nothing but page heads, left out, leaves an empty box', async () => {
    const session = newSession();
    await open(session);
    fireEvent.change(box(), { target: { value: 'Page 1 of 2' } });
    press('Read my list');
    await heading('Some lines may not be problems');
    press('Not a problem: leave it out');
    await heading('Paste my problem list');
    expect(box().value).toBe('');
    expect(statuses(session)).toEqual([]);
  });

  test('an English record is marked as English, whatever the app speaks', async () => {
    const session = newSession('pl');
    await paste(session, 'Migraine 2012');
    expect(listOf(session.store.passport(), problems)[0]?.entries['name']?.lang).toBe('en-GB');
  });
});

describe('the walk', () => {
  test('asks one thing at a time, and the heading of each has the focus', async () => {
    const session = newSession();
    const { container } = await walk(session);
    await heading('Migraine');
    expect(screen.getByText('After this one: 2 entries')).toBeTruthy();
    expect(await faultsIn(container)).toEqual([]);
    answer('Still active');
    await heading('Asthma');
    expect(document.activeElement?.tagName).toBe('H1');
    answer('Doesn’t fit');
    await heading('Eczema');
    expect(screen.getByText('Since 1999 · ended 2004')).toBeTruthy();
    answer('To talk about');
    await heading('Every entry has its place');
    expect(statuses(session)).toEqual([
      ['Migraine', 'active'],
      ['Asthma', 'does_not_fit'],
      ['Eczema', 'discuss'],
    ]);
    expect(screen.getByRole('link', { name: 'See my problems' }).getAttribute('href')).toBe('#/passport/problems');
    expect(await faultsIn(container)).toEqual([]);
  });

  test('words alike are placed together in one change, each keeping its own line', async () => {
    const session = newSession();
    await walk(session, 'Somatization disorder 31-Aug-2016\nSomatization disorder 14-Apr-2016');
    expect(screen.getByText('Written down from 14 April 2016 to 31 August 2016')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('My name for it'), { target: { value: 'My worst years' } });
    answer('Past');
    await heading('Every entry has its place');
    expect(statuses(session).map(([, status]) => status)).toEqual(['past', 'past']);
    expect(await screen.findByText('My worst years')).toBeTruthy();
    await pressSoon('Undo');
    await heading('Somatization disorder');
    expect(statuses(session).map(([, status]) => status)).toEqual(['', '']);
  });

  test('a line can be taken apart from those it stands with', async () => {
    const session = newSession();
    await walk(session, 'Somatization disorder 31-Aug-2016\nSomatization disorder 14-Apr-2016');
    press('Not the same: take it apart (Somatization disorder 14-Apr-2016)');
    await screen.findByText('After this one: 1 entry');
    answer('Past');
    await waitFor(() => expect(screen.getByText('Since 14 April 2016')).toBeTruthy());
    expect(statuses(session).map(([, status]) => status)).toEqual(['past', '']);
  });

  test('leaving one for now goes on to the next; back shows it again; stopping keeps the rest for any day', async () => {
    const session = newSession();
    await walk(session);
    answer('Leave for now');
    await heading('Asthma');
    await pressSoon('Back');
    await heading('Migraine');
    answer('Past');
    await heading('Asthma');
    await pressSoon('Back');
    await heading('Migraine');
    expect((screen.getByLabelText('Past') as HTMLInputElement).checked).toBe(true);
    press('Next');
    await heading('Asthma');
    press('Stop here');
    await heading('That is enough for today');
    expect(screen.getByText('Still to look at, private, any day you like: 2 entries.')).toBeTruthy();
    cleanup();
    await open(session);
    expect(screen.getByText('Still to look at, any day: 2 entries.')).toBeTruthy();
    press('Go on with them');
    await heading('Asthma');
  });

  test('picking nothing is an answer: it waits, without a status', async () => {
    const session = newSession();
    await walk(session, 'Migraine 2012');
    press('Next');
    await heading('That is enough for today');
    expect(statuses(session)).toEqual([['Migraine', '']]);
    press('Go on');
    await heading('Migraine');
  });

  test('a name half typed is there on another day', async () => {
    const session = newSession();
    await walk(session, 'Migraine 2012');
    fireEvent.change(screen.getByLabelText('My name for it'), { target: { value: 'The fog' } });
    cleanup();
    await open(session);
    press('Go on with them');
    await waitFor(() => expect((screen.getByLabelText('My name for it') as HTMLInputElement).value).toBe('The fog'));
    answer('Still active');
    await heading('Every entry has its place');
    expect(textOf(listOf(session.store.passport(), problems)[0] as never, 'mine')).toBe('The fog');
  });

  test('says which one of how many this is, and what the record says of it', async () => {
    const session = newSession();
    await walk(session, 'Active Problems\nMigraine 2012\nAsthma\nGout');
    expect(screen.getByText('1 of 3')).toBeTruthy();
    expect(screen.getByText('Your record says: Active Problems')).toBeTruthy();
    answer('Past');
    await heading('Asthma');
    expect(screen.getByText('2 of 3')).toBeTruthy();
    expect(screen.getByText('Migraine: Past. Saved.').getAttribute('role')).toBe('status');
    await pressSoon('Back');
    await heading('Migraine');
    expect(screen.getByText('1 of 3')).toBeTruthy();
  });

  test('arrow keys only pick; Enter answers', async () => {
    const session = newSession();
    await walk(session);
    const past = screen.getByLabelText('Past');
    fireEvent.keyDown(past, { key: 'ArrowDown' });
    fireEvent.click(past);
    fireEvent.keyUp(past, { key: 'ArrowDown' });
    await new Promise((done) => setTimeout(done, 300));
    await heading('Migraine');
    fireEvent.keyDown(past, { key: 'Enter' });
    await heading('Asthma');
    expect(statuses(session)[0]).toEqual(['Migraine', 'past']);
  });

  test('an entry that is no problem is left out, can be brought back, and is kept nowhere after the walk', async () => {
    const session = newSession();
    await walk(session);
    press('Not a problem: leave it out');
    await heading('Asthma');
    await pressSoon('Undo');
    await heading('Migraine');
    press('Not a problem: leave it out');
    await heading('Asthma');
    press('Stop here');
    await screen.findByText(/You left out 1 entry/);
    expect(statuses(session).map(([name]) => name)).toEqual(['Asthma', 'Eczema']);
    expect([...(await session.store.drafts.all()).values()].join()).not.toContain('Migraine');
    cleanup();
    await waitFor(async () => expect((await session.store.drafts.all()).has('paste/left-out')).toBe(false));
    expect(JSON.stringify(session.store.passport())).not.toContain('Migraine');
  });

  test('what an app that was closed had left out is removed for ever when the walk opens again', async () => {
    const session = newSession();
    await paste(session, 'Migraine 2012\nAsthma');
    const [first] = listOf(session.store.passport(), problems);
    await session.store.append([{ part: problems.id, record: first?.id ?? '', removed: true }], session.writer);
    await session.store.drafts.keep('paste/left-out', first?.id ?? '');
    press('Go through them one by one');
    await heading('Asthma');
    await waitFor(() => expect(JSON.stringify(session.store.passport())).not.toContain('Migraine'));
  });

  test('begins on another day where it was left, and comes back to what was skipped', async () => {
    const session = newSession();
    await walk(session);
    press('Next');
    await heading('Asthma');
    cleanup();
    await open(session);
    press('Go on with them');
    await heading('Asthma');
    answer('Past');
    await heading('Eczema');
    answer('Past');
    await heading('Migraine');
  });

  test('a list pasted a year later adds what is new, and brings what the record says up to date', async () => {
    const session = newSession();
    await paste(session, 'Active\nMigraine 2012\nAsthma');
    cleanup();
    await paste(session, 'Active\nAsthma\nGout\nPast\n20/02/2012  MIGRAINE');
    expect(screen.getByText('2 entries were already here, and are not kept twice.')).toBeTruthy();
    expect(screen.getByText('20/02/2012 MIGRAINE')).toBeTruthy();
    const said = listOf(session.store.passport(), problems).map((record) => [
      textOf(record, 'name'),
      entryValue(problems, record, 'recordSays'),
    ]);
    expect(said).toEqual([
      ['Migraine', 'past'],
      ['Asthma', 'active'],
      ['Gout', 'active'],
    ]);
  });

  test('a line that may be no problem is offered unticked, and stays in the list', async () => {
    const session = newSession();
    await openPrinted(session, 'Page 1 of 2\nPatient: reports fatigue\nGout');
    expect((screen.getByLabelText('Page 1 of 2') as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText('Patient: reports fatigue') as HTMLInputElement).checked).toBe(false);
    press('Not a problem: leave it out');
    await heading('Your list is kept');
    expect(statuses(session).map(([name]) => name)).toEqual(['Patient: reports fatigue', 'Gout']);
  });

  test('when saving fails, the person stays where they were and reads why', async () => {
    const session = newSession();
    await walk(session);
    const full = { ...session.store, append: async () => ({ ok: false, problem: 'save-full' }) as const };
    cleanup();
    await open({ ...session, store: full });
    press('Go on with them');
    await heading('Migraine');
    answer('Past');
    expect(await screen.findByRole('alert')).toBeTruthy();
    await heading('Migraine');
    expect((screen.getByLabelText('Past') as HTMLInputElement).checked).toBe(true);
  });
});
