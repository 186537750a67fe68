import type { Locator } from '@playwright/test';
import { partName } from '../say.ts';
import { Screen } from './screen.ts';

/** The list of parts. */
export class Passport extends Screen {
  get used(): Locator {
    return this.list('passport.used');
  }

  get suggested(): Locator {
    return this.list('passport.suggested');
  }

  private list(key: string): Locator {
    return this.page.getByRole('list', { name: this.say(key), exact: true });
  }

  /** Opens a part wherever it stands: among those in use, suggested, or folded away. */
  async open(part: string): Promise<void> {
    const row = this.page
      .getByRole('main')
      .getByRole('link', { name: partName(part, this.say) })
      .first();
    await this.heading.waitFor();
    if (!(await row.isVisible())) await this.unfold(this.say('passport.all'));
    await row.click();
  }
}
