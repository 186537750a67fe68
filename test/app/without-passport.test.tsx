// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Refused } from '#app/without-passport.tsx';
import { speak } from '#i18n/i18n.ts';
import { faultsIn } from '../views/axe.ts';

beforeAll(() => speak('en-GB', true));
afterEach(cleanup);

test('a missing piece is told of in the words of the first screen, with the way to try again', async () => {
  const { container } = render(<Refused problem="piece-missing" onFresh={() => undefined} />);
  screen.getByRole('heading', { level: 1, name: 'A piece of the app could not be loaded' });
  screen.getByText(/When you are online, load the page again/);
  screen.getByRole('button', { name: 'Load again' });
  expect(await faultsIn(container)).toEqual([]);
});
