import { expect } from '@playwright/test';
import { ask, say } from '../e2e/say.ts';
import { tell, test } from './walk.ts';

test('what the browser lacks is said, and not offered', async ({ person }) => {
  await person.goTo('#/passport/me');
  await person.write(ask('me', 'preferredName'), 'Maryam');
  await person.reads(say('saved'));
  const has = await person.run(() => ({
    storage: 'storage' in navigator,
    folders: 'showDirectoryPicker' in window,
    sharing: 'share' in navigator,
    passkeys: 'PublicKeyCredential' in window,
  }));
  await person.goTo('#/keep');
  // a second copy and a promise to keep need the browser's own storage
  await person.reads(say(has.storage ? 'keep:now.safe.kept' : 'keep:now.safe.none'));
  const persistence = await person.run(() => navigator.storage?.persisted?.());
  const promise = { true: 'kept', false: 'may-be-cleared' }[String(persistence)] ?? 'unknown';
  await person.reads(say(`place.${promise}`));
  expect((await person.words()).includes(say('keep:ways.folder')), 'a folder').toBe(has.folders);
  await person.goTo('#/share/gp');
  await person.reads('Maryam');
  expect(has.sharing || !(await person.isThere('button', say('share:ways.phone.share'))), 'sharing').toBe(true);
  await person.goTo('#/scan');
  await person.button('reader:scan.camera');
  await person.sees('alert', '', { isPart: true });
  await person.sees('button', say('reader:scan.again'));
  const lacks = Object.entries(has).flatMap(([name, isThere]) => (isThere ? [] : [name]));
  tell(`without ${lacks.join(', ') || 'nothing'}; it says “${say(`place.${promise}`)}”`);
});
