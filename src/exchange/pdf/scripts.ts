/** The two weights of the page; every script brings both. */
export type Weight = 400 | 700;

export type Script = {
  /** ISO 15924, as HarfBuzz takes it. */
  readonly tag: string;
  readonly letters: RegExp;
  readonly fonts: Readonly<Record<Weight, string>>;
};

const sans = { 400: 'noto-sans-400.ttf', 700: 'noto-sans-700.ttf' } as const;

const signs = /[\u2190-\u2bff]/u;

/**
 * The scripts that a PDF can be written in. A further script is one line here and one font
 * (static, `glyf` outlines) made by `test/tools/trim-fonts.mjs`. The first line is the fallback.
 */
export const scripts: readonly [Script, ...Script[]] = [
  { tag: 'Latn', letters: /\p{Script=Latin}/u, fonts: sans },
  { tag: 'Grek', letters: /\p{Script=Greek}/u, fonts: sans },
  { tag: 'Cyrl', letters: /\p{Script=Cyrillic}/u, fonts: sans },
  {
    tag: 'Arab',
    letters: /\p{Script_Extensions=Arabic}/u,
    fonts: { 400: 'noto-sans-arabic-400.ttf', 700: 'noto-sans-arabic-700.ttf' },
  },
  // Signs that medicine uses, in one weight: ≤ ≥ ≈ → ♀, then ✓ ☑ ⚠.
  { tag: 'Zmth', letters: signs, fonts: { 400: 'noto-sans-math-400.ttf', 700: 'noto-sans-math-400.ttf' } },
  { tag: 'Zsym', letters: signs, fonts: { 400: 'noto-sans-symbols-2-400.ttf', 700: 'noto-sans-symbols-2-400.ttf' } },
];

/** The script of a character, or null for spaces, digits, punctuation and marks, which follow their neighbours. */
export function scriptOf(character: string): Script | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x41 || /[\p{Script=Common}\p{Script=Inherited}]/u.test(character)) return null;
  return scripts.find((script) => script.letters.test(character)) ?? null;
}

/** The scripts that a text needs, the fallback always among them. */
export function scriptsOf(text: string): readonly Script[] {
  return scripts.filter((script, at) => at === 0 || script.letters.test(text));
}
