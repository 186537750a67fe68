import { bestLanguage } from '#i18n/languages.ts';
import { hiddenMinutes, idleMinutes } from '#screens/lock/auto-lock.ts';
import { keep, readKept } from '#store/kept.ts';
import { dress } from './hide/dress.ts';

/** How the app looks and speaks on this device. Nothing the person wrote. */
export type Settings = {
  readonly lang: string;
  readonly size: 'normal' | 'large' | 'largest';
  readonly theme: 'system' | 'light' | 'dark';
  /** The language the person writes in, where it is not the one the app speaks; null when it is. */
  readonly writeIn: string | null;
  /** The first run has been seen, and does not come by itself again. */
  readonly welcomed: boolean;
  /** A plain name and icon, in the window's title, on the home screen and in names of files. */
  readonly discreet: boolean;
  /** A neutral page stands in place of everything, until the person opens it again. */
  readonly hidden: boolean;
  /** Minutes until a lock closes by itself: out of sight (0 is at once), and with nothing touched (0 is never). */
  readonly autoLock: { readonly hidden: number; readonly idle: number };
};

const key = 'mf-settings';

/** What was kept, or the browser's own wishes where nothing was or storage is refused. */
export function readSettings(): Settings {
  const found = readKept(key);
  const kept: Partial<Settings> = typeof found === 'object' && found !== null ? found : {};
  return {
    lang: bestLanguage([kept.lang, ...navigator.languages].filter((lang) => typeof lang === 'string')),
    size: kept.size === 'large' || kept.size === 'largest' ? kept.size : 'normal',
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    writeIn: typeof kept.writeIn === 'string' && /^[a-z]{2,3}$/.test(kept.writeIn) ? kept.writeIn : null,
    welcomed: kept.welcomed === true,
    discreet: kept.discreet === true,
    hidden: kept.hidden === true,
    autoLock: {
      hidden: minutes(hiddenMinutes, kept.autoLock?.hidden, 2),
      idle: minutes(idleMinutes, kept.autoLock?.idle, 5),
    },
  };
}

/** Only what the control offers: any other number would stand in force with nothing on screen to say so. */
function minutes(offered: readonly number[], kept: unknown, usual: number): number {
  return offered.find((one) => one === kept) ?? usual;
}

/** Calls `listener` with the settings another tab has just kept. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const hear = (event: StorageEvent) => {
    if (event.key === key) listener(readSettings());
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

/** Keeps settings for the next start. Where storage is refused they hold until the page is closed. */
export function keepSettings(settings: Settings): void {
  keep(key, settings);
}

/** Puts size and theme on the page, and the icon and manifest that go with the name it bears. */
export function wear({ size, theme, lang, discreet, hidden }: Settings): void {
  dress({ lang, discreet, hidden });
  const { dataset } = document.documentElement;
  dataset['size'] = size;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}
