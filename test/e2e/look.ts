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

/** Runs in the page: each control scrolled into view, then what is seen at its middle, and which others it meets. */
function coveredHere(): string[] {
  const all = 'a[href], button, input:not([type=file]), select, textarea, summary, [role=button]';
  const modal = [...document.querySelectorAll('dialog')].find((dialog) => dialog.matches(':modal'));
  const reach = (control: Element) => control.closest('label') ?? control;
  const isSeen = (control: Element) => {
    const { width, height } = control.getBoundingClientRect();
    return (
      control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      width > 1 &&
      height > 1 &&
      !control.matches(':disabled') &&
      (!modal || modal.contains(control))
    );
  };
  // a radio's row is the label around it: the same control
  const controls = [...new Set([...document.querySelectorAll(all)].filter(isSeen).map(reach))];
  const name = (control: Element) => control.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  const before = window.scrollY;
  const faults: string[] = [];
  const pairs = new Set<string>();
  for (const [at, control] of controls.entries()) {
    control.scrollIntoView({ block: 'center', behavior: 'instant' });
    // a link that runs over two lines has a box for each
    const [box] = control.getClientRects();
    if (!box) continue;
    const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!seen || !(control.contains(seen) || seen.contains(control) || seen.closest('label') === control)) {
      faults.push(`${name(control)} is under ${seen ? name(seen) : 'the edge'}`);
    }
    if (seen && seen !== control && seen.contains(control)) faults.push(`${name(control)} is under ${name(seen)}`);
    for (const [other, two] of controls.entries()) {
      if (other === at || control.contains(two) || two.contains(control)) continue;
      // what stays in sight while the rest scrolls covers that on purpose, and only until it is scrolled
      if (stays(control) !== stays(two)) continue;
      const met = [...control.getClientRects()].some((a) =>
        [...two.getClientRects()].some(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
        ),
      );
      const pair = [at, other].sort((a, b) => a - b).join();
      if (met && !pairs.has(pair)) {
        pairs.add(pair);
        faults.push(`${name(control)} shares pixels with ${name(two)}`);
      }
    }
  }
  window.scrollTo({ top: before, behavior: 'instant' });
  return faults;

  function stays(control: Element): boolean {
    for (let around: Element | null = control; around; around = around.parentElement) {
      const { position } = getComputedStyle(around);
      if (position === 'sticky' || position === 'fixed') return true;
    }
    return false;
  }
}
