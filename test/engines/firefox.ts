import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Device, type Engine, launch, versionOf } from './device.ts';
import { openMarionette } from './marionette.ts';
import { until } from './wire.ts';

/** `FIREFOX=/path/to/firefox`, else Debian's. */
const program = process.env['FIREFOX'] || 'firefox-esr';

/** A Firefox that asks nothing, fetches nothing by itself and saves without a question; otherwise a person's own. */
const wishes = (downloads: string) => ({
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'en-GB, en',
  'marionette.port': 0,
  'pdfjs.disabled': true,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  // after a kill it offers a safe start, which nobody sees
  'toolkit.startup.max_resumed_crashes': -1,
  'browser.sessionstore.resume_from_crash': false,
  'ui.prefersReducedMotion': 1,
});

function furnish(profile: string): string {
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const lines = Object.entries(wishes(downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  return downloads;
}

const env = (profile: string) => ({ HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' });
const args = (profile: string, ...more: string[]) => ['--headless', '--no-remote', '--profile', profile, ...more];

async function start(profile: string): Promise<Device> {
  const downloads = furnish(profile);
  const told = join(profile, 'MarionetteActivePort');
  rmSync(told, { force: true });
  const { ended, kill } = launch(program, args(profile, '--marionette', 'about:blank'), env(profile));
  const port = await until('Firefox to start', () => numberIn(told), 60);
  const wire = await openMarionette(port);
  await wire.send('NewSession', { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'ignore' } } });
  return {
    wire,
    version: `Firefox ${versionOf(program)}`,
    downloads,
    async close() {
      await wire.quit().catch(() => undefined);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
      await kill();
    },
    kill,
  };
}

function numberIn(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

export const firefox: Engine = {
  id: 'firefox',
  missing: () =>
    versionOf(program) === undefined ? 'There is no Firefox here (FIREFOX=/path/to/firefox).' : undefined,
  start,
  async leave(profile, address) {
    furnish(profile);
    return launch(program, args(profile, address), env(profile)).kill;
  },
};
