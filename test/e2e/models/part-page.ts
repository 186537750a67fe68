import { expect, type Locator } from '@playwright/test';
import { named, partName } from '../say.ts';
import { Form } from './form.ts';

/** One part: its list of records, or its form. */
export class PartPage extends Form {
  /** The records, in order. */
  records(part: string): Locator {
    return this.page
      .getByRole('group', { name: this.say('part:list', { part: partName(part, this.say) }), exact: true })
      .getByRole('listitem');
  }

  async titles(part: string): Promise<readonly string[]> {
    const rows = await this.records(part).allInnerTexts();
    return rows.map((row) => (row.split('\n')[0] ?? '').trim());
  }

  /** Moves a record straight to a place, counted from 1. */
  async moveTo(name: string, place: number): Promise<void> {
    await this.page
      .getByRole('combobox', { name: this.say('part:place', { name: named(name) }), exact: true })
      .selectOption({ label: String(place) });
  }

  async add(part: string): Promise<void> {
    await this.button(`parts:${part}.add`).click();
    await expect(this.page).toHaveURL(/\/[\w-]+$/);
  }

  /** The records under one heading of the list, in order. */
  under(part: string, heading: string): Locator {
    return this.page
      .getByRole('main')
      .getByRole('list', { name: this.say(`parts:${part}.headings.${heading}`), exact: true })
      .getByRole('listitem');
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name }).first().click();
  }

  get noneKnown(): Locator {
    return this.page.getByRole('checkbox', { name: this.say('part:none'), exact: true });
  }

  async stillRight(): Promise<void> {
    await this.button('part:stillRight').click();
  }
}
