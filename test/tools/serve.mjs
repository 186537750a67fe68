/**
 * Serves the built app from `dist` with its headers, to this machine only. Node's own modules, nothing else.
 * Used by `npm start` and by the end-to-end tests: `PORT=4173 node test/tools/serve.mjs`.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheFor, headers } from './headers.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};
const worthPacking = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.otf',
  '.svg',
  '.ttf',
  '.txt',
  '.wasm',
  '.webmanifest',
]);
const packers = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** The built app's folder. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * Starts serving `folder` on the loopback addresses of `port`.
 * Returns a function that stops it. Rejects with Node's own error (`EADDRINUSE` …) when the port cannot be had.
 */
export async function serve({ port, folder = dist }) {
  const packed = new Map();
  const answer = (request, response) =>
    respond(request, response, resolve(folder), packed).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, headers);
      response.end();
    });
  const servers = [];
  for (const host of ['127.0.0.1', '::1']) {
    // a code in the path is longer than Node's own limit
    const server = createServer({ maxHeaderSize: 2 ** 18 }, answer);
    try {
      await new Promise((done, failed) => server.once('error', failed).listen({ port, host }, done));
      servers.push(server);
    } catch (error) {
      const noSuchAddress = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      if (host === '::1' && noSuchAddress) continue;
      for (const started of servers) started.close();
      throw error;
    }
  }
  return () =>
    Promise.all(
      servers.map((server) => {
        server.closeAllConnections();
        return new Promise((done) => server.close(done));
      }),
    );
}

async function respond(request, response, folder, packed) {
  const say = (status, text) => {
    response.writeHead(status, { ...headers, 'Content-Type': types['.txt'], 'Cache-Control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET and HEAD are answered here.\n');

  // whoever opens a page is led on by the page itself, from any address: mail programs rewrite links
  const isPage = isNavigation(request);
  const asked = pathOf(request.url);
  if (asked === undefined && !isPage) return say(400, 'This address cannot be read.\n');
  const { path, file, found } = (await find(folder, asked)) ?? (isPage ? await find(folder, '/') : undefined) ?? {};
  if (!found) return say(404, 'There is nothing here.\n');

  const kind = extname(file);
  const tag = `W/"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  const head = {
    ...headers,
    'Content-Type': types[kind] ?? 'application/octet-stream',
    'Cache-Control': cacheFor(path),
    ETag: tag,
    ...(worthPacking.has(kind) ? { Vary: 'Accept-Encoding' } : {}),
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, head);
    return response.end();
  }
  const way = worthPacking.has(kind) ? wayOf(request.headers['accept-encoding']) : undefined;
  if (!way) {
    response.writeHead(200, { ...head, 'Content-Length': found.size });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  }
  const key = `${way} ${tag} ${file}`;
  if (!packed.has(key)) packed.set(key, readFile(file).then(packers[way]));
  const bytes = await packed.get(key);
  response.writeHead(200, { ...head, 'Content-Encoding': way, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The file at a path; undefined when there is none, or it is outside the folder. */
async function find(folder, path = '/..') {
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { path, file, found } : undefined;
}

/** A page someone opens, and not a file that a page asks for: those of `assets/` and `fonts/` are never anything else. */
function isNavigation({ url, headers: { accept = '', 'sec-fetch-mode': mode } }) {
  if (/^\/(?:assets|fonts|icons)\//.test(url)) return false;
  return mode === undefined ? accept.includes('text/html') : mode === 'navigate';
}

function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function wayOf(accepted = '') {
  const ways = accepted.split(',').map((way) => way.trim().split(';')[0]);
  return ['br', 'gzip'].find((way) => ways.includes(way));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.PORT || 4173);
  await serve({ port });
  console.log(`http://localhost:${port}/`);
}
