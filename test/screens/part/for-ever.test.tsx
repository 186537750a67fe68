// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { speak } from '#i18n/i18n.ts';
import { ForEver } from '#screens/part/for-ever.tsx';

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

beforeAll(() => speak('en-GB'));
afterEach(cleanup);

test('a removing that breaks off is told of, and never stays under way', async () => {
  const onDone = vi.fn();
  const gone = () => Promise.reject(new Error('gone'));
  render(<ForEver what="record" name="Tramadol" remove={gone} onKeep={() => undefined} onDone={onDone} />);
  await press('Go on');
  await press('Remove for ever');
  expect(screen.getByRole('alert').textContent).toContain('The connection to your saved passport was lost');
  screen.getByRole('heading', { level: 1, name: 'Remove this for ever?' });
  expect(screen.queryByText('Removed for ever')).toBeNull();
  expect(onDone).not.toHaveBeenCalled();
});
