import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Say, say } from '../e2e/say.ts';
import type { Device } from './device.ts';
import { bringFinder, byLabel, chooseAll, clearFoot, findAll, leave, select, toPress } from './in-page.ts';
import { elementKey, patience, until } from './wire.ts';

type Role =
  | 'alert'
  | 'article'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'radio'
  | 'region'
  | 'status'
  | 'summary'
  | 'textbox';
type Element = { readonly [elementKey]: string };
type Handed = { readonly name: string; readonly path: string; readonly bytes: Buffer };

const markOld = () => {
  document.documentElement.dataset['old'] = '';
};

/** An address before its hash, and from there on. */
const parts = (address: string) => [address.replace(/#.*/, ''), /#.*/.exec(address)?.[0] ?? ''] as const;

/** Somebody at a browser: what they press, write and see, by the words on the screen. Each waits for its turn to come. */
export class Person {
  readonly device: Device;
  /** The app's address, with the slash at its end. */
  readonly address: string;
  /** The words of the language they read. */
  readonly say: Say;

  constructor(device: Device, address: string, words: Say = say) {
    this.device = device;
    this.address = address;
    this.say = words;
  }

  /** The same one, reading another language from now on. */
  reading(words: Say): Person {
    return new Person(this.device, this.address, words);
  }

  /** Goes to a place in the app, and is there: Firefox answers before it has left the page that it stands on. */
  async goTo(hash: string): Promise<void> {
    const url = new URL(hash, this.address).href;
    const [page, at] = parts(await this.run(() => location.href));
    const isNew = parts(url)[0] !== page;
    if (isNew) await this.run(markOld);
    await this.device.wire.send('Navigate', { url });
    if (isNew) return this.isLoaded();
    if (parts(url)[1] === at) return;
    await until(`the way to ${url}`, async () => parts(await this.run(() => location.href))[1] !== at || undefined);
  }

  async reload(): Promise<void> {
    await this.run(markOld);
    await this.run(() => {
      setTimeout(() => location.reload());
    });
    await this.isLoaded();
  }

  /** As with Shift held down: Firefox then goes past the service worker, and the page has no controller. */
  async reloadHard(): Promise<void> {
    await this.device.wire.send('Refresh');
  }

  /** Runs a function in the page; it sees nothing from outside but its arguments. */
  async run<In extends unknown[], Out>(task: (...given: In) => Out, ...given: In): Promise<Awaited<Out>> {
    return (await this.script(`return (${task})(...arguments)`, ...given)) as Awaited<Out>;
  }

  async press(role: Role, name: string, { isPart = false, seconds = patience } = {}): Promise<void> {
    let why = '';
    await until(
      `${role} “${name}” to press`,
      async () => {
        const [element] = await this.find(role, name, isPart);
        if (!element) return undefined;
        try {
          const target = (await this.script(toPress, element)) as Element;
          await this.device.wire.send('ElementClick', { id: target[elementKey] });
          return true;
        } catch (error) {
          // something lay over it; or it went, before the press or by it
          why = String(error);
          return (why.includes('stale') && !(await this.isThere(role, name, { isPart }))) || undefined;
        }
      },
      seconds,
    ).catch((error) => {
      throw new Error(`${error.message} ${why}`);
    });
  }

  button = (key: string, values?: Parameters<Say>[1]) => this.press('button', this.say(key, values));
  link = (key: string, values?: Parameters<Say>[1]) => this.press('link', this.say(key, values));

  /** Opens what is folded away under these words. */
  async unfold(words: string): Promise<void> {
    await this.press('summary', words, { isPart: true });
  }

  /** Writes into a box in place of what is there, and leaves it. */
  async write(name: string, text: string): Promise<void> {
    const element = await until(`the box “${name}”`, async () => (await this.find('textbox', name))[0]);
    await this.type(element, text);
    await this.script(leave);
  }

  /** The same for a box that has no role, such as that of a secret. */
  async writeIn(selector: string, text: string): Promise<void> {
    const element = await until(selector, async () => (await this.select(selector))[0]);
    await this.type(element, text);
  }

  /** The same for one that has only its label. */
  async writeInto(label: string, text: string): Promise<void> {
    const element = await until(`the box “${label}”`, async () => (await this.labelled(label))[0]);
    await this.type(element, text);
  }

  /** Picks one of the device's own list. */
  async choose(name: string, option: string): Promise<void> {
    const element = await until(`the list “${name}”`, async () => (await this.find('combobox', name))[0]);
    await this.device.wire.send('ElementSendKeys', { id: element[elementKey], text: option });
  }

  /** Picks a file from the device. */
  async give(path: string): Promise<void> {
    const element = await until('a place for a file', async () => (await this.select('input[type=file]'))[0]);
    await this.device.wire.send('ElementSendKeys', { id: element[elementKey], text: path });
  }

  /** Waits until it is on the screen. */
  async sees(role: Role, name: string, { isPart = false, seconds = patience } = {}): Promise<void> {
    const look = async () => (await this.find(role, name, isPart)).length > 0 || undefined;
    await until(`${role} “${name}”`, look, seconds).catch(async (error) => {
      throw new Error(`${error.message} There was: ${(await this.words()).slice(0, 600)}`);
    });
  }

  async seesHeading(key: string, values?: Parameters<Say>[1]): Promise<void> {
    await this.sees('heading', this.say(key, values), { seconds: 60 });
  }

  /** Waits until these words are on the screen, among others. */
  async reads(words: string, seconds = patience): Promise<void> {
    const plain = words.replace(/\s+/g, ' ');
    const look = async () => (await this.words()).includes(plain) || undefined;
    await until(`“${words}”`, look, seconds).catch(async (error) => {
      throw new Error(`${error.message} There was: ${(await this.words()).slice(0, 600)}`);
    });
  }

  async isThere(role: Role, name: string, { isPart = false } = {}): Promise<boolean> {
    return (await this.find(role, name, isPart)).length > 0;
  }

  /** All the words that can be seen, or those of one element. */
  async words(selector = 'body'): Promise<string> {
    const words = await this.script('return document.querySelector(arguments[0])?.innerText ?? ""', selector);
    return String(words).replace(/\s+/g, ' ');
  }

  async value(name: string): Promise<string> {
    const element = await until(`the box “${name}”`, async () => (await this.find('textbox', name))[0]);
    return String(await this.script('return arguments[0].value', element));
  }

  /** A picture of something on the screen, as a camera would take it. */
  async picture(selector: string): Promise<Buffer> {
    const element = await until(selector, async () => (await this.select(selector))[0]);
    await this.script(clearFoot);
    await this.script(toPress, element);
    const picture = await this.device.wire.send('TakeScreenshot', { id: element[elementKey] });
    return Buffer.from(String(picture), 'base64');
  }

  /** The words of a secret that the app has made up, one after another. */
  async secret(label: string): Promise<string> {
    const words = () =>
      this.run(
        (name) =>
          [...document.querySelectorAll(`ol[aria-label="${name}"] li > :last-child`)].map((word) => word.textContent),
        label,
      );
    return until(label, async () => (await words()).join(' ') || undefined);
  }

  /** What `task` makes the app hand out, once the browser has put all of it into the downloads. */
  async handed(task: () => Promise<unknown>): Promise<Handed> {
    const before = new Set(readdirSync(this.device.downloads));
    await task();
    const fresh = () => readdirSync(this.device.downloads).filter((name) => !before.has(name));
    return until(
      'a file in the downloads',
      () => {
        const name = fresh().find((file) => !/\.(part|wkdownload)$/.test(file));
        // Firefox keeps the place of what is still on its way with an empty file
        const path = join(this.device.downloads, name ?? '');
        return name && statSync(path).size > 0 ? { name, path, bytes: readFileSync(path) } : undefined;
      },
      // a paper is made first
      3 * patience,
    ).catch(async (error) => {
      throw new Error(`${error.message} There was: ${fresh().join(', ') || 'none'}; ${await this.words()}`);
    });
  }

  private async find(role: Role, name: string | null, isPart = false): Promise<readonly Element[]> {
    // what is drawn anew meanwhile is looked for again
    const look = () => this.script(findAll, role, name, isPart).catch(() => []);
    const found = await look();
    if (Array.isArray(found)) return found;
    await this.script(bringFinder).catch(() => undefined);
    const again = await look();
    return Array.isArray(again) ? again : [];
  }

  /** Waits until another page than the one marked as old is here whole. */
  private async isLoaded(): Promise<void> {
    const isNew = () => document.readyState === 'complete' && document.documentElement.dataset['old'] === undefined;
    await until('the page to load', async () => (await this.run(isNew).catch(() => false)) || undefined);
  }

  private async labelled(label: string): Promise<readonly Element[]> {
    return (await this.script(byLabel, label)) as Element[];
  }

  private async select(selector: string): Promise<readonly Element[]> {
    return (await this.script(select, selector)) as Element[];
  }

  private async type(element: Element, text: string): Promise<void> {
    await this.script(chooseAll, element);
    await this.device.wire.send('ElementSendKeys', { id: element[elementKey], text });
  }

  private script(script: string, ...args: unknown[]): Promise<unknown> {
    return this.device.wire.send('ExecuteScript', { script, args });
  }
}
