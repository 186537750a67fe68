import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium, quiet } from '../tools/chromium.mjs';

/** A Chromium on a profile of its own, in a process group of its own, so that all of it can be killed at once. */
export type Device = {
  /** A page at this address. */
  open(address: string): Promise<Page>;
  /** SIGKILL to every process of the browser: as a crash, or as the system that needs its memory. */
  kill(): Promise<void>;
  /** As a person closes it. */
  close(): Promise<void>;
};

const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) killGroup(child);
});

export async function startDevice(profile: string): Promise<Device> {
  const told = join(profile, 'DevToolsActivePort');
  rmSync(told, { force: true });
  const args = [...quiet, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(findChromium() ?? '', args, { detached: true, stdio: 'ignore' });
  living.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      living.delete(child);
      resolve();
    });
  });
  const port = await until(() => (existsSync(told) ? readFileSync(told, 'utf8').split('\n')[0] : ''));
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no profile.');
  return {
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    async kill() {
      killGroup(child);
      await ended;
      await browser.close().catch(() => undefined);
    },
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
      if (living.has(child)) killGroup(child);
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

async function until(found: () => string | undefined): Promise<string> {
  for (let left = 600; left > 0; left -= 1) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not start in thirty seconds.');
}
