import { Screen } from './screen.ts';

/** The first run. */
export class Welcome extends Screen {
  async next(): Promise<void> {
    await this.button('welcome.next').click();
  }

  async skip(): Promise<void> {
    await this.button('welcome.skip').click();
  }

  async back(): Promise<void> {
    await this.button('back').click();
  }

  async pick(words: string): Promise<void> {
    await this.page.getByRole('radio', { name: words, exact: true }).check();
  }

  async writeName(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.say('welcome.name'), exact: true }).fill(name);
  }

  /** In one's own words, what the pain is called. */
  async writeLabel(label: string): Promise<void> {
    await this.pick(this.say('welcome.ownWords'));
    await this.page.getByRole('textbox', { name: this.say('welcome.ownLabel'), exact: true }).fill(label);
  }

  async openExample(): Promise<void> {
    await this.button('welcome.example').click();
  }

  async show(): Promise<void> {
    await this.link('welcome.show').click();
  }

  async goHome(): Promise<void> {
    await this.link('welcome.home').click();
  }
}
