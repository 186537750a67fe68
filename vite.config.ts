import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { languages } from './src/i18n/languages.ts';
import { policyLine } from './test/tools/headers.mjs';
import { writePseudoLocale } from './test/tools/pseudo-locale.mjs';

const root = import.meta.dirname;

// The public address: where codes and links lead, and the path the app lives under. Without one they lead to wherever
// the app is served from.
const address = new URL(process.env['VITE_ADDRESS'] || 'http://localhost:4173/').href;
const base = new URL(address).pathname;

// The oldest browsers served: the last Chrome for Android 7, the first Safari with web push, the last Firefox for Windows 7.
const oldest = ['chrome119', 'safari16.4', 'firefox115'];

const everything = '**/*.{html,js,css,json,wasm,woff2,ttf,otf,svg,png,webmanifest}';
const notOffline = ['sw.js', 'screenshots/**', 'assets/en-XA-*'];

/**
 * The app in few pieces, each with all that it needs; what several of them need is in the first of those. index.html runs
 * `first`, which asks for whatever the page at hand needs, and `start` draws it.
 */
const pieces = [
  { name: 'first', test: /\/src\/main\.tsx$|rolldown\/runtime/ },
  { name: 'start', test: /\/src\/app\/start\.tsx$/ },
  { name: wordsPiece, debugName: 'words' },
  {
    name: 'passport',
    test: /\/src\/(?:store\/(?:open|pages|memory)\.ts|app\/ready-screen\.tsx|screens\/(?:flare\/flare-screen|welcome\/questions)\.tsx)$/,
  },
  { name: 'shut', test: /\/src\/app\/(?:lost|locked)-page\.tsx$/ },
  { name: 'folder', test: /\/src\/app\/folder-keeper\.ts$/ },
  { name: 'writing', test: /\/src\/screens\/(?:part|more|safety)\/[^/]+-screen\.tsx$/ },
  { name: 'reading', test: /\/src\/(?:screens\/(?:reader|share|show)\/[^/]+-screen|app\/emergency-card)\.tsx$/ },
  { name: 'keeping', test: /\/src\/screens\/(?:keep|lock|pages)\/[^/]+-screen\.tsx$/ },
  { name: 'pasting', test: /\/src\/screens\/paste\/[^/]+-screen\.tsx$/ },
].map((piece, at, all) => ({ ...piece, priority: all.length - at }));

/** The words of a first screen by themselves, and all others of a language together. */
function wordsPiece(id: string) {
  const [, lang, space] = /\/locales\/([^/]+)\/([^/]+)\.json$/.exec(id) ?? [];
  return lang ? `${lang}-${space === 'app' ? 'app' : 'words'}` : null;
}

export default defineConfig({
  root,
  base,
  define: { 'import.meta.env.VITE_ADDRESS': JSON.stringify(process.env['VITE_ADDRESS'] ? address : '') },
  plugins: [react(), leaveOut(), layers(), pseudoLocale(), page(), preload(), manifest(), offline()],
  css: { transformer: 'lightningcss' },
  build: {
    target: ['es2022', ...oldest],
    cssTarget: oldest,
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { chunkFileNames: 'assets/[name]-[hash].js', codeSplitting: { groups: pieces } } },
  },
  worker: { format: 'es', plugins: () => [leaveOut()] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', 'node_modules/**'],
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});

/** jsPDF can draw HTML and SVG with these three; nothing here asks it to. */
function leaveOut(): Plugin {
  const unused = new Set(['canvg', 'html2canvas', 'dompurify']);
  return {
    name: 'leave-out',
    enforce: 'pre',
    resolveId: (id) => (unused.has(id) ? '\0left-out' : undefined),
    load: (id) => (id === '\0left-out' ? 'export default undefined' : undefined),
  };
}

/** Every style sheet begins with the order of the layers: otherwise the one that loads first would settle it. */
function layers(): Plugin {
  const [order = ''] = /@layer [^;{]+;/.exec(readFileSync(join(root, 'src/ui/tokens.css'), 'utf8')) ?? [];
  return {
    name: 'layers',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = order + file.source;
      }
    },
  };
}

/** Keeps `locales/en-XA` in step with `locales/en-GB`. */
function pseudoLocale(): Plugin {
  const locales = join(root, 'locales');
  return {
    name: 'pseudo-locale',
    config: () => writePseudoLocale(locales),
    configureServer: (server) => {
      server.watcher.on('change', (file) => {
        if (file.startsWith(join(locales, 'en-GB'))) writePseudoLocale(locales);
      });
    },
  };
}

/** The built page names its address, and carries the policy for a host that forgets the header. */
function page(): Plugin {
  return {
    name: 'page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policyLine({ meta: true }) },
        injectTo: 'head-prepend',
      },
      ...(process.env['VITE_ADDRESS']
        ? [{ tag: 'link', attrs: { rel: 'canonical', href: address }, injectTo: 'head' } as const]
        : []),
      { tag: 'link', attrs: { rel: 'manifest', href: `${base}manifest.webmanifest` }, injectTo: 'head' },
    ],
  };
}

