// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import flare from '#locales/ar/flare.json' with { type: 'json' };
import type { Change } from '#passport/change.ts';
import type { Field, Value } from '#passport/field.ts';
import type { Part } from '#passport/part.ts';
import { openParts } from '#passport/private.ts';
import { FlareScreen } from '#screens/flare/flare-screen.tsx';
import { HomeScreen } from '#screens/home/home-screen.tsx';
import { HistoryScreen } from '#screens/part/history-screen.tsx';
import { PartHistoryScreen } from '#screens/part/part-history-screen.tsx';
import { PartScreen } from '#screens/part/part-screen.tsx';
import { PassportScreen } from '#screens/part/passport-screen.tsx';
import { RecordScreen } from '#screens/part/record-screen.tsx';
import { RemovedScreen } from '#screens/part/removed-screen.tsx';
import { Walk } from '#screens/paste/walk.tsx';
import { ShareScreen } from '#screens/share/share-screen.tsx';
import { ShowScreen } from '#screens/show/show-screen.tsx';
import type { Session } from '#store/session.ts';
import { seen } from '../passport/seen.ts';
import { sessionWith } from './session.ts';

configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 240_000 });
beforeAll(() => speak('ar'));
afterEach(cleanup);

const doses = ['.5 mg', ',5 mg', '<5 mg', '≤ 5', '~5', '5 to 7 mg', '1/2', '-5', 'L4/5', '10 → 20 mg', '200–400 mg'];

/** Every field of every part that may hold words holds a dose among Arabic ones; each field another, in turn. */
function doseEverywhere(): readonly Change[] {
  let turn = 0;
  const words = () => `كلونازيبام ${doses[turn++ % doses.length]} ليلا`;
  const valueFor = (field: Field): Value | null => {
    if (field.kind === 'text' || field.kind === 'long') return field.check ? null : words();
    if (field.kind === 'steps') return [`${words()}\n${words()}`, words()];
    if (field.kind === 'contacts') return [{ name: words(), phone: '020 7946 0123', when: words() }];
    if (field.kind === 'link') return { own: words() };
    if (!field.own) return null;
    return field.kind === 'terms' ? [{ own: words() }] : field.kind === 'term' ? { own: words() } : null;
  };
  let n = 0;
  const change = (part: Part, record: string, rest: Pick<Change, 'set' | 'removed'>): Change => {
    n += 1;
    const id = `change${String(n).padStart(4, '0')}`;
    return { id, n, at: '2026-11-20T10:00:00Z', by: '', lang: 'ar', part: part.id, record, ...rest };
  };
  return openParts.flatMap((part) => {
    const fields = Object.entries(part.fields).filter(([, field]) => !field.private && !field.silent);
    const set = () =>
      Object.fromEntries(
        fields.flatMap(([id, field]) => {
          const value = valueFor(field);
          return value === null ? [] : [[id, value]];
        }),
      );
    if (!part.many) return [change(part, part.id, { set: set() }), change(part, part.id, { set: set() })];
    const held = part.id === 'problems' ? [change(part, 'held', { set: { ...set(), original: words() } })] : [];
    const status = part.id === 'problems' ? { status: 'active' } : {};
    return [
      ...held,
      change(part, `${part.id}-now`, { set: { ...set(), ...status } }),
      change(part, `${part.id}-now`, { set: { ...set(), ...status } }),
      change(part, `${part.id}-out`, { set: { ...set(), ...status } }),
      change(part, `${part.id}-out`, { removed: true }),
    ];
  });
}

const blocks = new Set(
  'ADDRESS ARTICLE BUTTON DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 HEADER LABEL LEGEND LI MAIN NAV OL OPTION P SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
const opening: Readonly<Record<string, string>> = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' };

/** An element as text with the signs of UAX #9 that its markup stands for; what is a block stands on a line of its own. */
function toSigns(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof HTMLElement) || node instanceof HTMLTextAreaElement) return '';
  const inner = [...node.childNodes].map(toSigns).join('');
  const dir = node.getAttribute('dir') ?? (node.tagName === 'BDI' ? 'auto' : null);
  const isBlock = blocks.has(node.tagName) || (node.tagName === 'SPAN' && node.className !== '');
  const words =
    dir === null
      ? inner
      : inner
          .split('\n')
          .map((line) => `${opening[dir]}${line}\u2069`)
          .join('\n');
  return isBlock ? `\n${words}\n` : words;
}

