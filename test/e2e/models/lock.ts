import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

type Opens = 'nothing' | 'flare' | 'emergency' | 'both';

/** The settings of the lock, the walk to it, and the page that stands while it is closed. */
export class Lock extends Screen {
  /** The box of a secret: the first of two while one is chosen. */
  get box(): Locator {
    return this.page.locator('#secret');
  }

  /** Up to the page that shows the recovery key; gives its groups. */
  async walkToKey(passphrase: string): Promise<readonly string[]> {
    await this.button('lock:before.go').click();
    await this.box.fill(passphrase);
    await this.page.locator('#secret-again').fill(passphrase);
    await this.next();
    const groups = this.page
      .getByRole('list', { name: this.say('lock:key.list') })
      .first()
      .getByRole('listitem');
    await expect(groups).toHaveCount(7);
    return groups.locator('span:nth-child(2)').allTextContents();
  }

  /** The whole walk from the open settings; gives the recovery key. */
  async turnOn(passphrase: string, opens: Opens = 'nothing'): Promise<string> {
    await this.page.goto('/#/lock');
    await this.button('lock:off.passphrase').click();
    const key = (await this.walkToKey(passphrase)).join(' ');
    await this.button('lock:key.written').click();
    await this.page.locator('#typed-key').fill(key);
    await this.next();
    await this.pick(opens);
    await this.button('lock:opens.turnOn').click();
    await this.isOn('lock:done.on');
    return key;
  }

  async setPin(pin: string, opens: Opens = 'nothing'): Promise<void> {
    await this.page.goto('/#/lock');
    await this.button('lock:off.pin').click();
    await this.box.fill(pin);
    await this.page.locator('#secret-again').fill(pin);
    await this.next();
    await this.pick(opens);
    await this.button('lock:pin.turnOn').click();
    await this.isOn('lock:done.pin');
  }

  /** Gives what is asked for before anything is weakened. */
  async prove(secret: string): Promise<void> {
    await expect(this.heading).toHaveText(this.say('lock:proof.title'));
    await this.box.fill(secret);
    await this.button('lock:proof.go').click();
    await expect(this.heading).not.toHaveText(this.say('lock:proof.title'), { timeout: 60_000 });
  }

  /** Another passphrase, from the settings of a lock that is on; gives the new recovery key. */
  async change(secret: string, next: string): Promise<string> {
    await this.button('lock:on.change').click();
    await this.prove(secret);
    const key = (await this.walkToKey(next)).join(' ');
    await this.button('lock:key.written').click();
    await this.page.locator('#typed-key').fill(key);
    await this.next();
    await this.button('lock:opens.change').click();
    await this.isOn('lock:done.change');
    return key;
  }

  async turnOff(secret: string): Promise<void> {
    await this.button('lock:turnOff.button').click();
    await this.prove(secret);
    await this.button('lock:turnOff.yes').click();
    await this.says('lock:done.off');
  }

  async pick(opens: Opens): Promise<void> {
    const label = this.say(`lock:opens.${opens}`).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    await this.page.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
  }

  async next(): Promise<void> {
    await this.button('lock:next').click();
  }

  async lockNow(): Promise<void> {
    await this.button('lock:on.now').click();
    await this.isLocked();
  }

  async isOn(done: string): Promise<void> {
    await this.says(done);
    await expect(this.button('lock:on.now')).toBeVisible();
  }

  /** What the top line says of the last thing done. Sealing everything anew takes seconds on a busy machine. */
  async says(key: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: this.say(key) })).toBeVisible({ timeout: 60_000 });
  }

  async isLocked(): Promise<void> {
    await expect(this.heading).toHaveText(this.say('lock:locked.title'));
  }

  /** Gives a passphrase or a PIN. */
  async open(secret: string): Promise<void> {
    await this.box.fill(secret);
    await this.button('lock:locked.open').click();
  }

  async openWithKey(key: string): Promise<void> {
    await this.button('lock:locked.useRecovery').click();
    await this.open(key);
  }

  /** It is open again: the page with the box is gone. */
  async isOpen(): Promise<void> {
    await expect(this.button('lock:locked.open')).toHaveCount(0, { timeout: 60_000 });
  }

  get refusal(): Locator {
    return this.page.locator('#secret-error');
  }
}