/** Names in index.html what every first page needs, so that the browser asks for all of it at once. */
function preload(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const start = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'start');
        if (start?.type !== 'chunk') throw new Error('There is no piece named start.');
        const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
        const near = start.imports.filter((name) => bundle[name]?.type === 'chunk' && bundle[name].name !== 'first');
        return [
          ...[start.fileName, ...near].map((name) =>
            link({ rel: 'modulepreload', crossorigin: '', href: base + name }),
          ),
          ...[...(start.viteMetadata?.importedCss ?? [])].map((href) =>
            link({ rel: 'stylesheet', crossorigin: '', href: base + href }),
          ),
        ];
      },
    },
  };
}

/** What a browser reads to install the app: under its own name, and, once for each language, under a plain one. */
function manifest(): Plugin {
  const icon = (name: string, sizes: string, purpose = 'any', type = 'image/png') => ({
    src: `./icons/${name}`,
    sizes,
    purpose,
    type,
  });
  const icons = (name: string, maskable: string) => [
    icon(`${name}.svg`, 'any', 'any', 'image/svg+xml'),
    icon(`${name}-192.png`, '192x192'),
    icon(`${name}-512.png`, '512x512'),
    icon(maskable, '512x512', 'maskable'),
  ];
  // one id: choosing another name changes the app at hand, and never adds a second one beside it
  const common = {
    id: base,
    start_url: './#/',
    scope: './',
    display: 'standalone',
    theme_color: '#faf7ef',
    background_color: '#faf7ef',
    prefer_related_applications: false,
  };
  const open = {
    ...common,
    name: 'Moving Forwards',
    short_name: 'Forwards',
    description: 'A passport for people who live with pain that stays. It works with no network and no account.',
    lang: 'en-GB',
    dir: 'ltr',
    categories: ['health', 'medical', 'lifestyle'],
    icons: icons('icon', 'maskable-512.png'),
    shortcuts: [
      { name: "I'm having a flare", url: './#/flare', icons: [icon('flare-96.png', '96x96')] },
      { name: 'Show', url: './#/show', icons: [icon('show-96.png', '96x96')] },
    ],
    screenshots: screenshots(),
  };
  const discreet = languages.map(({ id: lang, dir }) => {
    const words = JSON.parse(readFileSync(join(root, 'locales', lang, 'app.json'), 'utf8'));
    const name: string = words.hide.name;
    return { ...common, name, short_name: name, lang, dir, icons: icons('notes', 'notes-maskable-512.png') };
  });
  return {
    name: 'manifest',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: object) =>
        this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(source, null, 2)}\n` });
      emit('manifest.webmanifest', open);
      for (const plain of discreet) emit(`manifest-discreet-${plain.lang}.webmanifest`, plain);
    },
  };
}

/** Every picture in `public/screenshots`; its label is its file name. */
function screenshots() {
  const folder = join(root, 'public/screenshots');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => {
      // PNG (W3C, 2003) §11.2.2: width and height follow the signature and the IHDR chunk's length and name
      const bytes = readFileSync(join(folder, name));
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      return {
        src: `./screenshots/${name}`,
        sizes: `${width}x${height}`,
        type: 'image/png',
        form_factor: width > height ? 'wide' : 'narrow',
        label: name.slice(0, -4).replaceAll('-', ' '),
      };
    });
}

/** Everything is kept for offline use; each file with its digest, so that a cut or wrong download never becomes the app. */
function offline() {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: null,
    manifest: false,
    workbox: {
      globPatterns: [everything],
      globIgnores: notOffline,
      maximumFileSizeToCacheInBytes: 4_000_000,
      // matches nothing: a file cut once by its host must not come back out of the browser's HTTP cache
      dontCacheBustURLsMatching: /$^/,
      navigateFallback: `${base}index.html`,
      clientsClaim: true,
      // importScripts with a string is refused under Trusted Types
      inlineWorkboxRuntime: true,
      manifestTransforms: [
        async (entries) => ({
          manifest: entries.map((entry) => ({ ...entry, integrity: digestOf(join(root, 'dist', entry.url)) })),
          warnings: [],
        }),
      ],
    },
  });
}

function digestOf(file: string) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}
