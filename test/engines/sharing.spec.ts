import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { run, zbar } from '../e2e/outside.ts';
import { ask, say, sayIn } from '../e2e/say.ts';
import { hasTool } from '../tools/debian-tool.ts';
import type { Person } from './person.ts';
import { tell, test } from './walk.ts';

const medicine = 'Grandmother’s tea';

/** A passport with a name and a medicine, and the page on which a GP would see it. */
async function begin(person: Person): Promise<void> {
  await person.goTo('#/passport/me');
  await person.write(ask('me', 'preferredName'), 'Maryam');
  await person.goTo('#/passport/medicines');
  await person.button('parts:medicines.add');
  await person.write(ask('medicines', 'name'), medicine);
  await person.reads(say('saved'));
  await person.goTo('#/share/gp');
  await person.reads(medicine);
}

const linkOf = async (person: Person) => {
  await person.unfold(say('share:ways.link.title'));
  return person.value(say('share:ways.link.box'));
};

test('paper', async ({ person }) => {
  await begin(person);
  const { path, bytes } = await person.handed(() => person.button('share:ways.paper.make'));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  if (!hasTool('pdftotext') || !hasTool('qpdf')) return tell('its words were not read: pdftotext or qpdf is missing');
  expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found');
  expect(run('pdftotext', [path, '-'])).toContain(medicine);
});

test('a code read back', async ({ person, folder }) => {
  await begin(person);
  await person.unfold(say('share:ways.code.title'));
  await person.button('share:ways.code.show', { count: 1 });
  const picture = await person.picture(`section[aria-label="${say('share:ways.code.title')}"] [role=img]`);
  const file = join(folder, 'code.png');
  writeFileSync(file, picture);
  if (hasTool('zbarimg')) expect(zbar(picture)).toHaveLength(1);
  await person.goTo('#/scan');
  await person.give(file);
  await person.reads(say('summary:medicines_now'), 60);
  expect(await person.words('article')).toContain(medicine);
});

test('a link, read in Polish', async ({ person }) => {
  await begin(person);
  const link = await linkOf(person);
  await person.goTo('manifest.webmanifest');
  await person.goTo(link.slice(link.indexOf('#')));
  await person.reads(say('summary:medicines_now'));
  await person.choose(say('reader:language'), 'Polski');
  await person.reads(sayIn('pl')('summary:medicines_now'));
  expect(await person.words('article')).toContain(medicine);
});

test('with the server gone', async ({ person, site }) => {
  await begin(person);
  await person.goTo('#/more');
  await person.reads(say('more.offline'), 90);
  await site.stop();
  await person.reload();
  await person.reads(say('more.offline'));
  await person.goTo('#/passport/allergies');
  await person.button('parts:allergies.add');
  await person.write(ask('allergies', 'substance'), 'Penicillin');
  await person.reads(say('saved'));
  await person.goTo('#/share/gp');
  await person.reload();
  await person.reads('Penicillin');
  const { bytes } = await person.handed(() => person.button('share:ways.paper.make'));
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await person.goTo('#/flare');
  await person.press('button', say('flare:getHelp'), { isPart: true });
  await person.reads('999');
});
