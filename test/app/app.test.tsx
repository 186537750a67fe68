// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, test, vi } from 'vitest';
import { App } from '#app/app.tsx';
import { speak } from '#i18n/i18n.ts';
import { world } from '../screens/session.ts';

const shown = vi.hoisted(() => ({ screen: vi.fn() }));
vi.mock('#app/screen.tsx', () => ({ Screen: () => shown.screen() }));
vi.mock('#app/backup-worker.ts', () => ({ makeBackupWorker: vi.fn() }));
vi.mock('#app/store-workers.ts', () => ({ makeDiskWorker: vi.fn(), makeArgonWorker: vi.fn() }));
vi.mock('#app/trusted-types.ts', () => ({ scriptUrl: (url: string) => url, serviceWorkerUrl: '/sw.js' }));
vi.mock('#store/open.ts', () => ({ openStore: () => new Promise(() => undefined) }));

beforeEach(async () => {
  await speak('en-GB');
  window.scrollTo = () => undefined;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  shown.screen.mockImplementation(() => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const draw = () => act(async () => render(<App world={world} />));

test('a screen that breaks says so, and never leaves a blank page', async () => {
  await draw();
  await screen.findByRole('heading', { level: 1, name: 'Something in the app broke' });
});

test('a screen whose piece could not be loaded says that, and what brings it', async () => {
  await draw();
  act(() => {
    window.dispatchEvent(new Event('vite:preloadError'));
  });
  await screen.findByRole('heading', { level: 1, name: 'A piece of the app could not be loaded' });
  screen.getByText(/When you are online, load the page again/);
});
