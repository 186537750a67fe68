import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** What the page's own thread did so far: seconds at work in all, at a key's work, and how often it laid out. */
type Work = { readonly task: number; readonly key: number; readonly layouts: number };

/**
 * Measures the work of a page's own thread. It is counted in the thread's own ticks, which a busy machine does not
 * stretch, and said as a multiple of a fixed piece of work done in the same browser, which a slow one stretches alike.
 */
export class WorkMeter {
  private readonly client: CDPSession;
  /** Seconds of the fixed piece of work. */
  private readonly unit: number;

  private constructor(client: CDPSession, unit: number) {
    this.client = client;
    this.unit = unit;
  }

  static async attach(page: Page, context: BrowserContext): Promise<WorkMeter> {
    const bare = await context.newPage();
    const unit = await measureUnit(bare, await begin(bare));
    await bare.close();
    return new WorkMeter(await begin(page), unit);
  }

  /** How many times the fixed piece of work `act` took, until the page answers again. */
  async unitsOf(page: Page, act: () => Promise<unknown>): Promise<number> {
    const before = await read(this.client);
    await act();
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    const after = await read(this.client);
    return (after.task - before.task) / this.unit;
  }

  /** One press of `key`: its scripts and layouts, as a multiple of the fixed work, and how often it laid out. */
  async ofKey(page: Page, key: string): Promise<{ readonly units: number; readonly layouts: number }> {
    const before = await read(this.client);
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
    const after = await read(this.client);
    return { units: (after.key - before.key) / this.unit, layouts: after.layouts - before.layouts };
  }
}

async function begin(page: Page): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return client;
}

async function read(client: CDPSession): Promise<Work> {
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    task: of('TaskDuration'),
    key: of('LayoutDuration') + of('ScriptDuration') + of('RecalcStyleDuration'),
    layouts: of('LayoutCount'),
  };
}

/** Twenty thousand short lines of words, laid out once: the median of five. */
async function measureUnit(page: Page, client: CDPSession): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    const before = await read(client);
    await page.evaluate((turn) => {
      const box = document.createElement('div');
      box.style.whiteSpace = 'pre-wrap';
      box.textContent = `It hurts less when I have slept, ${turn}.\n`.repeat(20_000);
      document.body.replaceChildren(box);
      return box.offsetHeight;
    }, at);
    times.push((await read(client)).task - before.task);
  }
  return times.sort((a, b) => a - b)[2] as number;
}
