import { Workbox } from 'workbox-window';
import { scriptUrl, serviceWorkerUrl } from './trusted-types.ts';

type Reports = {
  /** Everything is on this device now: the app works with no network. Called at every later start too. */
  onOfflineReady?: () => void;
  /** A piece of the app could not be loaded, and the screen that asked for it gets the error. Never answered by reloading unasked. */
  onPieceMissing?: () => void;
};

/** How long the new version may take to come in before the page is loaded again without it. Milliseconds. */
const patience = 4_000;

/**
 * Registers the service worker and calls `onWaiting` when a whole, checked new version waits for the person (or another
 * tab has already taken it): never for the first version on a device, however it comes in. Nothing changes under the
 * person: only `accept()` brings the new version in, by loading this page again, so save drafts before calling it. It
 * always loads the page again, soon after at the latest, so that a button that calls it never does nothing. Where there
 * is no service worker (development, a browser that refuses it) only missing pieces are reported.
 */
export function watchForUpdate(onWaiting: () => void, reports: Reports = {}): { accept(): void } {
  // https://vite.dev/guide/build#load-error-handling
  window.addEventListener('vite:preloadError', () => reports.onPieceMissing?.());
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return { accept: () => undefined };

  const container = navigator.serviceWorker;
  const workbox = new Workbox(scriptUrl(serviceWorkerUrl));
  const reload = () => window.location.reload();
  /** The version this page belongs to, once one is at work. A page loaded past it (a hard reload) has no controller. */
  let own = container.controller;
  let accepted = false;
  let replaced = false;

  workbox.addEventListener('waiting', async () => {
    const registration = await container.getRegistration();
    // the first version waits too, for a moment, when the page was loaded again while it was being brought
    if (registration?.waiting && registration.active) onWaiting();
  });
  workbox.addEventListener('controlling', () => {
    if (accepted) return reload();
    replaced ||= own !== null && own !== container.controller;
    own = container.controller;
    if (replaced) onWaiting();
  });
  // an installed app stays open for weeks and never navigates
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') workbox.update().catch(noNetwork);
  });
  container.ready.then(() => reports.onOfflineReady?.()).catch(noNetwork);
  workbox
    .register({ immediate: true })
    .then((registration) => {
      own ??= container.controller ?? registration?.active ?? null;
    })
    .catch(noNetwork);

  return {
    async accept() {
      accepted = true;
      const registration = await container.getRegistration();
      // taken by another tab, or withdrawn: there is nothing to wait for
      if (replaced || !registration?.waiting) return reload();
      // a browser lets the old version finish what it does, for minutes if it must
      setTimeout(reload, patience);
      workbox.messageSkipWaiting();
    },
  };
}

/** No network or no permission: the version at hand goes on, and the next start asks again. */
function noNetwork() {}
