import { languages } from '#i18n/languages.ts';

type Look = { readonly lang: string; readonly discreet: boolean; readonly hidden: boolean };

const base = import.meta.env.BASE_URL;
let isStart = true;

/**
 * The icons and the manifest of the page: the app's own, plain ones where the person is discreet, a calendar's and no
 * manifest at all while it is hidden. A browser reads them when it offers to install, so this comes first at every start.
 */
export function dress({ lang, discreet, hidden }: Look): void {
  const plain = discreet || hidden;
  // the page as it was served bears the app's name; the words for another are still on their way
  if (isStart && plain) document.title = '';
  isStart = false;
  point('icon', `${base}icons/${hidden ? 'calendar' : discreet ? 'notes' : 'icon'}.svg`);
  point('apple-touch-icon', `${base}icons/${plain ? 'notes' : 'icon'}-180.png`);
  // the development server has no manifest
  if (import.meta.env.DEV || hidden) find('manifest')?.remove();
  else point('manifest', base + (discreet ? discreetManifest(lang) : 'manifest.webmanifest'));
  // for link previews and browsers without scripts: it says what this is
  if (plain) document.querySelector('meta[name="description"]')?.remove();
  document.querySelector('noscript')?.remove();
}

/** The names a browser offers for a bookmark or the home screen. */
export function nameApp(name: string): void {
  for (const meta of ['application-name', 'apple-mobile-web-app-title'])
    document.querySelector(`meta[name="${meta}"]`)?.setAttribute('content', name);
}

/** The discreet manifest is built once for each language. */
function discreetManifest(lang: string): string {
  const spoken = languages.some(({ id }) => id === lang) ? lang : languages[0].id;
  return `manifest-discreet-${spoken}.webmanifest`;
}

function find(rel: string): HTMLLinkElement | null {
  return document.head.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`);
}

function point(rel: string, href: string): void {
  const link = find(rel) ?? document.head.appendChild(Object.assign(document.createElement('link'), { rel }));
  // set only when it changes: each setting makes the browser read it again
  if (link.getAttribute('href') !== href) link.setAttribute('href', href);
}
