import type { Doc, Line, Section } from '#passport/doc.ts';
import { openFonts, type Resources } from './fonts.ts';
import { measureFurniture, paintFurniture } from './furniture.ts';
import { layOut } from './lay-out.ts';
import { margin, normal, type Paper, papers } from './look.ts';
import { type CaptionedCode, firstCodeSide } from './opening.ts';
import { emptyEmbeds, paintSheet } from './paint.ts';
import type { Press } from './paragraph.ts';
import type { CodeMatrix, Column } from './sheet.ts';
import { linesOfBlock } from './spare.ts';
import { emptyStructure } from './structure.ts';
import type { Unprinted } from './unprinted.ts';
import { writeFile } from './write-file.ts';

export type PdfOptions = {
  readonly paper: Paper;
  /** Finished codes, all of them needed to open everything: on the last pages, or on page one if it is one that fits. */
  readonly codes: readonly CodeMatrix[];
  /** A code that opens the most urgent by itself, for page one; left out where it would be too small to be read. */
  readonly first?: CodeMatrix;
  /** For a Doc with letters that have no font (`unprintedScripts`): the words for them. */
  readonly unprinted?: Unprinted;
  /** The day it was made, YYYY-MM-DD: the only date in the file. */
  readonly made: string;
};

export type Pdf = {
  readonly bytes: Uint8Array;
  /** The scripts that no font is for (`ScriptName`), each once, in the order met: a mark stands in their place. */
  readonly missing: readonly string[];
};

/** "Page x of y" for all pages of a document of `pages` pages. */
type PageWords = (pages: number) => readonly string[] | Promise<readonly string[]>;

function linesOfSection(section: Section): readonly Line[] {
  return [
    section.title,
    ...(section.checked === null ? [] : [section.checked]),
    ...section.blocks.flatMap(linesOfBlock),
  ];
}

/** Every word of a Doc, to know its scripts. */
function wordsOf(doc: Doc, codes: readonly CaptionedCode[]): string {
  const also = doc.also.map(({ name }) => name);
  const lines = [
    doc.kicker,
    doc.label,
    doc.name,
    ...doc.facts,
    doc.origin,
    doc.made,
    ...doc.notices,
    doc.closing,
    ...also,
  ];
  const sections = [...doc.summary, ...doc.record].flatMap(linesOfSection);
  const runs = [...lines, ...sections].flat().map((run) => run.text);
  const { page, record, example, codesTitle, onPage } = doc.furniture;
  const own = [
    page(1, 1),
    record,
    codesTitle,
    example ?? '',
    doc.furniture.also,
    onPage.replace(/[\ue000\ue001]/gu, ''),
  ];
  return [...runs, ...codes.flatMap(({ caption }) => caption), ...own].join(' ');
}

/** What stands on page one and what on the last pages, each code with its caption. */
function codesOf(doc: Doc, { codes, first }: PdfOptions): { first: CaptionedCode | null; codes: CaptionedCode[] } {
  const { code: number, scan, scanUrgent } = doc.furniture;
  const all = codes.map((code, at) => ({ code, caption: [number(at + 1, codes.length), scan] }));
  const [only] = all;
  if (only !== undefined && all.length === 1 && firstCodeSide(only.code) !== null)
    return { first: { ...only, caption: [scan] }, codes: [] };
  return { first: first === undefined ? null : { code: first, caption: [scanUrgent] }, codes: all };
}

/**
 * Draws a Doc as a PDF: page one with the summary, the full record after it under its heading, the codes at the end.
 * Text is never cut: what page one has no room for, it leaves to the full record whole and names with its page. In
 * place of letters without a font stands a mark, and they are reported.
 * Equal input gives equal bytes. Rejects only with what `resources.fonts` rejects with.
 */
export async function docToPdf(
  whole: Doc,
  options: PdfOptions,
  resources: Resources,
  words: PageWords = (pages) => Array.from({ length: pages }, (_, at) => whole.furniture.page(at + 1, pages)),
): Promise<Pdf> {
  const { marks = {}, note } = options.unprinted ?? {};
  const doc =
    note === undefined ? whole : { ...whole, notices: [...whole.notices, [{ text: note, lang: whole.lang }]] };
  const { width, height } = papers[options.paper];
  const column: Column = { left: margin.side, width: width - 2 * margin.side };
  const { first, codes } = codesOf(doc, options);
  const missing = new Set<string>();
  const fonts = await openFonts(resources, wordsOf(doc, [...codes, ...(first === null ? [] : [first])]));
  const press: Press = { fonts, lang: doc.lang, dir: doc.dir, marks, missing, look: normal, shaped: new WeakMap() };

  const root = emptyStructure(doc.lang);
  const furniture = measureFurniture(press, doc, column, height);
  const sheets = layOut(press, doc, { first, codes }, column, furniture, root);
  paintFurniture(press, furniture, doc, sheets, await words(sheets.length), column, height);

  const embeds = emptyEmbeds();
  const bytes = writeFile({
    width,
    height,
    pages: sheets.map((sheet, page) => paintSheet(sheet, page, height, embeds)),
    embeds,
    root,
    title: doc.title,
    lang: doc.lang,
    made: options.made,
  });
  return { bytes, missing: [...missing] };
}
