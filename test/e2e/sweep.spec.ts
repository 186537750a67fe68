import { expect } from '@playwright/test';
import { type App, appOn, test } from './app.ts';
import { bareWordsOn } from './bare-words.ts';
import { axeFaults, coveredControls, looseTexts, narrowFaults, smallTargets } from './look.ts';
import { sayIn } from './say.ts';
import { type Walk, walks } from './screens.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce', actionTimeout: 15_000 });
test.setTimeout(480_000);

type Scheme = 'light' | 'dark';
type Faults = Record<'axe' | 'targets' | 'covered' | 'narrow' | 'words' | 'loose', string[]>;

/** Everything that is wrong in every state of a walk. */
async function look(app: App, lang: string, schemes: readonly Scheme[], { begin, states }: Walk): Promise<Faults> {
  const { page } = app;
  const faults: Faults = { axe: [], targets: [], covered: [], narrow: [], words: [], loose: [] };
  await begin(app);
  for (const { name, open } of states) {
    await test.step(name, () => open(app));
    const add = (found: readonly string[]) => found.map((fault) => `${name}: ${fault}`);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      faults.axe.push(...add(await axeFaults(page)));
    }
    faults.targets.push(...add(await smallTargets(page)));
    // once is enough: from the left, where words are longest
    if (lang === 'en-XA' && schemes.length === 1) faults.covered.push(...add(await coveredControls(page)));
    faults.narrow.push(...add(await narrowFaults(page)));
    if (lang === 'en-XA') faults.loose.push(...add(await looseTexts(page)));
    if (lang === 'en-XA') faults.words.push(...add(await bareWordsOn(page)));
  }
  return faults;
}

// Every state from the left in light colours, in words longer than any language's, and from the right in dark ones.
// `npm run e2e:sweep` takes every language in both.
type Sweep = { readonly lang: string; readonly schemes: readonly Scheme[]; readonly tag?: string };
const sweeps: readonly Sweep[] = [
  { lang: 'en-XA', schemes: ['light'] },
  { lang: 'ar', schemes: ['dark'] },
  ...['en-GB', 'pl', 'ar', 'en-XA'].map((lang): Sweep => ({ lang, schemes: ['light', 'dark'], tag: '@whole' })),
];

for (const { lang, schemes, tag } of sweeps) {
  const colours = schemes.join(' and ');
  test.describe(`in ${lang}, ${colours}`, tag === undefined ? {} : { tag }, () => {
    test.use({ locale: lang });
    for (const walk of walks) {
      test(`${walk.name}: sound to axe, with room for a thumb and for large words`, async ({ page, context, site }) => {
        const { foreign, faults: broken } = await watch(page, site.address);
        await context.addInitScript((spoken) => {
          const kept = JSON.parse(localStorage.getItem('mf-settings') ?? '{"welcomed":true}');
          localStorage.setItem('mf-settings', JSON.stringify({ ...kept, lang: spoken }));
        }, lang);
        const faults = await look(appOn(page, sayIn(lang)), lang, schemes, walk);
        expect.soft(faults.axe, `axe, ${colours}`).toEqual([]);
        expect.soft(faults.targets, 'targets under 44 px').toEqual([]);
        expect.soft(faults.covered, 'controls under others').toEqual([]);
        expect.soft(faults.narrow, 'sideways scrolling').toEqual([]);
        expect.soft(faults.words, 'words of no locale').toEqual([]);
        expect.soft(faults.loose, 'texts that a translator would take from React').toEqual([]);
        expect.soft([...foreign, ...broken], 'asked of others, or against the rules').toEqual([]);
      });
    }
  });
}
