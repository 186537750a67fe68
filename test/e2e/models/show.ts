import type { Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** The phone turned round to another person. */
export class Show extends Screen {
  get summary(): Locator {
    return this.page.getByRole('article');
  }

  /** Goes back as its owner would: press, then say so. */
  async leave(): Promise<void> {
    await this.button('share:show.hold').click();
    await this.button('share:show.leave').click();
  }
}
