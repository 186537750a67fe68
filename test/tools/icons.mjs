/**
 * `npm run icons`: draws the app's icons, an open notebook with a path going on, and the plain ones that say nothing of
 * it, into `public/icons`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium, quiet } from './chromium.mjs';
import { root } from './install.mjs';

const paper = '#faf7ef';
const sheet = '#fefdfa';
const accent = '#005058';
const warm = '#8b381d';
const grey = '#5b6470';
const pale = '#eceef1';

const svg = (content, corner = 112, ground = paper) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="${corner}" fill="${ground}"/>${content}</svg>\n`;
const within = (content) => `<g transform="translate(43.5 43.5) scale(.83)">${content}</g>`;
const drawn = (colour, content) =>
  `<g fill="none" stroke="${colour}" stroke-width="26" stroke-linecap="round" stroke-linejoin="round">${content}</g>`;

const notebook = drawn(
  accent,
  `<path fill="${sheet}" d="M256 152C216 122 150 114 84 126v242c66-12 132-4 172 26 40-30 106-38 172-26V126c-66-12-132-4-172 26Z"/>` +
    '<path d="M256 152v46M256 312v82"/>' +
    '<path d="M136 268c28-40 68-38 112-14s66 26 88 6"/>' +
    `<circle cx="384" cy="222" r="19" fill="${accent}" stroke="none"/>`,
);
const flame = drawn(
  warm,
  '<path d="M262 92c14 66 108 104 108 204a114 114 0 0 1-228 0c0-44 22-78 48-100 4 34 20 52 38 56-6-62 4-112 34-160Z"/>',
);
const eye = drawn(
  accent,
  '<path d="M76 256c46-76 108-114 180-114s134 38 180 114c-46 76-108 114-180 114S122 332 76 256Z"/><circle cx="256" cy="256" r="56"/>',
);
// Named for no one and nothing: a sheet with lines, and a calendar's leaf.
const lines = drawn(
  grey,
  '<path fill="#fff" d="M136 96h180l60 60v260H136Z"/><path d="M312 96v64h64"/><path d="M192 240h128M192 300h128M192 360h76"/>',
);
const leaf = drawn(
  grey,
  '<rect fill="#fff" x="104" y="120" width="304" height="288" rx="28"/><path d="M104 204h304M184 84v68M328 84v68"/>' +
    `<circle cx="320" cy="320" r="32" fill="${grey}" stroke="none"/>`,
);

const pictures = [
  ['icon-180.png', 180, svg(notebook, 0)],
  ['icon-192.png', 192, svg(notebook)],
  ['icon-512.png', 512, svg(notebook)],
  // the safe zone of a maskable icon is the inner circle, 80 % wide: https://www.w3.org/TR/appmanifest/#icon-masks
  ['maskable-512.png', 512, svg(within(notebook), 0)],
  ['flare-96.png', 96, svg(flame)],
  ['show-96.png', 96, svg(eye)],
  ['notes-180.png', 180, svg(lines, 0, pale)],
  ['notes-192.png', 192, svg(lines, 112, pale)],
  ['notes-512.png', 512, svg(lines, 112, pale)],
  ['notes-maskable-512.png', 512, svg(within(lines), 0, pale)],
];

const folder = `${root}public/icons/`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}icon.svg`, svg(notebook));
writeFileSync(`${folder}notes.svg`, svg(lines, 112, pale));
writeFileSync(`${folder}calendar.svg`, svg(leaf, 112, pale));

const browser = await chromium.launch({ executablePath: findChromium(), args: quiet });
for (const [name, size, picture] of pictures) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${picture}`);
  await page.screenshot({ path: folder + name, omitBackground: true });
  await page.close();
}
await browser.close();
