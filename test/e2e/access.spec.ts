import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { say, sayIn } from './say.ts';
import { exampleStates, otherStates } from './screens.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce', actionTimeout: 15_000 });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds. Its own look at targets is left out: it counts what a bar covers, and ours below asks for more. */
async function axeFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const chosen = rules ? axe.withRules([...rules]) : axe.withTags(tags).disableRules(['target-size']);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 160)}`),
  );
}

/** Buttons, links and boxes a thumb could miss: smaller than 44 px either way. Links within a sentence are exempt (WCAG 2.5.8). */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const reach = (element: Element) => {
      const box = element.closest('label') ?? element;
      const { width, height } = box.getBoundingClientRect();
      return { width, height };
    };
    return [...document.querySelectorAll('a[href], button, input:not([type=file]), select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => !(element.tagName === 'A' && getComputedStyle(element).display === 'inline'))
      .filter((element) => element.getBoundingClientRect().width > 1)
      .map((element) => ({ element, ...reach(element) }))
      .filter(({ width, height }) => width < 43.5 || height < 43.5)
      .map(
        ({ element, width, height }) =>
          `${element.outerHTML.slice(0, 140)} is ${Math.round(width)}×${Math.round(height)}`,
      );
  });

/** What stands out over the edge of the page, when anything does. */
const wideThings = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *:not(svg *)')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [
      `page ${scrollWidth} in ${clientWidth}`,
      ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 140)),
    ];
  });

async function narrowFaults(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await wideThings(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await page.setViewportSize({ width: 390, height: 844 });
  const large = await wideThings(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  return [...narrow.map((fault) => `at 320 px: ${fault}`), ...large.map((fault) => `at 200 %: ${fault}`)];
}

type Faults = Record<'light' | 'dark' | 'targets' | 'narrow', string[]>;

async function look(app: App): Promise<Faults> {
  const { page } = app;
  const faults: Faults = { light: [], dark: [], targets: [], narrow: [] };
  const take = async (states: typeof exampleStates) => {
    for (const { name, open } of states) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await test.step(name, () => open(app));
      const say = (found: readonly string[]) => found.map((fault) => `${name}: ${fault}`);
      faults.light.push(...say(await axeFaults(page)));
      faults.targets.push(...say(await smallTargets(page)));
      // Only colours change with the scheme.
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      faults.dark.push(...say(await axeFaults(page, ['color-contrast'])));
      faults.narrow.push(...say(await narrowFaults(page)));
    }
  };
  await app.openExample();
  await take(exampleStates);
  await page.goto('about:blank');
  await take(otherStates);
  return faults;
}

for (const lang of ['en-GB', 'ar'] as const) {
  test(`every screen in every state is sound to axe, light and dark, with room for a thumb and for large words, in ${lang}`, async ({
    page,
    context,
  }) => {
    test.setTimeout(480_000);
    await context.addInitScript((spoken) => {
      localStorage.setItem('mf-settings', JSON.stringify({ lang: spoken, welcomed: true }));
    }, lang);
    const faults = await look(appOn(page, sayIn(lang)));
    expect.soft(faults.light, 'axe, light').toEqual([]);
    expect.soft(faults.dark, 'axe, dark').toEqual([]);
    expect.soft(faults.targets, 'targets under 44 px').toEqual([]);
    expect.soft(faults.narrow, 'sideways scrolling').toEqual([]);
  });
}

/** What has the focus, and whether one sees it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const around = [element, element.closest('label')].filter((one) => one !== null);
    const isSeen = around.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    const { top, bottom } = element.getBoundingClientRect();
    const bar = document.querySelector('nav[aria-label]:last-of-type')?.getBoundingClientRect();
    const isCovered = bar && !element.closest('nav') && bar.top > 0 && top > bar.top && bottom <= bar.bottom;
    return { what: element.outerHTML.slice(0, 120), isSeen, isCovered: isCovered === true };
  });

test('a form and the bar are walked with the keyboard alone, the focus always in sight', async ({ app, page }) => {
  await app.goTo('#/passport/matters');
  await app.part.heading.waitFor();
  const seen: string[] = [];
  const faults: string[] = [];
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now) break;
    if (!now.isSeen) faults.push(`not in sight: ${now.what}`);
    if (now.isCovered) faults.push(`under the bar: ${now.what}`);
    seen.push(now.what);
  }
  expect(faults).toEqual([]);
  for (const href of ['#/', '#/passport', '#/flare', '#/share', '#/more']) {
    expect(seen.some((what) => what.includes(`href="${href}"`))).toBe(true);
  }
  expect(seen.filter((what) => what.startsWith('<textarea'))).not.toEqual([]);
});

test('a choice is made and saved with the keyboard alone', async ({ app, page }) => {
  await app.goTo('#/passport/medicines');
  await app.part.add('medicines');
  await app.record.box('medicines', 'name').focus();
  await page.keyboard.type('Codeine');
  await page.keyboard.press('Enter');
  await app.record.isSaved();
  await app.record.group('medicines', 'pattern').getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await app.record.isSaved();
  await page.keyboard.press('ArrowDown');
  await expect(app.record.group('medicines', 'pattern').getByRole('radio').nth(1)).toBeChecked();
  await expect(app.record.group('medicines', 'pattern').getByRole('radio').nth(1)).toBeFocused();
});

test('a dialog takes the focus, keeps it, and gives it back', async ({ app, page }) => {
  await app.goTo('#/more');
  const erase = app.more.button('more.erase');
  await erase.focus();
  await page.keyboard.press('Enter');
  const dialog = app.more.dialog(say('more.eraseConfirm'));
  await expect(dialog).toBeVisible();
  const isInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
  expect(await isInside()).toBe(true);
  const buttons = await dialog.getByRole('button').count();
  for (let press = 0; press < buttons - 1; press += 1) {
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(erase).toBeFocused();
});

test('a new screen is told by its heading, and skipping leads past the top', async ({ app, page }) => {
  await app.goTo('#/more');
  await app.home.goTo('passport');
  await expect(app.passport.heading).toBeFocused();
  await app.goTo('#/more');
  await app.more.button('skip').focus();
  await page.keyboard.press('Enter');
  await expect(app.more.heading).toBeFocused();
});

test('in forced colours the flare button and the buttons keep an edge', async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await app.goTo('#/more');
  await app.more.heading.waitFor();
  const edges = await page.locator(`nav a[href="#/flare"], main button`).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine, outlineStyle } = getComputedStyle(element);
        const hasEdge = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
        return hasEdge || outlineStyle !== 'none' || textDecorationLine !== 'none'
          ? ''
          : element.outerHTML.slice(0, 120);
      }),
  );
  expect(edges.length).toBeGreaterThan(3);
  expect(edges.filter(Boolean)).toEqual([]);
});

test('nothing moves when the person asked for less motion', async ({ app, page }) => {
  await app.openExample();
  for (const hash of ['#/', '#/passport/medicines', '#/share/gp', '#/flare']) {
    await app.goTo(hash);
    await app.home.heading.waitFor();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
          const seconds = transitionDuration.split(',').map((time) => Number.parseFloat(time));
          return (
            Math.max(...seconds) > 0.01 || (animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01)
          );
        }).length,
    );
    expect(moving, hash).toBe(0);
  }
});

test('at a desktop nothing scrolls sideways and axe finds nothing @desktop', async ({ app, page }) => {
  await app.openExample();
  for (const hash of [
    '#/',
    '#/passport/medicines',
    '#/passport/medicines/example-duloxetine',
    '#/share/gp',
    '#/more',
  ]) {
    await app.goTo(hash);
    await app.home.heading.waitFor();
    expect.soft(await axeFaults(page), hash).toEqual([]);
    expect.soft(await wideThings(page), hash).toEqual([]);
  }
});
