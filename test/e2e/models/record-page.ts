import { Form } from './form.ts';

/** One record of a list. */
export class RecordPage extends Form {
  /** Picks one of the names offered under a box. */
  async complete(name: string): Promise<void> {
    await this.page
      .getByRole('list', { name: this.say('part:offers') })
      .getByRole('button', { name })
      .first()
      .click();
  }

  async remove(): Promise<void> {
    await this.button('part:remove').click();
  }

  async bringBack(): Promise<void> {
    await this.button('part:bringBack').click();
  }

  async openHistory(): Promise<void> {
    await this.link('part:history').click();
  }
}
