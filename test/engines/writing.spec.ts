import { expect } from '@playwright/test';
import { ask, partName, say, sayIn, term } from '../e2e/say.ts';
import { test } from './walk.ts';

test('first run', async ({ person }) => {
  await person.goTo('');
  await person.seesHeading('welcome.language');
  await person.button('welcome.next');
  await person.seesHeading('welcome.what');
  await person.button('welcome.next');
  await person.press('radio', term('label', 'persistent'));
  await person.button('welcome.next');
  await person.write(say('welcome.name'), 'Maryam');
  await person.button('welcome.next');
  await person.seesHeading('welcome.done');
  await person.link('welcome.show');
  await person.reads(term('label', 'persistent'));
  expect(await person.words('article')).toContain('Maryam');
  await person.button('share:show.hold');
  await person.button('share:show.leave');
  await person.sees('heading', 'Maryam', { isPart: true });
});

test('write and reload', async ({ person }) => {
  await person.goTo('#/passport/medicines');
  await person.button('parts:medicines.add');
  await person.write(ask('medicines', 'name'), 'Grandmother’s tea');
  await person.reads(say('saved'));
  await person.reload();
  expect(await person.value(ask('medicines', 'name'))).toBe('Grandmother’s tea');
  await person.goTo('#/passport/medicines');
  await person.sees('link', 'Grandmother’s tea', { isPart: true });
});

test('hide', async ({ person }) => {
  await person.goTo('#/passport');
  await person.sees('heading', '', { isPart: true });
  await person.goTo('#/passport/me');
  await person.write(ask('me', 'preferredName'), 'Nadia');
  await person.reads(say('saved'));
  await person.button('hide.button');
  await person.sees('button', say('hide.open'));
  const seen = () => person.run(() => `${document.title} ${location.hash} ${document.body.textContent}`);
  expect(await seen()).not.toMatch(/Nadia|passport|pain/i);
  await person.run(() => history.back());
  await person.reload();
  await person.sees('button', say('hide.open'));
  expect(await seen()).not.toContain('Nadia');
  await person.button('hide.open');
  await person.goTo('#/passport/me');
  expect(await person.value(ask('me', 'preferredName'))).toBe('Nadia');
});

test('flare', async ({ person }) => {
  await person.goTo('#/passport/flare');
  await person.button('part:addStep');
  await person.write(say('part:step', { n: 1 }), 'Lie on my side');
  await person.reads(say('saved'));
  await person.press('link', say('nav.flare'));
  await person.sees('heading', 'Lie on my side');
  await person.press('button', say('flare:getHelp'), { isPart: true });
  await person.reads(say('flare:help.notSent'));
  await person.reads('999');
  await person.reload();
  await person.sees('heading', 'Lie on my side');
  await person.button('flare:done');
  await person.seesHeading('flare:end.title');
  await person.link('flare:close');
  await person.sees('link', say('nav.flare'));
});

test('paste', async ({ person }) => {
  await person.goTo('#/paste/problems');
  await person.write(say('paste:problems.label'), 'Fibromyalgia\nMigraine\nType 2 diabetes mellitus');
  await person.button('paste:problems.read');
  await person.button('paste:kept.start');
  await person.press('radio', say('paste:walk.leave'));
  await person.button('paste:walk.next');
  await person.reload();
  await person.goTo('#/passport/problems');
  await person.sees('heading', partName('problems'));
});

test('Arabic, with Polish beside it', async ({ person }) => {
  await person.goTo('#/more');
  await person.press('radio', 'Polski');
  await person.reading(sayIn('pl')).seesHeading('more.title');
  await person.press('radio', 'العربية');
  const theirs = person.reading(sayIn('ar'));
  await theirs.seesHeading('more.title');
  await theirs.reload();
  await theirs.seesHeading('more.title');
  expect(await theirs.run(() => document.documentElement.dir)).toBe('rtl');
  expect(await theirs.run(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  );
  await theirs.goTo('#/passport/medicines');
  await theirs.button('parts:medicines.add');
  await theirs.write(ask('medicines', 'name', theirs.say), 'باراسيتامول');
  await theirs.reads(theirs.say('saved'));
  await theirs.goTo('#/share/gp');
  await theirs.reads('باراسيتامول');
  const { bytes } = await theirs.handed(() => theirs.button('share:ways.paper.make'));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
});
