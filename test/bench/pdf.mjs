import { readFile } from 'node:fs/promises';
import { go, openExample, openPage } from '../tools/drive.mjs';
import { heading, judge, median, ms, say } from './report.mjs';

const rounds = 6;

/** The paper of the example, everything in it, made by the app's worker: the first, then others with the worker warm. */
export async function benchPdf(browser, site, t) {
  heading('PDF of the example, everything (a fresh worker, then the same one again)');
  for (const lang of ['en-GB', 'ar']) {
    const page = await openPage(browser);
    await page.addInitScript(watch);
    await openExample(page, site.address, t);
    await go(page, '#/share/everything');
    await page.getByLabel(t('share:language'), { exact: true }).selectOption(lang);
    await page.locator(`section[aria-busy="false"] [lang="${lang}"]`).first().waitFor();
    const first = await make(page, t);
    const warm = [];
    for (let round = 0; round < rounds; round += 1) {
      await page.getByText(t('share:ways.paper.size', { size: sizeAt(t, round) })).click();
      await page.getByRole('radio', { name: sizeAt(t, round + 1) }).check();
      warm.push(await make(page, t));
      await page.getByText(t('share:ways.paper.size', { size: sizeAt(t, round + 1) })).click();
    }
    await page.context().close();
    const perPage = warm.map(({ inWorker, pages }) => inWorker / pages);
    say(`${lang}: first, tap to file`, `${first.tapped.toFixed(0)} ms, ${first.pages} pages, ${first.bytes} B`);
    say(`${lang}: first, in the worker`, `${first.inWorker.toFixed(0)} ms`);
    say(`${lang}: warm, tap to file`, ms(warm.map(({ tapped }) => tapped)));
    say(`${lang}: warm, in the worker`, ms(warm.map(({ inWorker }) => inWorker)));
    judge(`${lang}: warm, a page in the worker`, median(perPage), 40, ' ms');
  }
}

function sizeAt(t, round) {
  return t(`share:ways.paper.sizes.${round % 2 === 0 ? 'a4' : 'letter'}`);
}

async function make(page, t) {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: t('share:ways.paper.make'), exact: true }).click();
  const file = await readFile(await (await saved).path());
  const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages === 0) throw new Error('The pages of the PDF could not be counted.');
  return { ...(await page.evaluate(() => window.paperTimes)), pages, bytes: file.length };
}

/** In the page: times the tap, the job given to the worker and the bytes that come back. */
function watch() {
  let tapped = 0;
  let given = 0;
  addEventListener(
    'click',
    () => {
      tapped = performance.now();
    },
    true,
  );
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...message) {
    if (message[0]?.doc) given = performance.now();
    return post.apply(this, message);
  };
  const { set, get } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    get,
    set(listener) {
      set.call(this, (event) => {
        const now = performance.now();
        if (event.data?.kind === 'result') window.paperTimes = { tapped: now - tapped, inWorker: now - given };
        listener.call(this, event);
      });
    },
  });
}
