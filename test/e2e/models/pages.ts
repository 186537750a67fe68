import { expect, type Locator } from '@playwright/test';
import { Form } from './form.ts';

/** The private pages: begun, opened, written and listed. */
export class Pages extends Form {
  async open(): Promise<void> {
    await this.page.goto('/#/pages');
    await this.heading.waitFor();
  }

  /** Begins them; with a passphrase of their own when one is given. */
  async begin(passphrase?: string): Promise<void> {
    await this.open();
    if (passphrase !== undefined) {
      await this.page.getByRole('checkbox', { name: this.say('pages:begin.own') }).check();
      await this.secret('pages:begin.phrase').fill(passphrase);
      await this.secret('pages:begin.again').fill(passphrase);
    }
    await this.button('pages:begin.go').click();
    await this.isOpen();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.secret('pages:begin.phrase').fill(passphrase);
    await this.button('pages:ask.open').click();
  }

  async isOpen(): Promise<void> {
    await expect(this.button('parts:pages.add')).toBeVisible({ timeout: 60_000 });
  }

  /** The pages there are, by their names. */
  get list(): Locator {
    return this.page.getByRole('list', { name: this.say('pages:list'), exact: true }).getByRole('link');
  }

  async writePage(title: string, text: string): Promise<void> {
    await this.button('parts:pages.add').click();
    await this.write('pages', 'title', title);
    await this.write('pages', 'text', text);
    await this.isSaved();
  }

  private secret(key: string): Locator {
    return this.page.getByLabel(this.say(key), { exact: true });
  }
}
