// @vitest-environment jsdom
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readRoute } from '#app/route.ts';
import { Screen, type ScreenProps } from '#app/screen.tsx';
import { readSettings } from '#app/settings.ts';
import { speak } from '#i18n/i18n.ts';
import { parts } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { privateTicks } from '#passport/extract.ts';
import type { Value } from '#passport/field.ts';
import { readers } from '#passport/readers.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { routes } from '#ui/routes.ts';
import { sessionWithPages } from '../screens/pages/pages-in-memory.ts';

vi.mock('#app/backup-worker.ts', () => ({ makeBackupWorker: vi.fn() }));
vi.mock('#app/store-workers.ts', () => ({ makeDiskWorker: vi.fn(), makeArgonWorker: vi.fn() }));
vi.mock('#app/pdf-worker.ts', () => ({
  makePdfWorker: () => Object.assign(new EventTarget(), { postMessage: () => undefined, terminate: () => undefined }),
}));
vi.mock('#app/scanner-wasm.ts', () => ({ scannerWasm: vi.fn() }));
vi.mock('#app/trusted-types.ts', () => ({ scriptUrl: (url: string) => url, serviceWorkerUrl: '/sw.js' }));

configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 240_000 });
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  return speak('en-GB');
});
beforeEach(() => window.localStorage.clear());
afterEach(cleanup);

let made = 0;
function wrote(part: string, record: string, set: Record<string, Value>, more: Partial<Change> = {}): Change {
  made += 1;
  const at = new Date(2026, 10, 1, 9, made).toISOString();
  return { id: `c${made}`, n: made, at, by: '', lang: 'en-GB', part, record, set, ...more };
}

/** Every private thing there is, each with a word of its own; and open words beside them. */
const changes = [
  wrote('me', 'me', { preferredName: 'Rosa', alone: ['alone', { own: 'secretalone' }] }),
  wrote('visit', 'visit', { want: 'A plan for nights', hardHow: 'read', hardToSay: 'secrethard first' }),
  wrote('visit', 'visit', { hardHow: 'ask', hardToSay: 'secrethard' }),
  wrote('medicines', 'm1', { name: 'Naproxen', pattern: 'regular', reallyTake: 'secretreally' }),
  wrote('medicines', 'm2', { reallyTake: 'secretonly' }),
  wrote('problems', 'p0', { name: 'Migraine', status: 'active', original: 'secretoriginal' }),
  wrote('problems', 'p1', { name: 'secretheld', original: 'secretheld line' }),
  wrote('problems', 'p2', { name: 'secretbefore', original: 'secretbefore', mine: 'secretmine' }),
  wrote('problems', 'p2', {}, { removed: true }),
  wrote('problems', 'p3', { name: 'secretunplaced', original: 'secretunplaced', status: 'active' }),
  wrote('problems', 'p3', { status: '' }),
  wrote('flare', 'flare', { steps: ['Lie down'] }),
];
const drafts = {
  'visit/visit/hardToSay': 'secretdraft',
  'medicines/m1/reallyTake': 'secretdraft',
  'medicines/m9/reallyTake': 'secretdraft',
  'problems/p1/mine': 'secretdraft',
  'paste/problems': 'secretdraft',
};
/** What is private in words of the app's own: that something is said at all. */
const hints = ['Seeing me', 'hard to say', 'really take', 'Something private', 'not placed yet', 'Private pages'];

async function sessionFor(by: string): Promise<Session & { readonly pages: Pages }> {
  const session = sessionWithPages(changes);
  for (const [key, text] of Object.entries(drafts)) await session.store.drafts.keep(key, text);
  await session.pages.begin(null);
  await session.pages.take([wrote('pages', 'g1', { title: 'secretpage', text: 'secretpage' })]);
  return { ...session, writer: { by, lang: 'en-GB' } };
}

/** Every address there is: each place, each part and record, known and not, and each reader. */
const addresses: readonly string[] = [
  ...Object.values(routes).filter((route) => typeof route === 'string'),
  ...(['backup', 'restore', 'trusted', 'move', 'folder'] as const).map(routes.keepStep),
  ...Object.keys(readers).map(routes.shareWith),
  ...parts.flatMap(({ id }) => [
    routes.part(id),
    routes.partHistory(id),
    routes.record(id, id),
    routes.history(id, id),
  ]),
  ...['m1', 'm2', 'm9'].flatMap((id) => [routes.record('medicines', id), routes.history('medicines', id)]),
  ...['p0', 'p1', 'p2', 'p3', 'p9'].flatMap((id) => [routes.record('problems', id), routes.history('problems', id)]),
  routes.page('g1'),
  '#/nowhere',
];

