import { describe, expect, it } from 'vitest';
import { type Place, placeOf } from '#store/place.ts';

const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 13; SM-A536B';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15';

const seen: readonly [string, string, number, Place][] = [
  ['Safari on an iPhone', `${iphone} Version/17.4 Mobile/15E148 Safari/604.1`, 5, 'iphone-tab'],
  ['Chrome on an iPhone', `${iphone} CriOS/122.0.6261.89 Mobile/15E148 Safari/604.1`, 5, 'iphone-tab'],
  ['Firefox on an iPhone', `${iphone} FxiOS/123.0 Mobile/15E148 Safari/605.1.15`, 5, 'iphone-tab'],
  ['Safari on an iPad that calls itself a Mac', mac, 5, 'iphone-tab'],
  ['Safari on a Mac', mac, 0, 'browser'],
  [
    'Facebook on an iPhone',
    `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/452.0.0.37.109;FBBV/567052743;FBDV/iPhone14,7]`,
    5,
    'in-app-browser',
  ],
  [
    'Instagram on an iPhone',
    `${iphone} Mobile/15E148 Instagram 321.0.3.29.107 (iPhone14,7; iOS 17_4)`,
    5,
    'in-app-browser',
  ],
  ['a plain web view on an iPhone', `${iphone} Mobile/15E148`, 5, 'in-app-browser'],
  ['the Google app on an iPhone', `${iphone} GSA/306.0.611098385 Mobile/15E148 Safari/604.1`, 5, 'in-app-browser'],
  ['Line on an iPhone', `${iphone} Safari Line/14.2.0`, 5, 'in-app-browser'],
  [
    'Chrome on Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Chrome/122.0.0.0 Mobile Safari/537.36`,
    5,
    'browser',
  ],
  ['Samsung Internet', `${android}) ${chrome} SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36`, 5, 'browser'],
  ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:123.0) Gecko/123.0 Firefox/123.0', 5, 'browser'],
  [
    'Facebook on Android',
    `${android} Build/TP1A.220624.014; wv) ${chrome} Version/4.0 Chrome/122.0.6261.64 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/453.0.0.38.107;]`,
    5,
    'in-app-browser',
  ],
  [
    'a web view on Android',
    `${android}; wv) ${chrome} Version/4.0 Chrome/122.0.6261.64 Mobile Safari/537.36`,
    5,
    'in-app-browser',
  ],
  [
    'WeChat on Android',
    `${android}; ) ${chrome} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.47.2560`,
    5,
    'in-app-browser',
  ],
  [
    'Firefox on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:123.0) Gecko/20100101 Firefox/123.0',
    0,
    'browser',
  ],
  [
    'Edge on Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Chrome/122.0.0.0 Safari/537.36 Edg/122.0.0.0`,
    10,
    'browser',
  ],
];

describe('where the app is running', () => {
  for (const [what, userAgent, maxTouchPoints, place] of seen) {
    it(`${what} is ${place}`, () => {
      expect(placeOf({ userAgent, maxTouchPoints, isStandalone: false })).toBe(place);
    });
  }

  it('from the home screen it is installed, on any device', () => {
    for (const [, userAgent, maxTouchPoints] of seen) {
      expect(placeOf({ userAgent, maxTouchPoints, isStandalone: true })).toBe('installed');
    }
  });
});
