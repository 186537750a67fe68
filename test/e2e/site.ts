import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist, serve } from '../tools/serve.mjs';

/** A copy of the built app on a port of its own, for tests that change what is served or take the server away. */
export type Site = {
  address: string;
  write(name: string, text: string | Uint8Array): void;
  read(name: string): Buffer;
  /** Names of the files in `assets/` that begin so. */
  assets(start: string): string[];
  /** Takes the server away, as a lost network does. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops and removes everything. */
  end(): Promise<void>;
};

/** Copies `dist` and serves it with the app's headers. Call `end` afterwards. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(dist, folder, { recursive: true });
  const port = await freePort();
  let close: (() => Promise<unknown>) | undefined;
  const site: Site = {
    address: `http://localhost:${port}/`,
    write: (name, text) => writeFileSync(join(folder, name), text),
    read: (name) => readFileSync(join(folder, name)),
    assets: (start) => readdirSync(join(folder, 'assets')).filter((name) => name.startsWith(start)),
    async stop() {
      await close?.();
      close = undefined;
    },
    async start() {
      close ??= await serve({ port, folder });
    },
    async end() {
      await site.stop();
      rmSync(folder, { recursive: true });
    },
  };
  await site.start();
  return site;
}

/** Makes a new version of the app: one file says something else, and the service worker knows its new digest. */
export function release(site: Site, name: string, text: string) {
  const old = digest(site.read(name));
  site.write(name, text);
  const worker = site.read('sw.js').toString();
  const entry = new RegExp(`(url:"${name.replaceAll('.', '\\.')}",revision:")[^"]+(",integrity:")[^"]+"`);
  if (!worker.includes(old) || !entry.test(worker)) throw new Error(`${name} is not in the precache`);
  const fresh = digest(text);
  site.write('sw.js', worker.replace(entry, `$1${fresh.slice(-32)}$2${fresh}"`));
}

function digest(bytes: string | Uint8Array) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
