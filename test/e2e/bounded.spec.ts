import { expect } from '@playwright/test';
import { cardsToAddresses } from '#exchange/code/address.ts';
import { encode } from '#exchange/code/encode.ts';
import { allergies, code, floods } from '../exchange/code/floods.ts';
import { test } from './app.ts';
import { say } from './say.ts';

test.use({ serviceWorkers: 'block' });

// a second on a quiet machine; this one may be shared
const soon = 5_000;

for (const [name, flood] of Object.entries(floods)) {
  test(`a code with ${name} opens soon, and so does its record`, async ({ app, page }) => {
    const [address = ''] = cardsToAddresses([await encode(code(allergies, ...flood))], '');
    await page.goto('/manifest.webmanifest');
    const isQuick = async (act: () => Promise<unknown>) => {
      const start = Date.now();
      await act();
      // the page answers again
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
      const took = Date.now() - start;
      test.info().annotations.push({ type: 'took', description: `${took} ms` });
      expect(took).toBeLessThan(soon);
    };
    await isQuick(async () => {
      await app.reader.open(address);
      await expect(app.reader.summary).toContainText('Penicillin 0');
    });
    await isQuick(async () => {
      await app.share.unfold(say('summary:record'));
      await expect(page.locator('details > summary:only-child')).toHaveCount(0);
    });
    const names = [...new Set(flood.map(({ part }) => say(`parts:${part}.name`)))];
    if (name.startsWith('59,000')) await expect(app.reader.summary).toContainText(`${names[0]} (1)`);
  });
}
