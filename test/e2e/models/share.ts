import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

export type ReaderName = 'gp' | 'specialist' | 'emergency' | 'everything';

/** Handing it over: whom it is for, what they see, and the ways out. */
export class Share extends Screen {
  get preview(): Locator {
    return this.page.getByRole('region', { name: this.say('share:preview'), exact: true });
  }

  async with(reader: ReaderName): Promise<void> {
    await this.page.goto(`/#/share/${reader}`);
    await expect(this.heading).toHaveText(this.say(`share:readers.${reader}.name`));
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await expect(this.preview).toHaveAttribute('aria-busy', 'false');
  }

  async inLanguage(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.say('share:language') }).selectOption({ label: name });
    await this.isReady();
  }

  async changeWhatTheySee(): Promise<void> {
    await this.unfold(this.say('share:change.title'));
  }

  /** Everything a private tick could add, by its words. */
  get privateTicks(): Locator {
    return this.page
      .getByRole('group', { name: this.say('share:change.privateAsk'), exact: true })
      .getByRole('checkbox');
  }

  async messageText(): Promise<string> {
    await this.unfold(this.say('share:ways.message.title'));
    return this.page.getByRole('textbox', { name: this.say('share:ways.message.box') }).inputValue();
  }

  async linkText(): Promise<string> {
    await this.unfold(this.say('share:ways.link.title'));
    return this.page.getByRole('textbox', { name: this.say('share:ways.link.box') }).inputValue();
  }

  /** Opens the codes of one size and takes a picture of each, as a camera in front of the screen would. */
  async codes(size: 'short' | 'all'): Promise<readonly Buffer[]> {
    const show = this.page.getByRole('button', {
      name: new RegExp(
        `^(${this.say('share:ways.code.show', { count: 1 })}|${this.say('share:ways.code.show', { count: 2 })})$`,
      ),
    });
    if (!(await show.isVisible())) await this.unfold(this.say('share:ways.code.title'));
    await show.waitFor();
    const choice = this.page.getByRole('group', { name: this.say('share:ways.code.which'), exact: true });
    if (await choice.count())
      await choice
        .getByRole('radio')
        .nth(size === 'short' ? 0 : 1)
        .check();
    await show.click();
    const player = this.page.getByRole('region', { name: this.say('share:ways.code.title'), exact: true });
    const code = player.getByRole('img');
    await code.waitFor();
    const next = player.getByRole('button', { name: this.say('share:ways.code.next'), exact: true });
    const pictures = [];
    const first = await code.getAttribute('aria-label');
    do {
      pictures.push(await this.page.screenshot());
      if (!(await next.count())) break;
      await next.click();
    } while ((await code.getAttribute('aria-label')) !== first);
    await player.getByRole('button', { name: this.say('share:ways.code.hide'), exact: true }).click();
    return pictures;
  }

  /** Makes the paper and gives the path of the downloaded file. */
  async paper(): Promise<string> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.button('share:ways.paper.make').click();
    return (await download).path();
  }
}
