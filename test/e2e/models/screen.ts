import { expect, type Locator, type Page } from '@playwright/test';
import { type Say, say } from '../say.ts';

/** What every screen has: a heading, buttons and links by their words, and one sentence when something went wrong. */
export class Screen {
  readonly page: Page;
  readonly say: Say;

  constructor(page: Page, words: Say = say) {
    this.page = page;
    this.say = words;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** The box that says what went wrong and what to do. */
  get problem(): Locator {
    return this.page.getByRole('alert');
  }

  button(key: string, values?: Parameters<Say>[1]): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  link(key: string, values?: Parameters<Say>[1]): Locator {
    return this.page.getByRole('link', { name: this.say(key, values), exact: true });
  }

  /** Opens what is folded away under these words. */
  async unfold(words: string): Promise<void> {
    const fold = this.page.locator('details:not([open]) > summary', { hasText: words }).first();
    await fold.click();
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  async seesWords(words: string): Promise<void> {
    await expect(this.page.getByText(words, { exact: true }).first()).toBeVisible();
  }
}
