import { expect } from '@playwright/test';
import { openParts } from '#passport/private.ts';
import { encodeDownload } from '#store/download.ts';
import type { App } from './app.ts';

/** One state of one screen, and how to come to it: some from the state before. */
export type State = { readonly name: string; readonly open: (app: App) => Promise<unknown> };

/** States that one passport is taken through, one after another. */
export type Walk = {
  readonly name: string;
  readonly begin: (app: App) => Promise<unknown>;
  readonly states: readonly State[];
};

const at = (name: string, hash: string, more: (app: App) => Promise<unknown> = async () => undefined): State => ({
  name,
  open: async (app) => {
    // The same address again would change nothing.
    if (app.page.url().endsWith(hash)) await app.goTo('#/');
    await app.goTo(hash);
    await app.home.heading.waitFor();
    await more(app);
  },
});

/** From the state before. */
const then = (name: string, open: (app: App) => Promise<unknown>): State => ({ name, open });

const press = (key: string) => (app: App) => app.home.button(key).click();

const unfoldAll = async (app: App) => {
  await app.page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  // what is folded may be drawn only now
  await expect(app.page.locator('details > summary:only-child')).toHaveCount(0);
};

const titled = (app: App, key: string) => expect(app.home.heading).toHaveText(app.say(key));

const linkBox = (app: App) => app.page.getByRole('textbox', { name: app.say('share:ways.link.box') });

const pagesPhrase = 'quiet green door';
const passphrase = 'my blue bicycle sings';
/** What the app made up on the way. */
const given = { digits: '', phrase: '', key: [] as readonly string[] };

