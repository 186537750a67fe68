import { expect } from '@playwright/test';
import { ask, say } from '../e2e/say.ts';
import { openSite } from '../e2e/site.ts';
import { Person } from './person.ts';
import { test } from './walk.ts';
import { until } from './wire.ts';

const passphrase = 'my blue bicycle sings';

async function writeName(person: Person, name: string): Promise<void> {
  await person.goTo('#/passport/me');
  await person.write(ask('me', 'preferredName'), name);
  await person.reads(say('saved'));
}

test('lock and recovery key', async ({ person }) => {
  await writeName(person, 'Nadia');
  await person.goTo('#/lock');
  await person.button('lock:off.passphrase');
  await person.button('lock:before.go');
  await person.writeIn('#secret', passphrase);
  await person.writeIn('#secret-again', passphrase);
  await person.button('lock:next');
  const key = await person.secret(say('lock:key.list'));
  await person.button('lock:key.written');
  await person.writeIn('#typed-key', key);
  await person.button('lock:next');
  await person.press('radio', say('lock:opens.nothing'), { isPart: true });
  await person.button('lock:opens.turnOn');
  await person.reads(say('lock:done.on'), 90);
  await person.button('lock:on.now');
  await person.seesHeading('lock:locked.title');
  expect(await person.run(() => document.documentElement.outerHTML)).not.toContain('Nadia');
  await person.writeIn('#secret', 'my red bicycle sings');
  await person.button('lock:locked.open');
  await until('the refusal', async () => (await person.words('#secret-error')) || undefined);
  await person.writeIn('#secret', passphrase);
  await person.button('lock:locked.open');
  await person.sees('button', say('lock:on.now'), { seconds: 60 });
  await person.reload();
  await person.seesHeading('lock:locked.title');
  await person.button('lock:locked.useRecovery');
  await person.writeIn('#secret', key);
  await person.button('lock:locked.open');
  await person.sees('button', say('lock:on.now'), { seconds: 60 });
  await person.goTo('#/passport/me');
  expect(await person.value(ask('me', 'preferredName'))).toBe('Nadia');
});

test('a backup, opened on another device', async ({ person, device }) => {
  await writeName(person, 'Nadia');
  await person.goTo('#/keep/backup');
  await person.button('keep:next');
  const phrase = await person.secret(say('keep:phrase.label'));
  await person.button('keep:phrase.written');
  const { path, bytes } = await person.handed(async () => {
    await person.press('button', say('keep:ready.save'), { seconds: 90 });
  });
  await person.seesHeading('keep:given.title');
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  const elsewhere = await openSite();
  try {
    const other = new Person(device, elsewhere.address);
    await other.goTo('#/keep/restore');
    await other.sees('button', say('keep:restore.pick'));
    await other.give(path);
    await other.write(say('keep:restore.phraseLabel'), phrase);
    await other.button('keep:restore.open');
    await other.press('button', say('keep:found.takeAll'), { seconds: 90 });
    await other.seesHeading('keep:restored.title');
    await other.goTo('#/passport/me');
    expect(await other.value(ask('me', 'preferredName'))).toBe('Nadia');
  } finally {
    await elsewhere.end();
  }
});

test('private pages', async ({ person }) => {
  await writeName(person, 'Rosa');
  await person.goTo('#/pages');
  await person.press('checkbox', say('pages:begin.own'), { isPart: true });
  await person.writeInto(say('pages:begin.phrase'), 'four green chairs');
  await person.writeInto(say('pages:begin.again'), 'four green chairs');
  await person.button('pages:begin.go');
  await person.press('button', say('parts:pages.add'), { seconds: 60 });
  await person.write(ask('pages', 'title'), 'Zagreb');
  await person.write(ask('pages', 'text'), 'The night of the seventh');
  await person.reads(say('saved'));
  for (const hash of ['#/', '#/passport', '#/history', '#/keep', '#/show']) {
    await person.goTo(hash);
    await person.sees('heading', '', { isPart: true });
    expect(await person.run(() => document.title + document.documentElement.outerHTML)).not.toContain('Zagreb');
  }
  await person.button('share:show.hold');
  await person.button('share:show.leave');
  await person.sees('link', say('nav.flare'));
  await person.reload();
  await person.goTo('#/pages');
  await person.sees('button', say('pages:ask.open'));
  await person.writeInto(say('pages:begin.phrase'), 'four green chairs');
  await person.button('pages:ask.open');
  await person.press('link', 'Zagreb', { isPart: true, seconds: 60 });
  expect(await person.value(ask('pages', 'text'))).toBe('The night of the seventh');
});
