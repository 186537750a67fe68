import { describe, expect, test } from 'vitest';
import { readRoute } from '#app/route.ts';
import { settledAddress } from '#app/settle-address.ts';

const digits = '1'.repeat(60);
const from = (address: string, base = '/') => {
  const { pathname, search, hash } = new URL(address, 'https://passport.example.org');
  return settledAddress({ pathname, search, hash }, base);
};

describe('an address as it was opened', () => {
  test.each(['/', '/index.html', '/#/', `/#${digits}`, '/#/flare', '/?from=mail#/flare', '/index.html#/passport/me'])(
    '%s stays as it is',
    (address) => expect(from(address)).toBeNull(),
  );

  test.each([
    `/%23${digits}`,
    `/%2523${digits}`,
    `/index.html%23${digits}`,
    `/anything/%23${digits}?utm_source=mail`,
    `/?%23${digits}`,
    `/?x=1%23${digits}`,
    `/${digits}`,
    `/anything#${digits}`,
    `/%23${digits}#`,
    `/%23${digits}%E0%A4%A`,
    `/%23${digits.replaceAll('1', encodeURIComponent('١'))}`,
  ])('%s leads to the summary', (address) => expect(from(address)).toBe(`/#${digits}`));

  test.each(['/anything', '/a/b', '/%23', '/%23123', '/%E0%A4%A', '/anything?x=1#', '/anything#/nowhere/at/all/it/is'])(
    '%s leads to the page that says what happened',
    (address) => expect(from(address)).toBe('/#/bad-link'),
  );

  test('keeps to the path that the app lives under', () => {
    expect(from(`/care/%23${digits}`, '/care/')).toBe(`/care/#${digits}`);
    expect(from('/care/', '/care/')).toBeNull();
    expect(from('/care/x#/flare', '/care/')).toBe('/care/#/flare');
  });
});

test('a code is found in what a mail program made of the part after #', () => {
  for (const hash of [`#/${digits}`, `#%23${digits}`, `#!${digits}`, `#x=${digits}&y=2`]) {
    expect(readRoute(hash)).toEqual({ to: 'code', fragment: `#${digits}` });
  }
  expect(readRoute('#/nowhere')).toEqual({ to: 'unknown' });
  expect(readRoute('#/bad-link')).toEqual({ to: 'bad-link' });
});
