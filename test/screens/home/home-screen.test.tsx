// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import type { Change } from '#passport/change.ts';
import { pasteDrafts } from '#passport/unfinished.ts';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import type { Session } from '#store/session.ts';
import { routes } from '#ui/routes.ts';
import { faultsIn } from '../../views/axe.ts';
import { notebook, written } from '../part/notebook.ts';

const change = (n: number, part: string, record: string, set: NonNullable<Change['set']>): Change =>
  written(n, record, { part, record, set });

const label = change(1, 'words', 'words', { label: 'the weight' });
const medicine = change(2, 'medicines', 'm', { name: 'Metformin', strength: '500 mg' });
const allergy = change(3, 'allergies', 'a', { substance: 'Penicillin' });
const matters = change(4, 'matters', 'matters', { most: 'My garden' });
const wish = change(5, 'visit', 'visit', { want: 'A plan for the winter' });
const pasted = change(6, 'problems', 'p', { name: 'Low back pain', original: '2 May 2016 Low back pain' });

async function open(session: Session): Promise<HTMLElement> {
  const { container } = render(<HomeScreen session={session} />);
  await act(async () => undefined);
  return container;
}

const links = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('link')
    .map((link) => [link.getAttribute('href'), link.textContent]);

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

describe('home says what can be done now', () => {
  test('an empty passport offers places to start and nothing to show', async () => {
    const container = await open(notebook([]));
    expect(links('A few places to start').map(([href]) => href)).toEqual([
      routes.part('words'),
      routes.part('allergies'),
      routes.part('medicines'),
    ]);
    expect(screen.queryByRole('link', { name: 'Show my summary' })).toBeNull();
    expect(await faultsIn(container)).toEqual([]);
  });

  test('once something is written, showing it comes first, before what was written', async () => {
    const container = await open(notebook([label]));
    const [first] = within(container.querySelector('main') as HTMLElement).getAllByRole('link');
    expect(first?.getAttribute('href')).toBe(routes.show);
    expect(await faultsIn(container)).toEqual([]);
  });

  test('places to start stay until a page one has a label, allergies, medicines and what matters', async () => {
    await open(notebook([label, medicine]));
    expect(links('A few places to start').map(([href]) => href)).toEqual([
      routes.part('allergies'),
      routes.part('matters'),
    ]);
    cleanup();
    await open(notebook([label, medicine, allergy, matters]));
    expect(screen.queryByText('A few places to start')).toBeNull();
  });

  test('the wish for this visit stands there with its age, and not again among the last things', async () => {
    await open(notebook([label, wish]));
    expect(links('For this visit')).toEqual([
      [routes.part('visit'), expect.stringMatching(/^A plan for the winter.*You wrote this yesterday\.$/)],
    ]);
    expect(links('Last things you wrote').map(([href]) => href)).toEqual([routes.part('words')]);
  });

  test('without a wish it offers to write one', async () => {
    await open(notebook([label]));
    expect(links('For this visit')[0]?.[1]).toContain('Write what you would like from your next visit');
  });
});

describe('go on with', () => {
  const begun = async (by = '') => {
    const session = notebook([label, pasted], by);
    await session.store.drafts.keep('paste/medicines', 'Metformin 500mg');
    await session.store.drafts.keep('goals/new/what', 'Walk to the shop');
    await session.store.drafts.keep('goals/blank/what', '  ');
    await session.store.drafts.keep('medicines/other/reallyTake', 'half of it');
    await session.store.drafts.keep('pages/secret/text', 'nobody sees this');
    return session;
  };

  test('a half-typed paste, problems without a place and an unfinished record lead back to where they were left', async () => {
    const container = await open(await begun());
    const rows = links('Go on with');
    expect(rows.map(([href]) => href)).toEqual([
      routes.paste('medicines'),
      routes.paste('problems'),
      routes.record('medicines', 'other'),
      routes.record('goals', 'new'),
    ]);
    expect(rows.map(([, text]) => text).join('\n')).not.toMatch(/back pain|half of it|nobody/);
    expect(rows.at(-1)?.[1]).toContain('Walk to the shop');
    expect(await faultsIn(container)).toEqual([]);
  });

  test('whoever helps is shown nothing of what is private', async () => {
    await open(await begun('Sam'));
    expect(links('Go on with').map(([href]) => href)).toEqual([
      routes.paste('medicines'),
      routes.record('goals', 'new'),
    ]);
  });

  test('a list in its box and problems of an earlier one are one row', async () => {
    const session = await begun();
    await session.store.drafts.keep('paste/problems', 'Hay fever');
    await open(session);
    const rows = links('Go on with').filter(([href]) => href === routes.paste('problems'));
    expect(rows.map(([, text]) => text)).toEqual([expect.stringContaining('A list you began: Problems')]);
  });

  test('a list that was read and not added is one to go on with', async () => {
    const session = notebook([label]);
    await session.store.drafts.keep(pasteDrafts.medicineRows, '[]');
    await open(session);
    expect(links('Go on with').map(([href]) => href)).toEqual([routes.paste('medicines')]);
  });

  test('nothing is said when nothing was begun', async () => {
    await open(notebook([label]));
    expect(screen.queryByText('Go on with')).toBeNull();
  });
});
