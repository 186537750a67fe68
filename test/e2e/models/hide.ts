import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

/** Hiding: the button every screen has, and the calendar that stands in its place. */
export class Hide extends Screen {
  get hide(): Locator {
    return this.button('hide.button');
  }

  get days(): Locator {
    return this.page.getByRole('table').getByRole('button');
  }

  async open(): Promise<void> {
    await this.button('hide.open').click();
    await expect(this.days).toHaveCount(0);
  }

  async shiftThreeTimes(): Promise<void> {
    for (let n = 0; n < 3; n += 1) await this.page.keyboard.press('Shift');
  }

  /** Nothing but a calendar: on the page, in the address, in the window's title, in its icon. */
  async isHidden(): Promise<void> {
    await expect(this.button('hide.open')).toBeVisible({ timeout: 20_000 });
    await expect(this.days).not.toHaveCount(0);
    expect(new URL(this.page.url()).hash).toBe('#/');
    const seen = await this.page.evaluate(() => ({
      title: document.title,
      words: document.body.textContent ?? '',
      icon: document.querySelector('link[rel="icon"]')?.getAttribute('href'),
      manifest: document.querySelector('link[rel="manifest"]')?.getAttribute('href'),
      names: [...document.querySelectorAll('meta[name]')].map((meta) => meta.getAttribute('content')).join(),
    }));
    expect(seen.icon).toMatch(/calendar\.svg$/);
    expect(seen.manifest).toBeUndefined();
    const telling = new RegExp(
      ['passport', '\\bpain', 'medicine', 'flare', this.say('name'), this.say('nav.passport')].join('|'),
      'i',
    );
    expect(`${seen.title} ${seen.words} ${seen.names}`).not.toMatch(telling);
  }
}
