/** How long a busy page is waited for, in milliseconds. */
const longest = 3000;

/** Calls `act` once the page with its fonts is loaded and the browser has time. Returns a function that calls it off. */
export function whenIdle(act: () => void): () => void {
  let isWanted = true;
  const go = () => {
    if (isWanted) act();
  };
  const wait = async () => {
    // jsdom has no fonts, and Safari has no idle callback
    await document.fonts?.ready;
    if ('requestIdleCallback' in window) window.requestIdleCallback(go, { timeout: longest });
    else setTimeout(go, 200);
  };
  if (document.readyState === 'complete') void wait();
  else window.addEventListener('load', () => void wait(), { once: true });
  return () => {
    isWanted = false;
  };
}
