import fc from 'fast-check';

// In CI every property meets the same cases, so that red comes from the change; at a desk they are new each time.
if (process.env['CI']) fc.configureGlobal({ seed: 20261121 });
