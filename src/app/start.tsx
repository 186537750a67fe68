import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { World } from '#passport/write.ts';
import { App } from './app.tsx';

/** Draws the app. */
export function start(root: HTMLElement, world: World): void {
  createRoot(root).render(
    <StrictMode>
      <App world={world} />
    </StrictMode>,
  );
}
