// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { OpensChoice } from '#screens/lock/opens-choice.tsx';
import { faultsIn } from '../../views/axe.ts';

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

test('says exactly what may open without the passphrase, and both can be picked', async () => {
  const onPick = vi.fn();
  const { container } = render(<OpensChoice kind="passphrase" opens="nothing" canLeaveOpen onPick={onPick} />);
  fireEvent.click(screen.getByLabelText(/^Both/));
  expect(onPick).toHaveBeenLastCalledWith('both');
  screen.getByText(
    'Anyone who picks up this phone could read this of your flare plan: First steps, Who to call, When it is urgent, What helps, Medicines agreed for a flare and How I start again.',
  );
  const card = screen.getByText('Exactly what is on the A&E card').closest('details')?.textContent ?? '';
  for (const told of [
    'Me',
    'Call me',
    'My words',
    'What I would like',
    'Allergies',
    'Medicines',
    'Flare plan',
    'Care team',
  ])
    expect(card).toContain(told);
  expect(card).not.toMatch(/hard to say|Seeing me|really take|Goals|Things tried|What matters/i);
  expect(await faultsIn(container)).toEqual([]);
});

test('where nothing can be left outside, there is nothing to pick and no list', () => {
  render(<OpensChoice kind="pin" opens="both" canLeaveOpen={false} onPick={() => undefined} />);
  expect(screen.getAllByRole('radio')).toHaveLength(1);
  expect(screen.queryByText('Exactly what is on the A&E card')).toBeNull();
});
