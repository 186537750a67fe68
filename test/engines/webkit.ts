import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../tools/drive.mjs';
import { type Device, type Engine, launch, versionOf } from './device.ts';
import { openHttp } from './over-http.ts';
import { until } from './wire.ts';

/** WebKitGTK's own small browser. Driven, it keeps nothing when it is closed; left alone it has a profile like any other. */
const browser = ['/usr/lib', ...libraries()]
  .flatMap((folder) =>
    ['4.1', '4.0', '6.0'].map((api) => join(folder, `webkit${api === '6.0' ? '' : '2'}gtk-${api}`, 'MiniBrowser')),
  )
  .find(existsSync);

function libraries(): string[] {
  if (!existsSync('/usr/lib')) return [];
  return readdirSync('/usr/lib')
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join('/usr/lib', name));
}

async function furnish(profile: string) {
  const downloads = join(profile, 'downloads');
  for (const folder of [downloads, join(profile, '.config')]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(profile, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
  const own = {
    DISPLAY: await openScreen(),
    HOME: profile,
    XDG_CONFIG_HOME: '',
    XDG_DATA_HOME: '',
    XDG_CACHE_HOME: '',
  };
  const alone = { NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' };
  // no sandbox as root in a container
  return { downloads, env: { ...own, ...alone, LANG: 'en_GB.UTF-8', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } };
}

let screen: Promise<string> | undefined;

/** An invisible screen for all that this process starts; it goes with the process. */
function openScreen(): Promise<string> {
  screen ??= new Promise((resolve, reject) => {
    const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.once('error', reject);
    // asked to end, it takes its lock file away
    process.on('exit', () => child.kill());
    child.stdout.once('data', (number) => resolve(`:${String(number).trim()}`));
    child.unref();
    (child.stdout as Socket).unref();
  });
  return screen;
}

async function start(profile: string): Promise<Device> {
  const { downloads, env } = await furnish(profile);
  const port = await freePort();
  const { kill } = launch('WebKitWebDriver', [`--port=${port}`], env);
  const wire = openHttp(`http://127.0.0.1:${port}`);
  const options = { binary: browser, args: ['--automation'] };
  const wish = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } };
  const session = (await until('WebKit to start', () => wire.send('NewSession', wish).catch(() => undefined), 60)) as {
    capabilities: { browserVersion: string };
  };
  return {
    wire,
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    downloads,
    async close() {
      await wire.quit().catch(() => undefined);
      await kill();
    },
    kill,
  };
}

export const webkit: Engine = {
  id: 'webkit',
  missing() {
    const absent = ['WebKitWebDriver', 'Xvfb'].filter((command) => versionOf(command) === undefined);
    if (!browser) absent.push('MiniBrowser');
    return absent.length > 0
      ? `There is no ${absent.join(', no ')} here (Debian: webkit2gtk-driver, xvfb).`
      : undefined;
  },
  start,
  async leave(profile, address) {
    const { env } = await furnish(profile);
    return launch(browser ?? '', [address], env).kill;
  },
};
