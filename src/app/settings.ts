import { bestLanguage } from '#i18n/languages.ts';
import { terms } from '#passport/terms.ts';

/** How the app looks and speaks on this device. Nothing the person wrote: this is the only use of localStorage. */
export type Settings = {
  readonly lang: string;
  readonly size: 'normal' | 'large' | 'largest';
  readonly theme: 'system' | 'light' | 'dark';
  /** The language the person writes in, where it is not the one the app speaks; null when it is. */
  readonly writeIn: string | null;
  /** The first run has been seen, and does not come by itself again. */
  readonly welcomed: boolean;
};

const key = 'mf-settings';

/** What was kept, or the browser's own wishes where nothing was or storage is refused. */
export function readSettings(): Settings {
  const kept = readKept();
  return {
    lang: bestLanguage([kept.lang, ...navigator.languages].filter((lang) => typeof lang === 'string')),
    size: kept.size === 'large' || kept.size === 'largest' ? kept.size : 'normal',
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    writeIn: typeof kept.writeIn === 'string' && kept.writeIn in terms.languages ? kept.writeIn : null,
    welcomed: kept.welcomed === true,
  };
}

/** Keeps settings for the next start. Where storage is refused they hold until the page is closed. */
export function keepSettings(settings: Settings): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: its one owner, for settings that must be known before the first paint
    localStorage.setItem(key, JSON.stringify(settings));
  } catch {
    // storage refused: nothing to do, and nothing of the person's is lost
  }
}

/** Puts size and theme on the page. */
export function wear({ size, theme }: Settings): void {
  const { dataset } = document.documentElement;
  dataset['size'] = size;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

function readKept(): Partial<Settings> {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
