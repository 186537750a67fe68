import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

export class Home extends Screen {
  /** The last things written, by their words. */
  get last(): Locator {
    return this.page.getByRole('list', { name: this.say('home.last'), exact: true }).getByRole('link');
  }

  /** What was begun and can be gone on with. */
  get goOn(): Locator {
    return this.page.getByRole('list', { name: this.say('home.goOn'), exact: true }).getByRole('link');
  }

  get bar(): Locator {
    return this.page.getByRole('navigation', { name: this.say('nav.label'), exact: true });
  }

  async goTo(place: 'home' | 'passport' | 'flare' | 'share' | 'more'): Promise<void> {
    await this.bar.getByRole('link', { name: this.say(`nav.${place}`), exact: true }).click();
  }
}
