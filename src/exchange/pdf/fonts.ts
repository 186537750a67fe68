import type { Face as ShapingFace, Font as ShapingFont } from 'harfbuzzjs';
import { type Script, scripts, scriptsOf, type Weight } from './scripts.ts';
import { readTrueType, type TrueType } from './truetype.ts';

export type HarfBuzz = typeof import('harfbuzzjs');

/**
 * Where fonts and the shaper come from. Fonts stay open for as long as the same Resources value is used:
 * a worker keeps one, and pays for opening once.
 */
export type Resources = {
  /** Gives the bytes of a font by its file name, as `scripts.ts` names it; rejects when it cannot. */
  readonly fonts: (name: string) => Promise<Uint8Array>;
  readonly harfbuzz: HarfBuzz;
};

/** One font, open for shaping and for embedding. */
export type Face = {
  readonly name: string;
  readonly shaping: ShapingFont;
  readonly covers: ReadonlySet<number>;
  readonly outlines: TrueType;
};

/** The fonts one document needs, all of them open. */
export type Fonts = {
  readonly harfbuzz: HarfBuzz;
  /** The font for a character: its script's where that has it, else any that has it, else null. */
  readonly find: (codePoint: number, script: Script | null, weight: Weight) => Face | null;
};

const open = new WeakMap<Resources, Map<string, Promise<Face>>>();

async function openFace(resources: Resources, name: string): Promise<Face> {
  const bytes = await resources.fonts(name);
  const { Blob, Face, Font } = resources.harfbuzz;
  const face: ShapingFace = new Face(new Blob(bytes));
  return {
    name: name.replace(/\.ttf$/, ''),
    shaping: new Font(face),
    covers: new Set(face.collectUnicodes()),
    outlines: readTrueType(bytes),
  };
}

/** Opens the fonts for all scripts of a text, in both weights. Rejects with what `resources.fonts` rejects with. */
export async function openFonts(resources: Resources, text: string): Promise<Fonts> {
  const cache = open.get(resources) ?? new Map<string, Promise<Face>>();
  open.set(resources, cache);
  const needed = new Set(scriptsOf(text).flatMap((script) => [script.fonts[400], script.fonts[700]]));
  const faces = new Map<string, Face>();
  await Promise.all(
    [...needed].map(async (name) => {
      let face = cache.get(name);
      if (face === undefined) {
        face = openFace(resources, name);
        cache.set(name, face);
        face.catch(() => cache.delete(name));
      }
      faces.set(name, await face);
    }),
  );
  const find = (codePoint: number, script: Script | null, weight: Weight): Face | null => {
    for (const candidate of script === null ? scripts : [script, ...scripts]) {
      const face = faces.get(candidate.fonts[weight]);
      if (face?.covers.has(codePoint)) return face;
    }
    return null;
  };
  return { harfbuzz: resources.harfbuzz, find };
}
