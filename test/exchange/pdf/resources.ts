import { readFile } from 'node:fs/promises';
import * as harfbuzz from 'harfbuzzjs';
import type { Resources } from '#exchange/pdf/fonts.ts';

const folder = new URL('../../../public/fonts/', import.meta.url);

/** The fonts that the app serves, read from the disk. One value, so that they open once for all tests of a file. */
export const resources: Resources = {
  fonts: async (name) => new Uint8Array(await readFile(new URL(name, folder))),
  harfbuzz,
};
