import { expect } from '@playwright/test';
import { ask, say } from '../e2e/say.ts';
import { release } from '../e2e/site.ts';
import type { Person } from './person.ts';
import { test } from './walk.ts';
import { until } from './wire.ts';

/** What of the app's versions is at work here, and which waits. */
const versions = (person: Person) =>
  person.run(() =>
    navigator.serviceWorker.getRegistration().then((registration) => ({
      isBegun: registration !== undefined,
      isWhole: registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null,
      isWaiting: Boolean(registration?.waiting),
      isInstalling: Boolean(registration?.installing),
      active: registration?.active?.state,
      hasController: navigator.serviceWorker.controller !== null,
    })),
  );

const isWhole = (person: Person) =>
  until('the app to be whole', async () => (await versions(person)).isWhole || undefined, 60).catch(async (error) => {
    throw new Error(`${error.message} It was: ${JSON.stringify(await versions(person))}`);
  });

/** A name on a page nobody else writes on. */
const writeName = async (person: Person, name: string) => {
  await person.goTo('#/passport/me');
  await person.write(ask('me', 'preferredName'), name);
  await person.reads(say('saved'));
};

test('no update is offered where there is none', async ({ person, engine }) => {
  await person.goTo('#/passport/me');
  // WebKitGTK, when it loads the page again while it brings the first version, now and then never ends bringing it
  for (const time of engine.id === 'webkit' ? [] : ['once', 'twice']) {
    await until(`the app to be brought, ${time}`, async () => (await versions(person)).isBegun || undefined);
    await person.reload();
  }
  await writeName(person, 'Sam');
  await isWhole(person);
  await person.reloadHard();
  // both take longer than an offer would
  await writeName(person, 'Samira');
  expect(await person.words()).not.toContain(say('update.ready'));
  await person.goTo('#/more');
  await person.reads(say('more.offline'));
  await person.goTo('#/');
  await person.sees('heading', '', { isPart: true });
  expect(await person.words()).not.toContain(say('update.ready'));
});

test('an update waits for the person', async ({ person, site }) => {
  const icon = 'icons/icon.svg';
  const seen = () => person.run((path) => fetch(path).then((answer) => answer.text()), `/${icon}`);
  await writeName(person, 'Sam');
  await isWhole(person);
  const old = site.read(icon).toString();
  release(site, icon, old.replace('<svg', '<svg data-version="2"'));
  await person.reload();
  await person.reads(say('update.ready'), 60);
  expect(await seen()).toBe(old);
  await person.button('update.accept');
  await until('the new version', async () => (await seen().catch(() => old)) !== old || undefined);
  await until('no further offer', async () => !(await person.words()).includes(say('update.ready')) || undefined);
  expect((await versions(person)).isWaiting).toBe(false);
  expect(await person.value(ask('me', 'preferredName'))).toBe('Sam');
});