function draw(session: Session & { readonly pages: Pages }, hash: string) {
  window.history.replaceState(null, '', hash);
  const props: ScreenProps = {
    route: readRoute(hash),
    from: routes.home,
    world: session.world,
    opening: { state: 'open', store: session.store, pages: session.pages },
    session,
    settings: { ...readSettings(), welcomed: true },
    set: () => undefined,
    offline: false,
    isPieceMissing: false,
    onStart: () => undefined,
    openExample: async () => undefined,
    helpWrite: () => undefined,
    onMe: () => undefined,
    open: async () => undefined,
    take: async () => undefined,
    lock: async () => undefined,
    folder: null,
  };
  return render(
    <Suspense fallback={null}>
      <Screen {...props} />
    </Suspense>,
  );
}

/**
 * All that a page holds once everything on it is unfolded, and with `press` after each of its buttons: what is seen,
 * heard, typed, linked to, kept or in the title.
 */
async function allOn(session: Session & { readonly pages: Pages }, hash: string, press = false) {
  const { container, unmount } = draw(session, hash);
  await waitFor(() => expect(screen.queryAllByRole('heading', { level: 1 }).length).toBeGreaterThan(0));
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await settle();
  for (const details of container.querySelectorAll('details')) {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  }
  await settle();
  const here = () => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    const kept = [window.localStorage, window.sessionStorage].flatMap((storage) => Object.entries(storage).flat());
    return [document.body.innerHTML, document.title, window.location.href, ...boxes, ...kept].join('\n');
  };
  let all = here();
  const links = [...container.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') as string);
  const text = container.textContent ?? '';
  for (const button of press ? container.querySelectorAll('button') : []) {
    act(() => button.click());
    await settle();
    all += here();
  }
  unmount();
  return { all, text, links };
}

describe('whoever helps', () => {
  test('finds nothing private at any address, nor by any way that leads on from one', async () => {
    const session = await sessionFor('Ada');
    expect(privateTicks(session.store.passport()).length).toBeGreaterThan(2);
    const waiting = [...addresses];
    const been = new Set<string>();
    let open = 0;
    for (let hash = waiting.shift(); hash !== undefined; hash = waiting.shift()) {
      if (been.has(hash)) continue;
      been.add(hash);
      const { all, text, links } = await allOn(session, hash);
      expect(all.match(/secret\w*/g) ?? [], hash).toEqual([]);
      for (const hint of hints) expect(text, hash).not.toContain(hint);
      if (/Rosa|Naproxen|Migraine|A plan for nights|Lie down/.test(text)) open += 1;
      waiting.push(...links);
    }
    expect(open).toBeGreaterThan(15);
  });

  test.each([
    routes.part('visit'),
    routes.history('visit', 'visit'),
    routes.history('medicines', 'm1'),
    routes.record('medicines', 'm1'),
    routes.history('problems', 'p0'),
    routes.part('problems'),
    routes.removed,
    routes.share,
    routes.shareWith('everything'),
    routes.show,
    routes.flare,
    routes.more,
    routes.safety,
  ])('finds nothing private behind any button of %s', async (hash) => {
    const { all } = await allOn(await sessionFor('Ada'), hash, true);
    expect(all.match(/secret\w*/g) ?? []).toEqual([]);
  });

  test.each([
    routes.keep,
    ...(['backup', 'restore', 'trusted', 'move', 'folder'] as const).map(routes.keepStep),
    routes.lock,
    routes.paste('problems'),
  ])('is told plainly who can use %s, and why', async (hash) => {
    const { text } = await allOn(await sessionFor('Ada'), hash);
    expect(text).toContain('Only the person whose passport this is can use this page');
  });

  test.each([routes.record('problems', 'p1'), routes.history('problems', 'p1'), routes.pages, routes.page('g1')])(
    'is not told that there is anything at %s',
    async (hash) => {
      const { text } = await allOn(await sessionFor('Ada'), hash);
      const { text: nothing } = await allOn(await sessionFor('Ada'), '#/nowhere');
      expect(text).toBe(nothing);
    },
  );

  test('is shown no way to the pasted list, and is not reminded of backups', async () => {
    const session = await sessionFor('Ada');
    expect((await allOn(session, routes.part('problems'))).links).not.toContain(routes.paste('problems'));
    expect((await allOn(session, routes.home)).links).not.toContain(routes.keepStep('backup'));
  });
});

test('the person finds all of it where they left it', async () => {
  const session = await sessionFor('');
  const found = new Set<string>();
  const places = [
    ...['me', 'visit', 'medicines', 'problems'].map(routes.part),
    ...['m1', 'm2'].map((id) => routes.record('medicines', id)),
    ...['p1', 'p2', 'p3'].map((id) => routes.record('problems', id)),
    routes.history('visit', 'visit'),
    routes.history('medicines', 'm1'),
    routes.history('problems', 'p2'),
    routes.paste('problems'),
    routes.page('g1'),
  ];
  for (const hash of places) {
    const { all } = await allOn(session, hash);
    for (const word of all.match(/secret\w*/g) ?? []) found.add(word);
  }
  for (const word of ['alone', 'hard', 'really', 'only', 'held', 'before', 'unplaced', 'page', 'draft', 'mine'])
    expect(found, word).toContain(`secret${word}`);
});
