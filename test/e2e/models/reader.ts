import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** What a clinician sees after scanning a code or opening a link. */
export class Reader extends Screen {
  get summary(): Locator {
    return this.page.getByRole('article');
  }

  /** Opens the digits of a link or code on this site: they outlive the domain they were made for. */
  async open(address: string): Promise<void> {
    await this.page.goto(`/${address.slice(address.indexOf('#'))}`);
  }

  async inLanguage(name: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('combobox').selectOption({ label: name });
    await expect(this.summary).toBeVisible();
  }

  async savePdf(): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.button('reader:pdf').click();
    return (await download).path();
  }
}
