import i18next from 'i18next';
import { translator } from '#i18n/i18n.ts';
import { wordsOf } from '#i18n/words.ts';
import type { Words } from '#passport/summary/words.ts';

/** The words of a locale exactly as the app says them. */
export async function spoken(lang: string): Promise<Words> {
  if (!i18next.isInitialized)
    await i18next.init({ lng: lang, fallbackLng: false, interpolation: { escapeValue: false }, returnNull: false });
  return wordsOf(await translator(lang), lang);
}
