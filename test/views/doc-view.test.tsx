// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { faultsIn } from './axe.ts';
import { examples } from './doc-view.examples.tsx';

afterEach(cleanup);

test.each(Object.entries(examples))('%s has nothing axe objects to', async (_, example) => {
  const { container } = render(example);
  expect(container.querySelector('article')?.textContent).not.toBe('');
  expect(await faultsIn(container)).toEqual([]);
});

test('medicines are a table with heads for columns and rows', () => {
  render(examples['the example for a GP'] as never);
  const [table] = screen.getAllByRole('table');
  const heads = within(table as HTMLElement)
    .getAllByRole('columnheader')
    .map((head) => head.textContent);
  expect(heads).toEqual(['Name', 'How I take it', 'What for', 'Does it help me do things?']);
  expect(within(table as HTMLElement).getByRole('rowheader', { name: /^Duloxetine/ })).toBeTruthy();
});

test('the label is the first heading and the full record is drawn once it is opened', async () => {
  render(examples['the example for a GP'] as never);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Persistent pain');
  const record = document.querySelector('details') as HTMLDetailsElement;
  expect(record.open).toBe(false);
  expect(within(record).getByText('The full record').tagName).toBe('H2');
  expect(record.textContent).toBe('The full record');
  record.open = true;
  await within(record).findAllByRole('heading', { level: 3 });
  expect(record.textContent).toContain('Suda bacaklarım benim oluyor.');
});

test('the full record opens for paper and closes again', () => {
  render(examples['the example for a GP'] as never);
  const record = document.querySelector('details') as HTMLDetailsElement;
  act(() => void fireEvent(window, new Event('beforeprint')));
  expect(record.open).toBe(true);
  expect(record.textContent).toContain('Suda bacaklarım benim oluyor.');
  act(() => void fireEvent(window, new Event('afterprint')));
  expect(record.open).toBe(false);
});

test('words in another language say so, with their direction, and a dose in them reads left to right', () => {
  const { container } = render(examples['Arabic words on an English page'] as never);
  const arabic = [...container.querySelectorAll('[lang="ar"]')].find((element) =>
    element.textContent?.includes('حبات'),
  );
  expect(arabic?.getAttribute('dir')).toBe('rtl');
  expect(arabic?.textContent).toBe('آخذ 5-7 حبات ثم أمشي');
  expect(arabic?.querySelector('bdi[dir="ltr"]')?.textContent).toBe('5-7');
});

test('on a right-to-left page a medicine with its strength is one left-to-right thing', () => {
  const { container } = render(examples['English words on a right-to-left page'] as never);
  expect(container.querySelector('article')?.dir).toBe('rtl');
  const [first] = container.querySelectorAll('tbody bdi[dir="ltr"] bdi[dir="ltr"], tbody bdi[dir="ltr"]');
  expect(first?.textContent).toBe('Zapain 30/500');
});

test('what a person writes is shown as text, whatever it looks like', () => {
  const { container } = render(examples['everything there can be'] as never);
  expect(container.querySelector('script, img, a')).toBeNull();
});
