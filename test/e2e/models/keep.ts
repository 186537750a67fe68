import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen.ts';

export type BackupFile = { readonly name: string; readonly bytes: Buffer; readonly phrase: string };

/** Keeping it safe: how safe it is, a backup made, a backup opened. */
export class Keep extends Screen {
  private async go(hash: string): Promise<void> {
    await this.page.goto(`/${hash}`);
    await this.heading.waitFor();
  }

  /** The bytes of a copy that is not sealed. */
  async plainCopy(): Promise<Buffer> {
    await this.go('#/keep');
    await this.unfold(this.say('keep:plain.title'));
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.button('keep:plain.save').click();
    return readFileSync(await (await download).path());
  }

  /** To the page with the phrase. */
  async toPhrase(): Promise<string> {
    await this.go('#/keep/backup');
    await this.button('keep:next').click();
    return this.phrase();
  }

  /** The phrase that stands on the page. */
  async phrase(): Promise<string> {
    const shown = this.page.getByRole('list', { name: this.say('keep:phrase.label'), exact: true });
    await shown.waitFor();
    const words = await shown.locator('li > :last-child').allTextContents();
    return words.join(' ');
  }

  /** Seals with the phrase on the page, and waits until it was opened again. */
  async seal(): Promise<void> {
    await this.button('keep:phrase.written').or(this.button('keep:phrase.go')).click();
    await this.button('keep:ready.save').waitFor({ timeout: 60_000 });
  }

  async save(): Promise<{ name: string; bytes: Buffer }> {
    const download = this.page.waitForEvent('download', { timeout: 30_000 });
    await this.button('keep:ready.save').click();
    const file = await download;
    await expect(this.heading).toHaveText(this.say('keep:given.title'));
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  }

  /** The whole walk to a backup in the downloads. */
  async backUp(): Promise<BackupFile> {
    const phrase = await this.toPhrase();
    await this.seal();
    return { ...(await this.save()), phrase };
  }

  async choose(bytes: Uint8Array, name = 'backup.age'): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.button('keep:restore.pick').click();
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  }

  get phraseBox(): Locator {
    return this.page.getByRole('textbox', { name: this.say('keep:restore.phraseLabel'), exact: true });
  }

  async givePhrase(phrase: string): Promise<void> {
    await this.phraseBox.fill(phrase);
    await this.button('keep:restore.open').click();
  }

  /** Picks a file and opens it, as far as what is in it. */
  async look(bytes: Uint8Array, phrase?: string): Promise<void> {
    await this.go('#/keep');
    await this.go('#/keep/restore');
    await this.choose(bytes);
    if (phrase !== undefined) await this.givePhrase(phrase);
    await expect(this.heading).toHaveText(this.say('keep:found.title'), { timeout: 60_000 });
  }

  /** Says that I know whose file it is, where it does not say so itself. */
  async know(): Promise<void> {
    await this.page.getByRole('checkbox', { name: this.say('keep:whose.know') }).check();
    await this.button('keep:whose.go').click();
  }

  /** Says whose file it is. */
  async answer(name: string, birth: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.say('keep:whose.name'), exact: true }).fill(name);
    await this.page.getByRole('textbox', { name: this.say('keep:whose.birth'), exact: true }).fill(birth);
    await this.button('keep:whose.go').click();
  }

  /** Takes out what came in last, from the page that says how safe it is. */
  async takeOut(): Promise<void> {
    await this.go('#/keep');
    await this.button('keep:undo.go').click();
    await this.button('keep:undo.yes').click();
    await this.seesWords(this.say('keep:restored.undoneMerge'));
  }

  /** Adds what was opened to what is here, whichever of the buttons does so. */
  async merge(): Promise<void> {
    const go = this.button('keep:merge.go')
      .or(this.button('keep:found.takeAll'))
      .or(this.button('keep:merge.stranger'));
    await go.click();
    await expect(this.heading).toHaveText(this.say('keep:restored.title'));
  }

  async replace(): Promise<void> {
    await this.unfold(this.say('keep:replace.title'));
    await this.button('keep:replace.go').click();
    await expect(this.heading).toHaveText(this.say('keep:restored.replacedTitle'));
  }

  /** "3 things written · 590 139". */
  async checkWord(): Promise<string> {
    const word = this.page.locator('[data-check]');
    await expect(word).not.toBeEmpty();
    return (await word.textContent()) ?? '';
  }
}
