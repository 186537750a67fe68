import type { Page } from '@playwright/test';

/**
 * Does to the page what a translating browser does, now and with all that comes later: every text that may be translated
 * goes into two `font` elements. `translate="no"` is kept to.
 */
export async function translatePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wrap = (root: Node) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.currentNode; node; node = walker.nextNode() as Node) {
        if (node instanceof Text) texts.push(node);
      }
      for (const text of texts) {
        const around = text.parentElement;
        if (!text.data.trim() || !around || around.closest('[translate="no"], font, script, style, textarea')) continue;
        const inner = document.createElement('font');
        const outer = document.createElement('font');
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    wrap(document.body);
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) wrap(node);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}
