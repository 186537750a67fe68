import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type app from '#locales/en-GB/app.json';
import type flare from '#locales/en-GB/flare.json';
import type hide from '#locales/en-GB/hide.json';
import type keep from '#locales/en-GB/keep.json';
import type lock from '#locales/en-GB/lock.json';
import type pages from '#locales/en-GB/pages.json';
import type part from '#locales/en-GB/part.json';
import type paste from '#locales/en-GB/paste.json';
import type problem from '#locales/en-GB/problem.json';
import type reader from '#locales/en-GB/reader.json';
import type share from '#locales/en-GB/share.json';
import type summary from '#locales/en-GB/summary.json';
import { directionOf } from '#passport/direction.ts';
import { loadSpace, spaces } from './words-files.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      part: typeof part;
      summary: typeof summary;
      share: typeof share;
      reader: typeof reader;
      flare: typeof flare;
      paste: typeof paste;
      keep: typeof keep;
      lock: typeof lock;
      hide: typeof hide;
      pages: typeof pages;
      problem: typeof problem;
    };
  }
}

/** Typed by the source locale: a key that is not there does not compile. */
export type Translate = TFunction<
  ['app', 'part', 'summary', 'share', 'reader', 'flare', 'paste', 'keep', 'lock', 'hide', 'pages', 'problem']
>;

const listeners = new Set<() => void>();
let version = 0;

/**
 * Speaks a language from then on. Every word of it is loaded, so that what was opened once works offline; with `first`
 * only the words of a first screen, and the rest when it is asked for again. Sets the document's language and
 * direction. Rejects when the files cannot be had.
 */
export async function speak(lang: string, first = false): Promise<void> {
  await load(lang, first ? ['app'] : spaces);
  if (i18next.isInitialized) {
    await i18next.changeLanguage(lang);
  } else {
    await i18next.init({
      lng: lang,
      fallbackLng: false,
      ns: [...spaces],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
      resources: Object.fromEntries(loaded),
    });
  }
  document.documentElement.lang = lang;
  document.documentElement.dir = directionOf(lang);
  version += 1;
  for (const listener of listeners) listener();
}

const loaded = new Map<string, Record<string, Record<string, unknown>>>();

async function load(lang: string, wanted: readonly string[]): Promise<void> {
  const missing = wanted.filter((space) => !loaded.get(lang)?.[space]);
  const words = await Promise.all(missing.map(async (space) => [space, await loadSpace(lang, space)] as const));
  loaded.set(lang, { ...loaded.get(lang), ...Object.fromEntries(words) });
  if (i18next.isInitialized) {
    for (const [space, resources] of words) i18next.addResourceBundle(lang, space, resources);
  }
}

/** Words of one language, loaded if need be, without changing what the app speaks: for a summary in a reader's language. */
export async function translator(lang: string): Promise<Translate> {
  await load(lang, spaces);
  return i18next.getFixedT(lang) as Translate;
}

/** True once every word of the language spoken is loaded, not only those of a first screen. */
export function useIsWhole(): boolean {
  return useSyncExternalStore(subscribe, () => spaces.every((space) => loaded.get(i18next.language)?.[space]));
}

/** The words spoken now; a component that uses this is drawn again when the language changes. */
export function useT(): Translate {
  useSyncExternalStore(subscribe, () => version);
  return i18next.t as Translate;
}

export function useLang(): string {
  return useSyncExternalStore(subscribe, () => i18next.language);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
