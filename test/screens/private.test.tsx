// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { partOf } from '#passport/catalogue.ts';
import type { Part } from '#passport/part.ts';
import { openParts } from '#passport/private.ts';
import { FlareScreen } from '#screens/flare/flare-screen.tsx';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import { PartHistoryScreen } from '#screens/part/part-history-screen.tsx';
import { PartScreen } from '#screens/part/part-screen.tsx';
import { PassportScreen } from '#screens/part/passport-screen.tsx';
import { RemovedScreen } from '#screens/part/removed-screen.tsx';
import { SafetyScreen } from '#screens/safety/safety-screen.tsx';
import { paperName } from '#screens/share/paper.ts';
import { ShareScreen } from '#screens/share/share-screen.tsx';
import { ShowScreen } from '#screens/show/show-screen.tsx';
import type { Session } from '#store/session.ts';
import { fileName } from '#ui/file-name.ts';
import { anyPlanted, markerOf, markersIn, openEver, type Planted } from '../passport/planted.ts';
import { sessionWithPages } from './pages/pages-in-memory.ts';

configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 240_000 });
beforeAll(() => speak('en-GB'));
afterEach(cleanup);

const noWorker = () => {
  throw new Error('no paper was asked for');
};

/** A session with planted pages open beside a planted passport, for the person or for whoever helps them. */
async function sessionOf({ changes, pages }: Planted, by: string): Promise<Session> {
  const session = sessionWithPages(changes);
  await session.pages.begin(null);
  await session.pages.take(pages);
  return { ...session, writer: { by, lang: 'en-GB' } };
}

/** What stands on a screen, seen, heard or folded away. */
function wordsOn(container: HTMLElement): string {
  const heard = [...container.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
    element.getAttribute('aria-label'),
    element.getAttribute('title'),
  ]);
  const typed = [...container.querySelectorAll('input, textarea')].map((box) => (box as HTMLInputElement).value);
  return [container.innerHTML, ...heard, ...typed, document.title].join('\n');
}

test('no screen that lists, counts or shows what was written names anything private', async () => {
  const screens: [name: string, isHelped: boolean, draw: (session: Session) => ReactNode][] = [
    ['home', false, (session) => <HomeScreen session={session} />],
    ['the passport', false, (session) => <PassportScreen session={session} />],
    ['the passport, helped', true, (session) => <PassportScreen session={session} />],
    ['history', false, (session) => <PartHistoryScreen session={session} />],
    ['what was taken out', false, (session) => <RemovedScreen session={session} />],
    ['share', false, (session) => <ShareScreen session={session} makePdfWorker={noWorker} />],
    [
      'share, helped',
      true,
      (session) => <ShareScreen session={session} reader="everything" makePdfWorker={noWorker} />,
    ],
    ['show', false, (session) => <ShowScreen session={session} />],
    [
      'safety',
      false,
      (session) => <SafetyScreen session={session} discreet={false} onDiscreet={() => undefined} place="browser" />,
    ],
    ['flare', false, (session) => <FlareScreen session={session} world={session.world} from="#/" />],
    ...openParts.map((part): (typeof screens)[number] => [
      `${part.id}, helped`,
      true,
      (session) => <PartScreen session={session} part={partOf(part.id) as Part} />,
    ]),
  ];
  let met = 0;
  for (const planted of fc.sample(anyPlanted, 5)) {
    const allowed = openEver(planted);
    for (const [name, isHelped, draw] of screens) {
      const { container, unmount } = render(draw(await sessionOf(planted, isHelped ? 'Ada' : '')));
      await waitFor(() => expect(screen.queryAllByRole('heading', { level: 1 }).length).toBeGreaterThan(0));
      await new Promise((resolve) => setTimeout(resolve, 30));
      const found = markersIn(wordsOn(container));
      met += found.size;
      for (const number of found)
        if (!allowed.has(number))
          throw new Error(`${markerOf(number)} is on ${name}: ${JSON.stringify(planted.plants[number])}`);
      unmount();
    }
  }
  expect(met).toBeGreaterThan(50);
});

test('a file is named by what it is, never by what is in it', () => {
  expect([true, false].map((discreet) => fileName(paperName, { discreet }))).toEqual(['notes.pdf', 'summary.pdf']);
});
