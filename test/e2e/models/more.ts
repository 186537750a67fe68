import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** How it looks, who is writing, and the way to everything else. */
export class More extends Screen {
  async helper(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.say('more.helpingName'), exact: true }).fill(name);
  }

  async pick(words: string): Promise<void> {
    const choice = this.page.getByRole('radio', { name: words, exact: true });
    await choice.click();
    await expect(choice).toBeChecked();
  }

  async openExample(): Promise<void> {
    await this.button('more.openExample').click();
  }

  get offlineWords(): Locator {
    return this.page.getByText(this.say('more.offline'), { exact: true });
  }
}
