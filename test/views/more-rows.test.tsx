// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { LongLine } from '#views/long-line.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { faultsIn } from './axe.ts';

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

const names = Array.from({ length: 350 }, (_, at) => `Problem ${at + 1}`);
const rows = () => screen.getAllByRole('listitem');

test('a long list is drawn a hundred at a time, the next one takes the focus, and none is left out', async () => {
  const { container } = render(
    <MoreRows items={names}>
      {(shown) => (
        <Rows label="Problems">
          {shown.map((name) => (
            <RowLink key={name} href={`#/${name}`} title={name} />
          ))}
        </Rows>
      )}
    </MoreRows>,
  );
  expect(rows()).toHaveLength(100);
  expect(await faultsIn(container)).toEqual([]);
  for (const [left, next] of [
    [250, 'Problem 101'],
    [150, 'Problem 201'],
    [50, 'Problem 301'],
  ] as const) {
    fireEvent.click(screen.getByRole('button', { name: `Show more (${left})` }));
    expect(document.activeElement?.textContent).toBe(next);
  }
  expect(rows().map((row) => row.textContent)).toEqual(names);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a list that fits has no button', () => {
  render(<MoreRows items={names.slice(0, 100)}>{(shown) => <p>{shown.length}</p>}</MoreRows>);
  expect(screen.getByText('100')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('words of 50,000 letters in the history begin at once, and the rest of them is a press away', () => {
  const text = 'é😀 and a day '.normalize('NFD').repeat(3_600);
  const { container } = render(
    <p>
      <LongLine line={[{ text, lang: 'en-GB' }]} />
    </p>,
  );
  const drawn = () => container.querySelector('p')?.firstChild?.textContent ?? '';
  expect(text.startsWith(drawn())).toBe(true);
  expect(drawn().length).toBeLessThan(4_010);
  expect(drawn()).not.toMatch(/[\ud800-\udbff]$|e$/);
  fireEvent.click(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('button'));
  expect(container.querySelector('p')?.textContent).toBe(text);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a row shows the beginning of long words, and no button inside its link', () => {
  const { container } = render(<LongLine line={[{ text: 'a b '.repeat(30_000), lang: 'en-GB' }]} brief />);
  expect(container.textContent?.length).toBe(4_000);
  expect(screen.queryByRole('button')).toBeNull();
});
