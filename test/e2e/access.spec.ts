import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';
import { axeFaults, coveredControls, wideThings } from './look.ts';
import { say } from './say.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce', actionTimeout: 15_000 });

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
  await app.record.unfoldFor('medicines', 'pattern');
  await app.record.group('medicines', 'pattern').getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await app.record.isSaved();
  await page.keyboard.press('ArrowDown');
  await expect(app.record.group('medicines', 'pattern').getByRole('radio').nth(1)).toBeChecked();
  await expect(app.record.group('medicines', 'pattern').getByRole('radio').nth(1)).toBeFocused();
});

test('a control that lies under another, or meets one, is found', async ({ app, page }) => {
  await app.goTo('#/more');
  await app.more.heading.waitFor();
  expect(await coveredControls(page)).toEqual([]);
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('main button');
    const { left, top, width } = (first as Element).getBoundingClientRect();
    const over = Object.assign(document.createElement('button'), { type: 'button', textContent: 'over' });
    over.style.cssText = `position:absolute;left:${left + window.scrollX}px;top:${top + window.scrollY}px;width:${width}px;height:44px`;
    document.body.append(over);
  });
  const found = await coveredControls(page);
  expect(found.some((fault) => fault.includes('shares pixels with'))).toBe(true);
  expect(found.some((fault) => fault.includes('is under <button type="button" style'))).toBe(true);
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
  let seen = 0;
  for (const hash of ['#/more', '#/passport/medicines', '#/lock']) {
    await app.goTo(hash);
    await app.home.button('hide.button').waitFor();
    await expect(page.getByRole('main').getByRole('button')).not.toHaveCount(0);
    const edges = await page.locator('nav a[href="#/flare"], header button, main button').evaluateAll((elements) =>
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
    expect.soft(edges.filter(Boolean), hash).toEqual([]);
    seen += edges.length;
  }
  expect(seen).toBeGreaterThan(8);
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
