// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { listOf } from '#passport/fold.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { problems } from '#passport/parts/problems.ts';
import { PasteMedicinesScreen } from '#screens/paste/paste-medicines-screen.tsx';
import { PasteProblemsScreen } from '#screens/paste/paste-problems-screen.tsx';
import { countLines, mostLines, portionOf } from '#screens/paste/portion.ts';
import { memoryStore } from '#store/memory.ts';
import type { Session } from '#store/session.ts';
import { casesOf } from '../../cases-of.ts';
import { countingWorld } from './counting-world.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(() => speak('en-GB'));
afterEach(cleanup);

function newSession(): Session {
  const world = countingWorld();
  return { store: memoryStore([], world), world, writer: { by: '', lang: 'en-GB' }, example: false, pages: null };
}
const box = () => screen.findByRole('textbox') as Promise<HTMLTextAreaElement>;
const paste = async (text: string) => fireEvent.change(await box(), { target: { value: text } });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const said = (lines: string) =>
  `This is a long list: ${lines} lines. The first 1,000 are read now, and the rest stays in the box.`;

describe('a list of 20,000 lines', () => {
  test('of problems says what reading it does, keeps the first thousand, and loses none', async () => {
    const list = Array.from({ length: 20_000 }, (_, at) => `Problem number ${at} of mine`);
    const session = newSession();
    const drawn = render(<PasteProblemsScreen session={session} />);
    await paste(list.join('\n'));
    expect(screen.getByText(said('20,000'))).toBeTruthy();
    await press('Read my list');
    await screen.findByText('Lines still in the box: 19,000. They can wait there for as long as you like.', undefined, {
      timeout: 60_000,
    });
    expect(listOf(session.store.passport(), problems)).toHaveLength(mostLines);
    await waitFor(async () => {
      const kept = await session.store.drafts.all();
      expect(kept.get('paste/problems')).toBe(list.slice(mostLines).join('\n'));
    });
    drawn.unmount();
    render(<PasteProblemsScreen session={session} />);
    expect((await box()).value).toBe(list.slice(mostLines).join('\n'));
    expect(screen.getByText(said('19,000'))).toBeTruthy();
  });

  test('of medicines draws fifty rows, adds a thousand, and goes on with the rest', async () => {
    const list = Array.from({ length: 2_500 }, (_, at) => `Medicine${at} 10 mg, one at night`);
    const session = newSession();
    render(<PasteMedicinesScreen session={session} />);
    await paste(list.join('\n'));
    expect(screen.getByText(said('2,500'))).toBeTruthy();
    await press('Read them');
    await screen.findByText('Is this right?');
    expect(screen.getAllByRole('checkbox', { name: /^Add / })).toHaveLength(50);
    await press('Change the list');
    expect((await box()).value).toBe(list.join('\n'));
    await press('Read them');
    await press(/Add 1,?000/);
    await screen.findByText('Lines still in the box: 1,500. They can wait there for as long as you like.');
    expect(listOf(session.store.passport(), medicines)).toHaveLength(mostLines);
    await press('Go on with the rest');
    expect((await box()).value).toBe(list.slice(mostLines).join('\n'));
  });
});

test('however a list is cut into what is read now and what waits, no line is broken or lost', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constant(''),
    fc.constant('\t'),
    fc.nat(120_000).map((size) => 'x'.repeat(size)),
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.constantFrom(1, 300, 900),
      fc.constantFrom('\n', '\r\n'),
      (some, times, end) => {
        const text = Array.from({ length: times }, () => some)
          .flat()
          .slice(0, 4_000)
          .join(end)
          .slice(0, 900_000);
        const { now, rest } = portionOf(text);
        expect(rest === '' ? now : `${now}\n${rest}`).toBe(text);
        expect(countLines(now)).toBeLessThanOrEqual(mostLines);
        if (text !== '') expect(now).not.toBe('');
      },
    ),
    { numRuns: casesOf(100) },
  );
});
