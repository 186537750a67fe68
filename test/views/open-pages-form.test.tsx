// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { OpenPagesForm } from '#views/open-pages-form.tsx';
import { faultsIn } from './axe.ts';

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

test('an opening that breaks off is told of, and can be tried again', async () => {
  const open = vi.fn(() => Promise.reject(new Error('gone')));
  const { container } = render(<OpenPagesForm open={open} wait={() => 0} />);
  fireEvent.change(container.querySelector('#pages-open') as HTMLInputElement, { target: { value: 'blue bicycle' } });
  for (let time = 1; time <= 2; time += 1) {
    await act(async () => fireEvent.submit(container.querySelector('form') as HTMLFormElement));
    expect(screen.getByRole('alert').textContent).toContain('The connection to your saved passport was lost');
    expect(open).toHaveBeenCalledTimes(time);
  }
  expect(await faultsIn(container)).toEqual([]);
});
