import type { Page, Response } from '@playwright/test';

/** What was asked of other hosts, what broke a rule or threw, and every answer of our own host. */
export type Watched = {
  readonly foreign: readonly string[];
  readonly faults: readonly string[];
  readonly answers: readonly Response[];
};

// one directive of the policy is younger than some browsers: see `headers.mjs`
const young = "Unrecognized Content-Security-Policy directive 'webrtc'.";

/** Watches a page from now on, with its workers and its service worker. Goes on until the page is closed. */
export async function watch(page: Page, home: string): Promise<Watched> {
  const [foreign, faults, answers]: [string[], string[], Response[]] = [[], [], []];
  const context = page.context();
  context.on('request', (request) => {
    const url = request.url().replace(/^blob:/, '');
    if (!url.startsWith(home)) foreign.push(url);
  });
  context.on('response', (response) => {
    if (response.url().startsWith(home)) answers.push(response);
  });
  // a worker's words reach its page; a browser looks for an icon beside a page that names none, as a manifest
  page.on('console', (message) => {
    const isIcon = message.location().url === `${home}favicon.ico`;
    const isYoung = message.text().startsWith(young);
    if (message.type() === 'error' && !isIcon && !isYoung) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`${error}`));
  await page.exposeFunction('tellOfRule', (rule: string) => faults.push(rule));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const { tellOfRule } = window as unknown as { tellOfRule(rule: string): void };
      tellOfRule(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return { foreign, faults, answers };
}
