// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { WelcomeScreen } from '#screens/welcome/welcome-screen.tsx';
import { sessionWith } from '../session.ts';

const nothing = () => undefined;

function open(session = sessionWith([]), onExample = async () => undefined) {
  const onSeen = vi.fn();
  render(
    <WelcomeScreen
      session={session}
      place="browser"
      size="normal"
      onLanguage={nothing}
      onSize={nothing}
      discreet={false}
      onDiscreet={nothing}
      onExample={onExample}
      onStart={nothing}
      onSeen={onSeen}
    />,
  );
  return onSeen;
}

const next = () => fireEvent.click(screen.getByRole('button', { name: 'Next' }));

beforeAll(async () => {
  await speak('en-GB');
  window.scrollTo = nothing;
});
afterEach(() => {
  cleanup();
  // the page of a walk is kept with the entry of the history
  window.history.replaceState(null, '');
});

test('a saved file is asked for on the page that opens it', () => {
  open();
  next();
  const link = screen.getByRole('link', { name: 'I have a saved file' });
  expect(link.getAttribute('href')).toBe('#/keep/restore');
});

test('an example that is not on this device yet is a sentence, and can be asked for again', async () => {
  const opening = vi.fn(async () => undefined).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  open(sessionWith([]), opening);
  next();
  const example = screen.getByRole('button', { name: 'Look at an example first' });
  fireEvent.click(example);
  expect((await screen.findByRole('alert')).textContent).toContain('A piece of the app is not on this device yet');
  fireEvent.click(example);
  expect(opening).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('until the first question the first run has not been seen, and is there to come back to', () => {
  const onSeen = open();
  next();
  expect(onSeen).not.toHaveBeenCalled();
  next();
  expect(onSeen).toHaveBeenCalledTimes(1);
});
