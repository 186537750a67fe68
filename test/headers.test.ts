import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cache, headers, policyLine } from './tools/headers.mjs';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const everyResponse = Object.entries(headers).sort();

describe('the same headers are sent wherever the app is served', () => {
  test('by hosts that read _headers', () => {
    const blocks = read('public/_headers')
      .split(/^(?=\/)/m)
      .slice(1);
    const found = new Map(blocks.map((block) => [block.split('\n')[0], pairs(block, /^ {2}([\w-]+): (.+)$/gm)]));
    expect(found.get('/*')).toEqual(everyResponse);
    for (const [path, sent] of found) {
      if (path === '/*') continue;
      expect(sent, path).toEqual([['Cache-Control', path === '/assets/*' ? cache.hashed : cache.other]]);
    }
    expect([...found.keys()]).toEqual(expect.arrayContaining(['/assets/*', '/', '/index.html', '/sw.js']));
  });

  test('by nginx', () => {
    const text = read('docs/deploy/nginx.conf');
    expect(pairs(text, /^ {2}add_header ([\w-]+) "([^"]+)" always;$/gm)).toEqual(everyResponse);
    expect(text).toContain('add_header Cache-Control $moving_forwards_cache always;');
    expect(text).toContain(`~^/assets/ "${cache.hashed}";`);
    expect(text).toContain(`default    "${cache.other}";`);
    expect(text.slice(text.indexOf('  location')), 'an add_header here would drop the others').not.toContain(
      'add_header',
    );
  });

  test('by Caddy', () => {
    const text = read('docs/deploy/Caddyfile');
    expect(pairs(text, /^\t\t([A-Z][\w-]+) "([^"]+)"$/gm)).toEqual(everyResponse);
    expect(text).toContain(`header @hashed Cache-Control "${cache.hashed}"`);
    expect(text).toContain(`header @other Cache-Control "${cache.other}"`);
  });
});

test('the policy lets nothing in from another host, and no script run from text', () => {
  const policy = policyLine();
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/);
  // workers too are files of our own, and carry these headers themselves
  for (const directive of ["worker-src 'self'", "connect-src 'self'", "manifest-src 'self'"])
    expect(policy.split('; ')).toContain(directive);
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types mf");
  // a call between two browsers asks no host by name, so connect-src does not see it
  expect(policy.split('; ')).toContain("webrtc 'block'");
  expect(policyLine({ meta: true }).split('; ')).toContain("webrtc 'block'");
});

test('no page tells another where it came from, or asks for a sensor but the camera', () => {
  expect(headers['Referrer-Policy']).toBe('no-referrer');
  const allowed = headers['Permissions-Policy'].split(', ').filter((one) => !one.endsWith('=()'));
  expect(allowed).toEqual(['camera=(self)']);
  for (const sensor of ['microphone', 'geolocation', 'display-capture', 'usb', 'payment'])
    expect(headers['Permissions-Policy']).toContain(`${sensor}=()`);
});

function pairs(text: string, line: RegExp) {
  return [...text.matchAll(line)].map((found) => [found[1], found[2]]).sort();
}
