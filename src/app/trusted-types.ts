/**
 * The one Trusted Types policy of the app, `mf`: only our own workers and the service worker may become scripts.
 * Browsers without Trusted Types get the same refusal.
 */

const workers = import.meta.glob<string>('/src/**/*.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
});

/** The service worker's address. */
export const serviceWorkerUrl = `${import.meta.env.BASE_URL}sw.js`;

const allowed = new Set([serviceWorkerUrl, ...Object.values(workers)]);

function allow(url: string): string {
  if (allowed.has(url)) return url;
  throw new TypeError(`not a script of this app: ${url}`);
}

type Policy = { createScriptURL(url: string): string };
type Factory = { createPolicy(name: string, rules: Policy): Policy };

const { trustedTypes } = globalThis as { trustedTypes?: Factory };
const policy = trustedTypes?.createPolicy('mf', { createScriptURL: allow }) ?? { createScriptURL: allow };

/**
 * Takes the address of one of the app's workers (from `import url from './x.worker.ts?worker&url'`) or of the service
 * worker; returns it as a TrustedScriptURL, typed as the string that `new Worker` and `register` are declared with.
 * Throws a TypeError on any other address: such a call is a bug or an attack.
 */
export function scriptUrl(url: string): string {
  return policy.createScriptURL(url);
}
