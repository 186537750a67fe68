import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page as it stands: by every rule, or by the ones named. Its own look at targets is left out: it
 * counts what a bar covers, and `smallTargets` asks for more.
 */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const options: RunOptions = {
    resultTypes: ['violations'],
    preload: false,
    ...(rules
      ? { runOnly: { type: 'rule', values: [...rules] } }
      : { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: false } } }),
  };
  return page.evaluate(async (how) => {
    const { axe } = window as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } };
    const { violations } = await axe.run(how);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 160)}`),
    );
  }, options);
}

/** Buttons, links and boxes a thumb could miss: smaller than 44 px either way. Links within a sentence are exempt (WCAG 2.5.8). */
export const smallTargets = (page: Page) =>
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
export const wideThings = (page: Page) =>
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

/** What stands out over the edge at 320 px, and at 390 px with words of twice the size. */
export async function narrowFaults(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await wideThings(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const fontSize = (size: string) =>
    page.evaluate((wanted) => {
      document.documentElement.style.fontSize = wanted;
    }, size);
  await fontSize('200%');
  const large = await wideThings(page);
  await fontSize('');
  return [...narrow.map((fault) => `at 320 px: ${fault}`), ...large.map((fault) => `at 200 %: ${fault}`)];
}

const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** Controls that a tap at their middle would not reach, or that share a pixel with another, at three widths. */
export async function coveredControls(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    faults.push(...(await page.evaluate(coveredHere)).map((fault) => `at ${size.width} px: ${fault}`));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

/** Runs in the page: which controls meet another, and for each, scrolled into view, what is seen at its middle. */
function coveredHere(): string[] {
  const all = 'a[href], button, input:not([type=file]), select, textarea, summary, [role=button]';
  const modal = [...document.querySelectorAll('dialog')].find((dialog) => dialog.matches(':modal'));
  const isSeen = (control: Element) => {
    const { width, height } = control.getBoundingClientRect();
    const isDrawn = control.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isDrawn && width > 1 && height > 1 && !control.matches(':disabled') && (!modal || modal.contains(control));
  };
  const name = (control: Element) => control.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  // what stays in sight while the rest scrolls covers that on purpose, and only until it is scrolled
  const stays = (control: Element | null): boolean =>
    control !== null &&
    (['sticky', 'fixed'].includes(getComputedStyle(control).position) || stays(control.parentElement));
  // a choice is the label around it
  const found = [...document.querySelectorAll(all)]
    .filter(isSeen)
    .map((control) => control.closest('label') ?? control);
  const controls = [...new Set(found)].map((control) => ({
    control,
    boxes: [...control.getClientRects()],
    stays: stays(control),
  }));
  const faults: string[] = [];

  for (const [at, one] of controls.entries()) {
    for (const two of controls.slice(at + 1)) {
      if (one.stays !== two.stays || one.control.contains(two.control) || two.control.contains(one.control)) continue;
      const isMet = one.boxes.some((a) =>
        two.boxes.some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
        ),
      );
      if (isMet) faults.push(`${name(one.control)} shares pixels with ${name(two.control)}`);
    }
  }
  const before = window.scrollY;
  for (const { control } of controls) {
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    // a link that runs over two lines has a box for each
    const [box] = control.getClientRects();
    const seen = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!seen || !control.contains(seen)) faults.push(`${name(control)} is under ${seen ? name(seen) : 'the edge'}`);
  }
  window.scrollTo({ top: before, behavior: 'instant' });
  return faults;
}

/**
 * Texts that React holds by themselves, beside others: a browser that translates the page puts them in elements of its
 * own, and from then on React changes or takes away what is no longer there. A text alone in its element is safe.
 */
export const looseTexts = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isHeld = Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
      const isKept = node.parentElement?.closest('[translate="no"]');
      if (isHeld && !isKept && node.textContent?.trim()) found.push(node.parentElement?.outerHTML.slice(0, 160) ?? '');
    }
    return found;
  });
