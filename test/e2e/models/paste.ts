import { expect, type Locator } from '@playwright/test';
import { term } from '../say.ts';
import { Screen } from './screen.ts';

/** Pasting a problem list, and going through it. */
export class Paste extends Screen {
  get list(): Locator {
    return this.page.getByRole('textbox', { name: this.say('paste:problems.label'), exact: true });
  }

  async read(text: string): Promise<void> {
    await this.list.fill(text);
    await this.button('paste:problems.read').click();
  }

  /** What the entry on the screen is called. */
  async title(): Promise<string> {
    return (await this.heading.allInnerTexts()).join();
  }

  async start(): Promise<void> {
    await this.button('paste:kept.start').click();
  }

  async place(status: string): Promise<void> {
    await this.page.getByRole('radio', { name: term('problem_status', status, this.say), exact: true }).click();
    // the answer goes on by itself, to an entry that has none
    await expect(this.page.getByRole('radio', { checked: true })).toHaveCount(0);
  }

  async leave(): Promise<void> {
    await this.button('paste:walk.next').click();
  }

  async stop(): Promise<void> {
    await this.button('paste:walk.stop').click();
  }

  /** The lines that stand behind the entry on the screen, as they were pasted. */
  async lines(count: number): Promise<Locator> {
    await this.unfold(this.say('paste:walk.lines', { count }));
    return this.page.getByRole('main').locator('details').getByRole('listitem');
  }

  get medicines(): Locator {
    return this.page.getByRole('textbox', { name: this.say('paste:medicines.label'), exact: true });
  }

  async readMedicines(text: string): Promise<void> {
    await this.medicines.fill(text);
    await this.button('paste:medicines.read').click();
  }

  /** The row of a medicine that was read; a press opens it. */
  medicine(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { expanded: false }).filter({ hasText: name });
  }

  async untick(name: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: this.say('paste:medicines.add', { name }), exact: true }).uncheck();
  }
}
