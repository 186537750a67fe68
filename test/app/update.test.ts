// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForUpdate } from '#app/update.ts';

vi.mock('#app/trusted-types.ts', () => ({ scriptUrl: (url: string) => url, serviceWorkerUrl: '/sw.js' }));

/** A version of the app as the browser lists it. jsdom has no service workers: `test/engines/updates.spec.ts` walks with real ones. */
class Version extends EventTarget {
  state = 'installed';
  readonly scriptURL = new URL('/sw.js', window.location.href).href;
  readonly heard: unknown[] = [];
  postMessage(message: unknown) {
    this.heard.push(message);
  }
}

class Registration extends EventTarget {
  installing: Version | null = null;
  waiting: Version | null = null;
  active: Version | null = null;
  update = vi.fn(async () => undefined);
}

class Container extends EventTarget {
  controller: Version | null = null;
  readonly registration = new Registration();
  readonly ready = new Promise(() => undefined);
  register = async () => this.registration;
  getRegistration = async () => this.registration;
  /** As `clients.claim` and `skipWaiting` do. */
  takenBy(version: Version) {
    this.registration.waiting = null;
    this.registration.active = version;
    this.controller = version;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let container: Container;
/** Another device. */
const begin = () => {
  container = new Container();
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true });
};
let reloads = 0;
const offered = vi.fn();
const settle = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('DEV', false);
  begin();
  reloads = 0;
  offered.mockReset();
  vi.stubGlobal('location', { href: window.location.href, reload: () => reloads++ });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

describe('a new version is offered', () => {
  it('when one waits beside the one at work, with a controller and, after a hard reload, without', async () => {
    for (const controller of [true, false]) {
      begin();
      offered.mockReset();
      container.registration.active = new Version();
      container.controller = controller ? container.registration.active : null;
      container.registration.waiting = new Version();
      watchForUpdate(offered);
      await settle();
      expect(offered).toHaveBeenCalledTimes(1);
    }
  });

  it('when another tab has taken it, with a controller and without', async () => {
    for (const controller of [true, false]) {
      begin();
      offered.mockReset();
      container.registration.active = new Version();
      container.controller = controller ? container.registration.active : null;
      watchForUpdate(offered);
      await settle();
      container.takenBy(new Version());
      expect(offered).toHaveBeenCalledTimes(1);
    }
  });
});

describe('no new version is offered', () => {
  it('where the first one waits for a moment before it goes to work', async () => {
    const first = new Version();
    container.registration.waiting = first;
    watchForUpdate(offered);
    await settle();
    container.takenBy(first);
    await settle();
    expect(offered).not.toHaveBeenCalled();
  });

  it('where the first one comes in while the page is open, or is at work and takes the page only now', async () => {
    for (const isAtWork of [false, true]) {
      begin();
      const first = new Version();
      if (isAtWork) container.registration.active = first;
      watchForUpdate(offered);
      await settle();
      container.takenBy(first);
      await settle();
    }
    expect(offered).not.toHaveBeenCalled();
  });
});

describe('whoever takes it', () => {
  it('has the page loaded again once the new version is at work', async () => {
    const [old, fresh] = [new Version(), new Version()];
    Object.assign(container, { controller: old });
    Object.assign(container.registration, { active: old, waiting: fresh });
    const watch = watchForUpdate(offered);
    await settle();
    watch.accept();
    await vi.advanceTimersByTimeAsync(10);
    expect(fresh.heard).toEqual([{ type: 'SKIP_WAITING' }]);
    expect(reloads).toBe(0);
    container.takenBy(fresh);
    expect(reloads).toBe(1);
  });

  it('has it loaded again where nothing waits any more, and where the new version does not come', async () => {
    const old = new Version();
    Object.assign(container, { controller: old });
    Object.assign(container.registration, { active: old, waiting: new Version() });
    const watch = watchForUpdate(offered);
    await settle();
    watch.accept();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reloads).toBe(1);
    container.registration.waiting = null;
    watch.accept();
    await vi.advanceTimersByTimeAsync(10);
    expect(reloads).toBe(2);
  });
});
