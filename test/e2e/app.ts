import { test as base, type Page } from '@playwright/test';
import { Flare } from './models/flare.ts';
import { Hide } from './models/hide.ts';
import { History } from './models/history.ts';
import { Home } from './models/home.ts';
import { Keep } from './models/keep.ts';
import { Lock } from './models/lock.ts';
import { More } from './models/more.ts';
import { PartPage } from './models/part-page.ts';
import { Passport } from './models/passport.ts';
import { Paste } from './models/paste.ts';
import { Reader } from './models/reader.ts';
import { RecordPage } from './models/record-page.ts';
import { Share } from './models/share.ts';
import { Show } from './models/show.ts';
import { Welcome } from './models/welcome.ts';
import { type Say, say } from './say.ts';
import { openSite, type Site } from './site.ts';

export type App = ReturnType<typeof appOn>;

/** Every screen of the app on one page, in the words of one language. */
export function appOn(page: Page, words: Say = say) {
  return {
    page,
    say: words,
    welcome: new Welcome(page, words),
    home: new Home(page, words),
    passport: new Passport(page, words),
    part: new PartPage(page, words),
    record: new RecordPage(page, words),
    history: new History(page, words),
    paste: new Paste(page, words),
    flare: new Flare(page, words),
    share: new Share(page, words),
    show: new Show(page, words),
    reader: new Reader(page, words),
    more: new More(page, words),
    keep: new Keep(page, words),
    lock: new Lock(page, words),
    hide: new Hide(page, words),
    /** Opens an address of the app, such as `#/passport`. */
    goTo: (hash: string) => page.goto(`/${hash}`),
    /** Begins a passport with a name in it. */
    async writeName(name: string) {
      await page.goto('/#/passport/me');
      const form = new PartPage(page, words);
      await form.write('me', 'preferredName', name);
      await form.isSaved();
    },
    async openExample() {
      await page.goto('/#/more');
      await new More(page, words).openExample();
      await page.getByText(words('example.banner'), { exact: true }).waitFor();
    },
    /** Leaves the app and deletes every database of this site, as a browser does that is short of room. Files stay. */
    async loseDatabases() {
      await page.goto('/manifest.webmanifest');
      await page.evaluate(async () => {
        for (const { name = '' } of await indexedDB.databases()) {
          await new Promise((done, failed) => {
            const deleting = indexedDB.deleteDatabase(name);
            deleting.onsuccess = done;
            deleting.onerror = () => failed(deleting.error);
          });
        }
      });
    },
  };
}

/** Tests of the app on a copy of the built one, which no other build disturbs. */
export const test = base.extend<{ app: App }, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const site = await openSite();
      await use(site);
      await site.end();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.address),
  app: async ({ page }, use) => use(appOn(page)),
});
