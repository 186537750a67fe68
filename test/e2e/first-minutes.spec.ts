import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { partName, sayIn, term } from './say.ts';

test.use({ serviceWorkers: 'block', actionTimeout: 15_000 });

/** A list as the NHS App gives it: a date, a name, the dose and what was supplied, each on a line of its own, and what is past. */
const list = readFileSync(new URL('../fixtures/medicine-lists/app-with-past.txt', import.meta.url), 'utf8');

/** One act of the person: on a phone a tap, or a box that is filled; at a desk the keys that lead there. */
type Act = (on: Locator, words?: string) => Promise<void>;

/** From nothing to a page one: a label, a pasted list, an allergy. */
async function walk(app: App, act: Act, see: (name: string) => Promise<void>): Promise<void> {
  const { say } = app;
  await app.page.goto('/');
  await see('open');
  await act(app.welcome.button('welcome.next'));
  await see('what');
  await act(app.welcome.button('welcome.next'));
  await act(app.page.getByRole('radio', { name: term('label', 'persistent', say), exact: true }));
  await see('label');
  await act(app.welcome.button('welcome.next'));
  await act(app.welcome.button('welcome.skip'));
  await act(app.welcome.link('welcome.home'));
  await see('home');
  const start = (part: string) =>
    app.page
      .getByRole('list', { name: say('home.start'), exact: true })
      .getByRole('link', { name: new RegExp(`^${partName(part, say)}`) });
  await act(start('medicines'));
  await act(app.part.link('part:paste.medicines'));
  await act(app.paste.medicines, list);
  await see('list');
  await act(app.paste.button('paste:medicines.read'));
  await see('check');
  await act(app.paste.button('paste:medicines.save', { count: 3 }));
  await see('added');
  await act(app.home.bar.getByRole('link', { name: say('nav.home'), exact: true }));
  await act(start('allergies'));
  await act(app.part.button('parts:allergies.add'));
  await act(app.record.box('allergies', 'substance'), 'Penicillin');
  await act(app.home.bar.getByRole('link', { name: say('nav.home'), exact: true }));
  await see('home again');
  await act(app.home.link('home.show'));
  await app.show.summary.waitFor();
  await see('page one');
}

/** What a GP needs of it. */
async function isOfUse(app: App): Promise<void> {
  const page = app.show.summary;
  const told = (section: string) => page.locator(`[data-section="${section}"]`);
  // in the language of its reader
  const reader = sayIn((await page.getAttribute('lang')) ?? '');
  await expect(page.getByRole('heading').first()).toContainText(term('label', 'persistent', reader));
  await expect(told('allergies')).toContainText('Penicillin');
  for (const words of ['Sertraline', '50mg', 'Take one tablet each day', 'Nitrofurantoin'])
    await expect(told('medicines')).toContainText(words);
  await expect(told('medicines')).not.toContainText('Amoxicillin');
  await expect(page).not.toContainText('28 tablets');
}

const film = (page: Page) => {
  let at = 0;
  return async (name: string) => {
    at += 1;
    const path = test.info().outputPath(`${String(at).padStart(2, '0')} ${name}.png`);
    await page.screenshot({ path });
  };
};

for (const lang of ['en-GB', 'ar']) {
  test.describe(`in ${lang}`, () => {
    test.use({ locale: lang });
    test('a new person comes from nothing to a page one that serves a GP in at most 25 taps', async ({ page }) => {
      const app = appOn(page, sayIn(lang));
      let taps = 0;
      const tap: Act = async (on, words) => {
        taps += 1;
        await (words === undefined ? on.click() : on.fill(words));
      };
      await walk(app, tap, film(page));
      await isOfUse(app);
      expect(taps).toBeLessThanOrEqual(25);
    });
  });
}

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } });
  test('the same is done with the keyboard alone', async ({ page }) => {
    const app = appOn(page);
    const press: Act = async (on, words) => {
      await on.waitFor();
      const isHere = () => on.evaluate((element) => element === document.activeElement);
      // a choice takes one stop of the Tab key; the arrows lead on inside it
      const isRadio = (await on.getAttribute('type')) === 'radio';
      for (let n = 0; n < 60 && !(await isHere()); n += 1) {
        const isInside = await page.evaluate(
          () => (document.activeElement as HTMLInputElement | null)?.type === 'radio',
        );
        await page.keyboard.press(isRadio && isInside ? 'ArrowDown' : 'Tab');
      }
      expect(await isHere(), `${on} was reached`).toBe(true);
      if (words !== undefined) await page.keyboard.insertText(words);
      else if (isRadio) await page.keyboard.press('Space');
      else await page.keyboard.press('Enter');
    };
    await walk(app, press, film(page));
    await isOfUse(app);
  });
});