/** Lines of a screen that do not show a dose as it was written. */
function turnedOn(container: HTMLElement): readonly string[] {
  return toSigns(container)
    .split('\n')
    .filter((line) => line.includes('كلونازيبام'))
    .flatMap((line) => {
      const bare = line.replace(/[\u2066-\u2069]/gu, '');
      const written = doses.filter((dose) => bare.includes(`كلونازيبام ${dose} ليلا`));
      return written.filter((dose) => !seen(line, 'rtl').includes(dose)).map((dose) => `${dose}: ${seen(line, 'rtl')}`);
    });
}

/** Boxes with a dose among Arabic words in them that nothing reads as it was written. */
function unreadBoxes(container: HTMLElement): readonly string[] {
  return [...container.querySelectorAll<HTMLInputElement>('input[type="text"], textarea')]
    .filter((box) => box.value.includes('كلونازيبام'))
    .filter((box) => !box.parentElement?.querySelector('[aria-hidden]')?.textContent?.includes('كلونازيبام'))
    .map((box) => box.value);
}

const noWorker = () => {
  throw new Error('no paper was asked for');
};

test('no screen in Arabic shows a dose turned round, in any field that may hold one', async () => {
  const screens: [name: string, draw: (session: Session) => ReactNode][] = [
    ['home', (session) => <HomeScreen session={session} />],
    ['the passport', (session) => <PassportScreen session={session} />],
    ['history', (session) => <PartHistoryScreen session={session} />],
    ['what was taken out', (session) => <RemovedScreen session={session} />],
    ['share', (session) => <ShareScreen session={session} reader="everything" makePdfWorker={noWorker} />],
    ['show', (session) => <ShowScreen session={session} />],
    ['the pasted problems', (session) => <Walk session={session} />],
    ...openParts.flatMap((part): typeof screens => [
      [`${part.id}`, (session) => <PartScreen session={session} part={part} />],
      [
        `one of ${part.id}`,
        (session) => part.many && <RecordScreen session={session} part={part} recordId={`${part.id}-now`} />,
      ],
      [
        `the history of ${part.id}`,
        (session) => <HistoryScreen session={session} part={part} recordId={part.many ? `${part.id}-now` : part.id} />,
      ],
    ]),
  ];
  let met = 0;
  for (const [name, draw] of screens) {
    const { container, unmount } = render(draw({ ...sessionWith(doseEverywhere()), writer: { by: '', lang: 'ar' } }));
    await waitFor(() => expect(container.querySelector('h1, form') ?? container.firstChild).not.toBeUndefined());
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([name, turnedOn(container)]).toEqual([name, []]);
    expect([name, unreadBoxes(container)]).toEqual([name, []]);
    met += toSigns(container).split('كلونازيبام').length - 1;
    unmount();
  }
  expect(met).toBeGreaterThan(200);
});

test('nor does any step of the flare', async () => {
  const session = { ...sessionWith(doseEverywhere()), writer: { by: '', lang: 'ar' } };
  const { container } = render(<FlareScreen session={session} world={session.world} from="#/" />);
  const texts = new Set<string>();
  for (let step = 0; step < 12; step += 1) {
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeDefined());
    expect(turnedOn(container)).toEqual([]);
    texts.add(screen.getByRole('heading', { level: 1 }).textContent ?? '');
    const main = [flare.done, flare.next].flatMap((name) => screen.queryAllByRole('button', { name }))[0];
    if (main === undefined) break;
    fireEvent.click(main);
  }
  expect([...texts].filter((text) => text.includes('كلونازيبام')).length).toBeGreaterThan(1);
});
