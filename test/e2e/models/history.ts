import { expect, type Locator } from '@playwright/test';
import { ask } from '../say.ts';
import { Screen } from './screen.ts';

/** Who wrote what and when: of one record, of a part, of everything; and what was taken out. */
export class History extends Screen {
  /** One entry, by the words of its heading and the line under it. */
  entry(words: string): Locator {
    return this.page.getByRole('main').getByRole('article').filter({ hasText: words });
  }

  get entries(): Locator {
    return this.page.getByRole('main').getByRole('article');
  }

  /** What one field was before and what it became, within an entry. */
  field(within: Locator, part: string, field: string): Locator {
    return within.getByRole('listitem').filter({ hasText: this.say(`parts:${part}.fields.${field}.label`) });
  }

  async putBack(part: string, field: string, date: string): Promise<void> {
    const name = this.say(`parts:${part}.fields.${field}.label`);
    await this.button('part:putBackLabel', { field: name, date }).click();
  }

  /** Opens what would change if all of it were put back. */
  async askAllBack(when: string): Promise<Locator> {
    await this.button('part:putAllBackLabel', { when }).click();
    const asked = this.dialog(this.say('part:putAllBackTitle', { when }));
    await expect(asked).toBeVisible();
    return asked;
  }

  async allBack(): Promise<void> {
    await this.button('part:putAllBackYes').click();
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  async bringBack(name: string): Promise<void> {
    await this.button('part:bringBackName', { name }).click();
  }

  async undo(): Promise<void> {
    await this.button('undo').click();
    await expect(this.page.getByRole('status').filter({ hasText: this.say('undone') })).toBeVisible();
  }

  /** Everything taken out, by name. */
  get removed(): Locator {
    return this.page.getByRole('list', { name: this.say('part:removedTitle'), exact: true }).getByRole('listitem');
  }

  /** Both steps, from the page that says what goes to the one that says it is gone. */
  async removeForEver(): Promise<void> {
    await this.button('part:forever.next').click();
    await expect(this.heading).toHaveText(this.say('part:forever.sure'));
    await this.button('part:forever.yes').click();
    await expect(this.heading).toHaveText(this.say('part:forever.done'), { timeout: 30_000 });
    await this.button('part:forever.ok').click();
  }

  /** A question of the form, to see what stands in it. */
  box(part: string, field: string): Locator {
    return this.page.getByRole('textbox', { name: ask(part, field, this.say), exact: true });
  }
}
