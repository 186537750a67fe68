import { Workbox } from 'workbox-window';
import { scriptUrl, serviceWorkerUrl } from './trusted-types.ts';

type Reports = {
  /** Everything is on this device now: the app works with no network. Called at every later start too. */
  onOfflineReady?: () => void;
  /** A piece of the app could not be loaded, and the screen that asked for it gets the error. Never answered by reloading unasked. */
  onPieceMissing?: () => void;
};

/**
 * Registers the service worker and calls `onWaiting` when a whole, checked new version waits for the person (or another
 * tab has already taken it). Nothing changes under the person: only `accept()` brings the new version in, by reloading
 * this page, so save drafts before calling it. Where there is no service worker (development, a browser that refuses
 * it) only missing pieces are reported.
 */
export function watchForUpdate(onWaiting: () => void, reports: Reports = {}): { accept(): void } {
  // https://vite.dev/guide/build#load-error-handling
  window.addEventListener('vite:preloadError', () => reports.onPieceMissing?.());
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return { accept: () => undefined };

  const workbox = new Workbox(scriptUrl(serviceWorkerUrl));
  let controlled = navigator.serviceWorker.controller !== null;
  let accepted = false;
  let replaced = false;

  workbox.addEventListener('waiting', onWaiting);
  workbox.addEventListener('controlling', () => {
    if (accepted) return window.location.reload();
    replaced = controlled;
    controlled = true;
    if (replaced) onWaiting();
  });
  // an installed app stays open for weeks and never navigates
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') workbox.update().catch(noNetwork);
  });
  navigator.serviceWorker.ready.then(() => reports.onOfflineReady?.()).catch(noNetwork);
  workbox.register({ immediate: true }).catch(noNetwork);

  return {
    accept() {
      accepted = true;
      if (replaced) window.location.reload();
      else workbox.messageSkipWaiting();
    },
  };
}

/** No network or no permission: the version at hand goes on, and the next start asks again. */
function noNetwork() {}
