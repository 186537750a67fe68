import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** Keeping it safe, how it looks, who is writing. */
export class More extends Screen {
  /** The bytes of a saved copy. */
  async download(): Promise<Buffer> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.button('more.download').click();
    return readFileSync(await (await download).path());
  }

  async choose(bytes: Uint8Array): Promise<void> {
    const file = {
      name: 'saved-copy.mfp',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    };
    const chooser = this.page.waitForEvent('filechooser');
    await this.button('more.restore').click();
    await (await chooser).setFiles(file);
  }

  async restore(bytes: Uint8Array): Promise<void> {
    await this.choose(bytes);
    await this.button('more.restoreYes').click();
    await this.dialog(this.say('more.restore')).waitFor({ state: 'hidden' });
  }

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
