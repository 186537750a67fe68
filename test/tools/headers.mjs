/**
 * The headers every response of the app carries, wherever it is served. `serve.mjs` sends them; `public/_headers`,
 * `docs/deploy/nginx.conf` and `docs/deploy/Caddyfile` repeat them for other hosts, and `test/headers.test.ts` sees
 * that they agree. A page's own CSP does not bind its workers, so it must come as a header on scripts too.
 */

/** Content Security Policy, directive by directive. */
const policy = {
  'default-src': "'none'",
  // harfbuzz, zxing: WebAssembly only, no eval
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  // CSP 3; Chromium 156 does not know it, says so in its console, and keeps to the rest
  webrtc: "'block'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'mf',
};

/** The policy as one line. `meta` leaves out what a meta element may not say. */
export function policyLine({ meta = false } = {}) {
  return Object.entries(policy)
    .filter(([directive]) => !(meta && directive === 'frame-ancestors'))
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** Header name to value: the same on every response. */
export const headers = {
  'Content-Security-Policy': policyLine(),
  'Permissions-Policy':
    'accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Files whose names carry a hash of their content never change; everything else is asked for anew. */
export const cache = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/** Takes a path below the app's root, gives its Cache-Control. */
export function cacheFor(path) {
  return path.startsWith('/assets/') ? cache.hashed : cache.other;
}
