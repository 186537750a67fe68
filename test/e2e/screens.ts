import { parts } from '#passport/catalogue.ts';
import type { App } from './app.ts';

/** One state of one screen, and how to come to it. */
export type State = { readonly name: string; readonly open: (app: App) => Promise<unknown> };

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

const unfoldAll = (app: App) =>
  app.page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });

const link = { digits: '' };

/** Every screen in its main states, with the example passport open. */
export const exampleStates: readonly State[] = [
  at('home', '#/'),
  at('passport', '#/passport', unfoldAll),
  ...parts.map(({ id, many }) => at(`part ${id}`, `#/passport/${id}`, many ? undefined : unfoldAll)),
  at('a medicine', '#/passport/medicines/example-duloxetine', unfoldAll),
  at('a stopped medicine', '#/passport/medicines/example-tramadol', unfoldAll),
  at('putting medicines in order', '#/passport/medicines', (app) => app.part.button('part:order').click()),
  at('a new medicine', '#/passport/medicines', async (app) => {
    await app.part.add('medicines');
    await app.record.box('medicines', 'name').pressSequentially('para');
    await app.page.getByRole('list', { name: app.record.say('part:offers') }).waitFor();
  }),
  at('a problem', '#/passport/problems/example-widespread', unfoldAll),
  at('a goal', '#/passport/goals/example-allotment', unfoldAll),
  at('history', '#/history/medicines/example-duloxetine', (app) => app.page.getByRole('listitem').first().waitFor()),
  at('something taken out', '#/passport/tried/example-physio', (app) => app.record.remove()),
  at('flare', '#/flare'),
  at('flare, help', '#/flare', (app) => app.flare.getHelp()),
  at('share', '#/share'),
  ...(['gp', 'emergency'] as const).map((reader) =>
    at(`share with ${reader}`, `#/share/${reader}`, async (app) => {
      await app.share.isReady();
      await unfoldAll(app);
      await app.page.getByRole('textbox', { name: app.share.say('share:ways.link.box') }).waitFor();
      link.digits = (
        await app.page.getByRole('textbox', { name: app.share.say('share:ways.link.box') }).inputValue()
      ).replace(/^.*#/, '');
    }),
  ),
  at('a code', '#/share/emergency', async (app) => {
    await app.share.isReady();
    await app.share.unfold(app.share.say('share:ways.code.title'));
    await app.share.button('share:ways.code.show', { count: 1 }).click();
    await app.page
      .getByRole('region', { name: app.share.say('share:ways.code.title') })
      .getByRole('img')
      .waitFor();
  }),
  at('more', '#/more', unfoldAll),
  at('not found', '#/nowhere'),
  {
    name: 'show',
    open: async (app) => {
      await app.goTo('#/show');
      await app.show.summary.waitFor();
      await unfoldAll(app);
    },
  },
  {
    name: 'show, leaving',
    open: async (app) => {
      await app.show.button('share:show.hold').click();
      await app.page.getByRole('dialog').waitFor();
    },
  },
];

/** Screens of an empty passport, of pasting and of the clinician; after the example's, whose link they open. */
export const otherStates: readonly State[] = [
  ...[0, 1, 2, 3, 4].map((step) =>
    at(`welcome ${step + 1}`, '#/welcome', async (app) => {
      for (let n = 0; n < step; n += 1) await app.welcome.button(n < 2 ? 'welcome.next' : 'welcome.skip').click();
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
    await app.part.seesWords(app.part.say('problem:nhs-number'));
  }),
  at('a record of nothing', '#/passport/medicines/nothing'),
  at('nothing to share', '#/share/gp'),
  at('paste', '#/paste/problems'),
  at('paste, nothing to read', '#/paste/problems', (app) => app.paste.button('paste:problems.read').click()),
  at('paste, kept', '#/paste/problems', (app) =>
    app.paste.read('Depressive disorder NEC\t2012\nDepressive disorder NEC\t2001\nAsthma\t1999'),
  ),
  {
    name: 'paste, one by one',
    open: async (app) => {
      await app.paste.start();
      await unfoldAll(app);
    },
  },
  { name: 'paste, the end', open: (app) => app.paste.stop() },
  at('problems held back', '#/passport/problems'),
  at('paste medicines', '#/paste/medicines'),
  at('paste medicines, read', '#/paste/medicines', async (app) => {
    await app.paste.medicines.fill('Amitriptyline 10mg at night\nZapain');
    await app.paste.button('paste:medicines.read').click();
  }),
  at('erase', '#/more', (app) => app.more.button('more.erase').click()),
  at('scan', '#/scan'),
  {
    name: 'the clinician’s page',
    open: async (app) => {
      await app.page.goto('about:blank');
      await app.goTo(`#${link.digits}`);
      await app.reader.summary.waitFor();
      await unfoldAll(app);
    },
  },
  {
    name: 'a cut code',
    open: async (app) => {
      await app.page.goto('about:blank');
      await app.goTo(`#${link.digits.slice(0, -30)}`);
      await app.reader.problem.waitFor();
    },
  },
];