/** The example passport, and what a clinician sees of it. */
const example: Walk = {
  name: 'the example passport',
  begin: (app) => app.openExample(),
  states: [
    at('home', '#/'),
    at('passport', '#/passport', unfoldAll),
    ...openParts.map(({ id, many }) => at(`part ${id}`, `#/passport/${id}`, many ? undefined : unfoldAll)),
    at('a medicine', '#/passport/medicines/example-duloxetine', unfoldAll),
    at('a stopped medicine', '#/passport/medicines/example-tramadol', unfoldAll),
    at('putting medicines in order', '#/passport/medicines', (app) => app.part.button('part:order').click()),
    at('two medicines of one name', '#/passport/medicines', async (app) => {
      await app.part.add('medicines');
      await app.record.write('medicines', 'name', 'Zapain');
      await app.record.isSaved();
      await app.goTo('#/passport/medicines');
      await app.part.button('part:twins.bothRight').waitFor();
    }),
    at('a new medicine', '#/passport/medicines', async (app) => {
      await app.part.add('medicines');
      await app.record.box('medicines', 'name').pressSequentially('para');
      await app.page.getByRole('list', { name: app.say('part:offers') }).waitFor();
    }),
    at('a problem', '#/passport/problems/example-widespread', unfoldAll),
    at('a goal', '#/passport/goals/example-allotment', unfoldAll),
    at('the history of a medicine', '#/history/medicines/example-duloxetine', (app) =>
      app.history.entries.first().waitFor(),
    ),
    at('something taken out', '#/passport/tried/example-physio', (app) => app.record.remove()),
    at('flare', '#/flare'),
    at('flare, help', '#/flare', (app) => app.flare.getHelp()),
    at('flare, the third step', '#/flare', async (app) => {
      await app.flare.done();
      await app.flare.notNow();
    }),
    at('flare, left and opened again', '#/flare', (app) => app.flare.button('flare:goOnStep', { step: 3 }).waitFor()),
    at('share', '#/share'),
    ...(['gp', 'emergency'] as const).map((reader) =>
      at(`share with ${reader}`, `#/share/${reader}`, async (app) => {
        await app.share.isReady();
        await unfoldAll(app);
        await linkBox(app).waitFor();
        given.digits = (await linkBox(app).inputValue()).replace(/^.*#/, '');
      }),
    ),
    at('a code', '#/share/emergency', async (app) => {
      await app.share.isReady();
      await unfoldAll(app);
      // the example's A&E card takes two
      await app.share.button('share:ways.code.show', { count: 2 }).click();
      await app.page
        .getByRole('region', { name: app.say('share:ways.code.title') })
        .getByRole('img')
        .waitFor();
    }),
    at('more, in the example', '#/more'),
    at('private pages, in the example', '#/pages'),
    at('the lock, in the example', '#/lock'),
    at('keeping it safe, in the example', '#/keep', unfoldAll),
    at('not found', '#/nowhere'),
    then('show', async (app) => {
      await app.goTo('#/show');
      await app.show.summary.waitFor();
      await unfoldAll(app);
    }),
    then('show, leaving', async (app) => {
      await app.show.button('share:show.hold').click();
      await app.page.getByRole('dialog').waitFor();
    }),
    then('the clinician’s page', async (app) => {
      await app.page.goto('/manifest.webmanifest');
      await app.goTo(`#${given.digits}`);
      await app.reader.summary.waitFor();
      await unfoldAll(app);
    }),
    then('a cut code', async (app) => {
      await app.page.goto('/manifest.webmanifest');
      await app.goTo(`#${given.digits.slice(0, -30)}`);
      await app.reader.problem.waitFor();
    }),
  ],
};

/** A passport with nothing in it yet, and lists pasted into it. */
const empty: Walk = {
  name: 'an empty passport',
  begin: async () => undefined,
  states: [
    ...[0, 1, 2, 3, 4].map((step) =>
      at(`welcome ${step + 1}`, '#/welcome', async (app) => {
        for (let n = 0; n < step; n += 1) await app.welcome.button(n < 2 ? 'welcome.next' : 'welcome.skip').click();
        await app.welcome.heading.waitFor();
      }),
    ),
    at('empty home', '#/'),
    at('empty passport', '#/passport', unfoldAll),
    at('empty medicines', '#/passport/medicines'),
    at('empty allergies', '#/passport/allergies'),
    at('empty flare plan', '#/passport/flare', unfoldAll),
    at('an NHS number that does not add up', '#/passport/me', async (app) => {
      await unfoldAll(app);
      await app.part.write('me', 'nhsNumber', '943 476 5910');
      await app.part.seesWords(app.say('problem:nhs-number'));
    }),
    at('a record of nothing', '#/passport/medicines/nothing'),
    at('nothing to share', '#/share/gp'),
    at('paste', '#/paste/problems'),
    at('paste, nothing to read', '#/paste/problems', press('paste:problems.read')),
    at('paste, what may be no problem', '#/paste/problems', (app) =>
      app.paste.read('Page 1 of 2\nNHS No: 999 000 0018\nPatient: reports fatigue\nAsthma\t1999'),
    ),
    at('paste, kept', '#/paste/problems', (app) =>
      app.paste.read('Depressive disorder NEC\t2012\nDepressive disorder NEC\t2001\nAsthma\t1999'),
    ),
    then('paste, one by one', async (app) => {
      await app.paste.start();
      await unfoldAll(app);
    }),
    then('paste, the end', (app) => app.paste.stop()),
    at('problems held back', '#/passport/problems'),
    at('paste medicines', '#/paste/medicines'),
    at('paste medicines, where to find them', '#/paste/medicines', unfoldAll),
    at('paste medicines, read', '#/paste/medicines', (app) =>
      app.paste.readMedicines(
        '28 tablet\nAmitriptyline 10mg at night\nZapain\nNaproxen (stopped 2016)\nallergic to codeine',
      ),
    ),
    then('paste medicines, a row open', async (app) => {
      await app.paste.medicine('Amitriptyline').click();
      await unfoldAll(app);
    }),
    then('paste medicines, beside what stands', async (app) => {
      await app.paste.button('paste:medicines.save', { count: 3 }).click();
      await app.paste.button('paste:medicines.place').click();
      await app.paste.button('paste:medicines.again').click();
      await app.paste.readMedicines('Amitriptyline 25mg at night\nZapain\nCo-codamol 8/500');
      await unfoldAll(app);
    }),
    at('home, with lists to go on with', '#/', async (app) => {
      await expect(app.home.goOn).toHaveCount(2);
    }),
    at('more', '#/more', unfoldAll),
    at('erase', '#/more', press('more.erase')),
    at('scan', '#/scan'),
    at('a link that leads nowhere', '#/bad-link'),
  ],
};

/** History, what was taken out, private pages, hiding, copies elsewhere, and everything lost. */
const kept: Walk = {
  name: 'keeping it, hiding it, losing it',
  begin: async (app) => {
    // A folder of the browser's own stands in for one that a picker would give.
    await app.page.addInitScript(() => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true }),
      });
    });
    await app.writeName('Sam');
  },
  states: [
    at('nothing taken out', '#/removed'),
    at('one thing taken out', '#/passport/medicines', async (app) => {
      await app.part.add('medicines');
      await app.record.write('medicines', 'name', 'Zapain');
      await app.record.isSaved();
      await app.record.remove();
      await app.goTo('#/removed');
      await app.history.removed.first().waitFor();
    }),
    then('removing for ever', (app) => app.history.button('part:forever.record.askName', { name: 'Zapain' }).click()),
    then('removing for ever, sure', press('part:forever.next')),
    at('the history of everything', '#/history', (app) => app.history.entries.first().waitFor()),
    at('the history of a part', '#/history/me', (app) => app.history.entries.first().waitFor()),
    at('safety', '#/safety', unfoldAll),
    then('the calendar', async (app) => {
      await app.hide.hide.click();
      await app.hide.button('hide.open').waitFor();
    }),
    then('private pages, none', async (app) => {
      await app.hide.open();
      await app.goTo('#/pages');
      await app.page.getByRole('checkbox').check();
    }),
    then('private pages, begun', async (app) => {
      for (const box of ['#pages-phrase', '#pages-again']) await app.page.locator(box).fill(pagesPhrase);
      await app.home.button('pages:begin.go').click();
      await app.home.button('parts:pages.add').waitFor({ timeout: 60_000 });
    }),
    then('a private page', async (app) => {
      await app.home.button('parts:pages.add').click();
      await app.part.write('pages', 'title', 'Asthma');
      await app.part.isSaved();
    }),
    at('private pages, open', '#/pages', unfoldAll),
    then('private pages, shut', async (app) => {
      await app.home.button('pages:close').click();
      await app.goTo('#/pages');
      await app.home.button('pages:ask.open').waitFor();
    }),
    at('keeping it safe', '#/keep', unfoldAll),
    at('a copy with someone', '#/keep/trusted'),
    at('to a new phone', '#/keep/move'),
    then('to a new phone, opening it there', press('keep:move.oneSkip')),
    then('to a new phone, comparing', press('keep:next')),
    then('to a new phone, not the same', press('keep:move.differs')),
    at('a folder', '#/keep/folder'),
    then('a folder, the phrase', async (app) => {
      await app.home.button('keep:folder.choose').click();
      given.phrase = await app.keep.phrase();
    }),
    then('a folder, chosen', async (app) => {
      await app.home.button('keep:phrase.written').click();
      await expect(app.home.button('keep:folder.nowGo')).toBeEnabled({ timeout: 60_000 });
      await unfoldAll(app);
    }),
    at('back up', '#/keep/backup'),
    then('back up, a phrase of one’s own', async (app) => {
      await app.home.button('keep:next').click();
      await app.home.button('keep:phrase.useOwn').click();
      await app.page.getByRole('textbox').fill('Asthma');
      await app.home.button('keep:own.use').click();
      await app.home.seesWords(app.say('keep:own.short'));
    }),
    then('back up, the phrase', press('keep:own.use')),
    then('back up, ready', (app) => app.keep.seal()),
    then('back up, done', async (app) => {
      await app.keep.save();
      await unfoldAll(app);
    }),
    at('open a backup', '#/keep/restore'),
    then('open a backup, another file', (app) => app.keep.choose(new TextEncoder().encode('%PDF-1.7'), 'letter.pdf')),
    then('open a backup, what is in it', async (app) => {
      const goal = { part: 'goals', record: 'g1', set: { goal: 'Asthma' } };
      const other = { id: 'there', n: 1, at: '2026-03-03T10:00:00.000Z', by: '', lang: 'en-GB', ...goal };
      await app.keep.choose(await encodeDownload([other], other.at));
      await titled(app, 'keep:found.title');
      await unfoldAll(app);
    }),
    then('open a backup, whose it is', (app) => app.keep.know()),
    then('open a backup, added', (app) => app.keep.merge()),
    at('how safe it is, with something to take out', '#/keep'),
    then('lost', async (app) => {
      await app.loseDatabases();
      await app.goTo('#/');
      await titled(app, 'lost.title');
    }),
    then('brought back', async (app) => {
      await app.home.button('lost.restore').click();
      await app.home.bar.waitFor();
    }),
  ],
};

