import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cache, headers } from './tools/headers.mjs';
import { serve } from './tools/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const start = join(import.meta.dirname, 'tools/start.mjs');
const home = '<!doctype html><meta name="application-name" content="Moving Forwards" />';
let port = 0;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  mkdirSync(join(folder, 'distant'));
  writeFileSync(join(folder, 'dist/index.html'), home);
  writeFileSync(join(folder, 'dist/sw.js'), 'self.x = 1;');
  writeFileSync(join(folder, 'dist/manifest.webmanifest'), '{}');
  writeFileSync(join(folder, 'dist/assets/read-abc.wasm'), new Uint8Array(5000));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'distant/secret.txt'), 'secret');
  port = await freePort();
  stop = await serve({ port, folder: join(folder, 'dist') });
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

describe('the server', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', cache.other],
    ['/index.html', 200, 'text/html; charset=utf-8', cache.other],
    ['/sw.js', 200, 'text/javascript; charset=utf-8', cache.other],
    ['/manifest.webmanifest', 200, 'application/manifest+json; charset=utf-8', cache.other],
    ['/assets/read-abc.wasm', 200, 'application/wasm', cache.hashed],
    ['/nothing', 404, 'text/plain; charset=utf-8', cache.other],
    ['/assets', 404, 'text/plain; charset=utf-8', cache.other],
    ['/%E0%A4%A', 400, 'text/plain; charset=utf-8', cache.other],
  ])('answers %s with every header', async (path, status, type, kept) => {
    const answer = await ask(path);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['cache-control']).toBe(kept);
    for (const [name, value] of Object.entries(headers)) expect(answer.headers[name.toLowerCase()]).toBe(value);
  });

  test.each(['/%2312345', '/nothing', '/a/b/c', '/?x', '/index.html%23123', '/%E0%A4%A', `/%23${'1'.repeat(40_000)}`])(
    'gives whoever opens a page the app, at any address: %s',
    async (path) => {
      for (const sent of [{ accept: 'text/html,*/*;q=0.8' }, { 'sec-fetch-mode': 'navigate' }]) {
        const answer = await ask(path, sent as Record<string, string>);
        expect(answer.statusCode).toBe(200);
        expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(answer.headers['cache-control']).toBe(cache.other);
      }
    },
  );

  test('never gives it in place of a file of its own that is missing', async () => {
    for (const path of ['/assets/gone-abc.js', '/fonts/gone.ttf', '/icons/gone.png']) {
      expect((await ask(path, { accept: 'text/html' })).statusCode).toBe(404);
    }
    expect((await ask('/gone.js', { 'sec-fetch-mode': 'cors', accept: 'text/html' })).statusCode).toBe(404);
  });

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/../distant/secret.txt', '/..%5csecret.txt'])(
    'gives nothing outside its folder: %s',
    async (path) => {
      expect((await ask(path)).statusCode).toBe(404);
    },
  );

  test('packs what is worth packing, as the browser asks', async () => {
    const plain = await ask('/assets/read-abc.wasm');
    const packed = await ask('/assets/read-abc.wasm', { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-length']).toBe('5000');
    expect(packed.headers['content-encoding']).toBe('br');
    expect(Number(packed.headers['content-length'])).toBeLessThan(100);
    expect(packed.headers.vary).toBe('Accept-Encoding');
  });

  test('says when nothing has changed', async () => {
    const { etag } = (await ask('/')).headers;
    expect((await ask('/', { 'if-none-match': String(etag) })).statusCode).toBe(304);
  });
});

describe('npm start on a port in use', () => {
  test('says so and ends well when this app is there already', async () => {
    const { code, said } = await starting(port);
    expect(said).toBe(`Moving Forwards is already running at http://localhost:${port}\n`);
    expect(code).toBe(0);
  });

  test('stops with a sentence about PORT when another program is there', async () => {
    const other = createServer((_, response) => response.end('something else'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = (other.address() as AddressInfo).port;
    const { code, said } = await starting(taken);
    expect(said).toContain(`Another program uses port ${taken}.`);
    expect(said).toContain('PORT=');
    expect(said).toContain('another, empty passport');
    expect(code).toBe(1);
    other.close();
  });

  test('stops with a sentence when PORT is no port', async () => {
    const { code, said } = await starting('many');
    expect(said).toContain('PORT=many is not a port.');
    expect(code).toBe(1);
  });
});

async function ask(path: string, sent: Record<string, string> = {}): Promise<IncomingMessage> {
  const [answer] = (await once(get({ host: '127.0.0.1', port, path, headers: sent }), 'response')) as [IncomingMessage];
  answer.resume();
  return answer;
}

async function starting(on: number | string) {
  const child = spawn(process.execPath, [start], { env: { ...process.env, PORT: String(on) } });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}

async function freePort() {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
