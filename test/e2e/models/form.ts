import { expect, type Locator } from '@playwright/test';
import { partOf } from '#passport/catalogue.ts';
import { fieldOf } from '#passport/part.ts';
import { ask, term } from '../say.ts';
import { Screen } from './screen.ts';

/** A form of any part: questions by their words, and what is saved as one leaves a box. */
export class Form extends Screen {
  box(part: string, field: string): Locator {
    return this.page.getByRole('textbox', { name: ask(part, field, this.say), exact: true });
  }

  group(part: string, field: string): Locator {
    return this.page.getByRole('group', { name: ask(part, field, this.say), exact: true });
  }

  /** Unfolds every further question. */
  async addMore(): Promise<void> {
    const folds = this.page.locator('main form details:not([open]) > summary');
    await folds.first().waitFor();
    while (await folds.count()) await folds.first().click();
  }

  /** Unfolds the group a question is asked in, where it is in one. */
  async unfoldFor(part: string, field: string): Promise<void> {
    const known = partOf(part);
    const group = known && fieldOf(known, field)?.group;
    if (!group) return;
    const summary = this.page.locator('main form details > summary', {
      hasText: this.say(`parts:${part}.groups.${group}`),
    });
    const fold = summary.locator('xpath=..');
    await fold.waitFor();
    if ((await fold.getAttribute('open')) === null) await summary.click();
  }

  /** Types into a box and leaves it. */
  async write(part: string, field: string, text: string): Promise<void> {
    await this.unfoldFor(part, field);
    const box = this.box(part, field);
    await box.fill(text);
    await box.blur();
  }

  /** Picks one offered word, from rows or from the device's own list. */
  async pick(part: string, field: string, set: string, id: string): Promise<void> {
    await this.pickWords(part, field, term(set, id, this.say));
  }

  async pickWords(part: string, field: string, words: string): Promise<void> {
    await this.unfoldFor(part, field);
    const list = this.page.getByRole('combobox', { name: ask(part, field, this.say), exact: true });
    const rows = this.group(part, field).getByRole('radio', { name: words, exact: true });
    await list.or(rows).first().waitFor();
    if (await list.count()) await list.selectOption({ label: words });
    else await rows.check();
  }

  async tick(part: string, field: string, words: string): Promise<void> {
    await this.unfoldFor(part, field);
    await this.group(part, field).getByRole('checkbox', { name: words, exact: true }).check();
  }

  /** Picks "something else" and writes it. */
  async writeOwn(part: string, field: string, text: string): Promise<void> {
    await this.pickWords(part, field, this.say('part:ownOther'));
    const box = this.page.getByRole('textbox', { name: this.say('part:own'), exact: true });
    await box.fill(text);
    await box.blur();
  }

  async isSaved(): Promise<void> {
    await this.isDone('saved');
  }

  async undo(): Promise<void> {
    await this.button('undo').click();
    await this.isDone('undone');
  }

  /** Nothing later is under way. */
  private async isDone(what: 'saved' | 'undone'): Promise<void> {
    await expect(this.page.locator('[role=status][aria-busy=false]', { hasText: this.say(what) })).toBeVisible();
  }
}
