// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useUpdate } from '#app/use-update.ts';

vi.mock('#app/trusted-types.ts', () => ({ scriptUrl: (url: string) => url, serviceWorkerUrl: '/sw.js' }));
afterEach(cleanup);

test('a piece of the app that could not be loaded is known, so that the page can say so', () => {
  const { result } = renderHook(() => useUpdate());
  expect(result.current.isPieceMissing).toBe(false);
  act(() => {
    window.dispatchEvent(new Event('vite:preloadError'));
  });
  expect(result.current.isPieceMissing).toBe(true);
});
