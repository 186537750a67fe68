/** What of the browser is looked at: all of it can be given by a test. */
export type Surroundings = {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  readonly isStandalone: boolean;
};

/**
 * 'installed': opened from the home screen. 'iphone-tab': a tab on an iPhone or iPad, whose data an installed app will
 * not see and Safari may clear after seven days. 'in-app-browser': inside another app, where data may go at any time.
 */
export type Place = 'installed' | 'iphone-tab' | 'in-app-browser' | 'browser';

/** Marks that apps put into the name of the browser inside them, and Android's own for a web view. */
const inApps =
  /FBAN|FBAV|FB_IAB|Instagram|Barcelona|MicroMessenger|\bLine\/|Snapchat|Pinterest\/|LinkedInApp|TikTok|musical_ly|BytedanceWebview|Twitter|WhatsApp|Viber|KAKAOTALK|\bGSA\/|; wv\)/;

/** Where the app is running, as far as the browser says. Custom tabs and private windows look like any other. */
export function placeOf({ userAgent, maxTouchPoints, isStandalone }: Surroundings): Place {
  if (isStandalone) return 'installed';
  const isApple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  if (inApps.test(userAgent) || (isApple && !/Safari\//.test(userAgent))) return 'in-app-browser';
  return isApple ? 'iphone-tab' : 'browser';
}

/** The surroundings of this page. */
export function surroundingsOf(view: Window): Surroundings {
  const { userAgent, maxTouchPoints } = view.navigator;
  const isApp = ['standalone', 'fullscreen', 'minimal-ui'].some(
    (mode) => view.matchMedia(`(display-mode: ${mode})`).matches,
  );
  return {
    userAgent,
    maxTouchPoints,
    isStandalone: isApp || (view.navigator as { standalone?: boolean }).standalone === true,
  };
}
