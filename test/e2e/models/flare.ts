import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** Flare mode: one step a screen. */
export class Flare extends Screen {
  get help(): Locator {
    return this.page.getByRole('button', { name: this.say('flare:getHelp') });
  }

  async done(): Promise<void> {
    await this.button('flare:done').click();
  }

  async notNow(): Promise<void> {
    await this.button('flare:notNow').click();
  }

  async getHelp(): Promise<Locator> {
    await this.help.click();
    return this.dialog(this.say('flare:help.title'));
  }

  async close(): Promise<void> {
    await this.link('flare:close').click();
  }
}
