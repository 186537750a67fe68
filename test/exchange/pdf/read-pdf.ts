import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs work on a PDF that lies in a folder of its own for as long as the work takes. */
function withFile<Result>(bytes: Uint8Array, work: (file: string, folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'moving-forwards-pdf-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    return work(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a tool prints about a PDF; `FILE` in the arguments stands for it. */
export function askTool(bytes: Uint8Array, tool: string, ...words: readonly string[]): string {
  return withFile(bytes, (file) =>
    execFileSync(
      tool,
      words.map((word) => (word === 'FILE' ? file : word)),
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    ),
  );
}

/** The words of a PDF as poppler reads them, bidi controls taken out, white space as single spaces. */
export function textOf(bytes: Uint8Array, ...options: readonly string[]): string {
  return askTool(bytes, 'pdftotext', ...options, '-enc', 'UTF-8', 'FILE', '-')
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

/** Words with where they stand on their page, in points: of all pages, or of one. */
export function wordsOf(
  bytes: Uint8Array,
  page?: number,
): readonly { text: string; left: number; right: number; top: number }[] {
  const only = page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`];
  const html = askTool(bytes, 'pdftotext', '-bbox', ...only, '-enc', 'UTF-8', 'FILE', '-');
  const words = html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g);
  const found = [...words].map(([, left, top, right, text]) => ({
    text: (text ?? '').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
    left: Number(left),
    right: Number(right),
    top: Number(top),
  }));
  return touching(found.filter(({ text }) => text.trim() !== '')).flatMap((word) => {
    const text = word.text.trim().replace(/\s+/g, ' ');
    return text === '' ? [] : [{ ...word, text }];
  });
}

type Word = { readonly text: string; readonly left: number; readonly right: number; readonly top: number };

/** Parts of one word put together: poppler begins a new one after a mark that draws nothing. */
function touching(parts: readonly Word[]): readonly Word[] {
  const words: Word[] = [];
  for (const part of parts.toSorted((one, two) => one.left - two.left)) {
    const at = words.findIndex(
      (word) => Math.abs(word.right - part.left) < 0.15 && Math.abs(word.top - part.top) < 0.5,
    );
    const word = words[at];
    if (word === undefined || /\s$/.test(word.text) || /^\s/.test(part.text)) words.push(part);
    else words[at] = { ...word, text: word.text + part.text, right: part.right };
  }
  return words;
}

/** The codes that zbarimg reads on a page rendered at 150 dpi, in no order. */
export function codesOf(bytes: Uint8Array, page: number): readonly string[] {
  return withFile(bytes, (file, folder) => {
    execFileSync('pdftoppm', ['-r', '150', '-f', `${page}`, '-l', `${page}`, '-png', file, join(folder, 'page')]);
    const picture = readdirSync(folder).find((name) => name.endsWith('.png')) ?? '';
    const read = execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, picture)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return read.trim().split('\n');
  });
}

export function pagesOf(bytes: Uint8Array): number {
  return Number(/Pages:\s+(\d+)/.exec(askTool(bytes, 'pdfinfo', 'FILE'))?.[1]);
}

/** Bytes by their SHA-256: two files are told apart without printing either. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