/** From no lock to a locked page. */
const locked: Walk = {
  name: 'the lock',
  begin: (app) => app.writeName('Sam'),
  states: [
    at('no lock', '#/lock', unfoldAll),
    then('a PIN', press('lock:off.pin')),
    at('before the lock', '#/lock', press('lock:off.passphrase')),
    then('a passphrase that is no good', async (app) => {
      await app.lock.button('lock:before.go').click();
      await app.lock.box.fill('Asthma');
      await app.lock.next();
    }),
    at('the key', '#/lock', async (app) => {
      await app.lock.button('lock:off.passphrase').click();
      given.key = await app.lock.walkToKey(passphrase);
    }),
    then('typing the key', async (app) => {
      await app.lock.button('lock:key.written').click();
      await app.page.locator('#typed-key').fill(given.key.slice(0, 3).join(' '));
      await app.lock.next();
    }),
    then('what opens without it', async (app) => {
      await app.page.locator('#typed-key').fill(given.key.join(' '));
      await app.lock.next();
      await app.lock.pick('emergency');
    }),
    then('locked with a passphrase', async (app) => {
      await app.lock.button('lock:opens.turnOn').click();
      await app.lock.isOn('lock:done.on');
      await unfoldAll(app);
    }),
    then('the locked page', (app) => app.lock.lockNow()),
    then('the locked page, a wrong try', async (app) => {
      await app.lock.open('Asthma');
      await app.lock.refusal.waitFor({ timeout: 60_000 });
    }),
    then('the card over the lock', async (app) => {
      await app.lock.button('lock:locked.card').click();
      await app.page.getByRole('article').waitFor();
    }),
    then('the recovery key asked for', async (app) => {
      await app.lock.button('lock:locked.cardClose').click();
      await app.lock.button('lock:locked.useRecovery').click();
    }),
    at('a flare while it is locked', '#/flare', (app) => app.flare.link('flare:unlock').waitFor()),
  ],
};

export const walks: readonly Walk[] = [example, empty, kept, locked];

/** What stands on these pages and is in no locale: what was typed above, and what the app made up. */
export const typed = () => [
  'Depressive disorder NEC\t2012 Depressive disorder NEC\t2001 Asthma\t1999 Amitriptyline 10mg 10 mg at night Zapain para',
  'Naproxen allergic to codeine | 28 tablet | Amitriptyline 25mg | Co-codamol 8/500 | tablet',
  'Page 1 of 2 | NHS No | Patient | reports fatigue',
  `Sam picked letter.pdf ${pagesPhrase} ${passphrase}`,
  [...given.key, ...given.phrase.split(' ')].join('\n'),
];
