import fc from 'fast-check';
import { vi } from 'vitest';

// In CI every property meets the same cases, so that red comes from the change; at a desk they are new each time.
if (process.env['CI']) fc.configureGlobal({ seed: 20261121 });

// A busy machine takes its time; what does not come fails all the same.
const patience = { timeout: 10_000 };
if (globalThis.document) {
  // jsdom has no place to scroll to
  window.scrollTo = () => undefined;
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: patience.timeout });
}
const { waitFor } = vi;
vi.waitFor = (task, options) => waitFor(task, options ?? patience);
