import { directionOf } from '#passport/direction.ts';
import type { Block, Doc, Line, Section } from '#passport/doc.ts';
import { codesPage } from './codes-page.ts';
import { emptyPages, flow, turnPage } from './flow.ts';
import { openFonts, type Resources } from './fonts.ts';
import { measureFurniture, paintFurniture } from './furniture.ts';
import { margin, type Paper, papers, styles } from './look.ts';
import { openPageOne } from './opening.ts';
import { emptyEmbeds, paintSheet } from './paint.ts';
import type { Press } from './paragraph.ts';
import { sectionsStrips } from './sections.ts';
import { setText, textStrips } from './set-text.ts';
import type { CodeMatrix, Column } from './sheet.ts';
import { addElement, emptyStructure } from './structure.ts';
import { writeFile } from './write-file.ts';

export type PdfOptions = {
  readonly paper: Paper;
  /** Finished codes: the first also stands on page one where it is large enough there. */
  readonly codes: readonly CodeMatrix[];
  /** The day it was made, YYYY-MM-DD: the only date in the file. */
  readonly made: string;
};

export type Pdf = {
  readonly bytes: Uint8Array;
  /** Characters that no font has, drawn as `[U+1F600]`: their code points, each once, in the order met. */
  readonly missing: readonly string[];
};

/** "Page x of y" for all pages of a document of `pages` pages. */
type PageWords = (pages: number) => readonly string[] | Promise<readonly string[]>;

function linesOfBlock(block: Block): readonly Line[] {
  if (block.kind === 'paragraph') return [block.line];
  return block.kind === 'list' ? block.items : [block.head, ...block.rows].flat();
}

function linesOfSection(section: Section): readonly Line[] {
  return [
    section.title,
    ...(section.checked === null ? [] : [section.checked]),
    ...section.blocks.flatMap(linesOfBlock),
  ];
}

/** Every word of a Doc, to know its scripts. */
function wordsOf(doc: Doc, captions: readonly string[]): string {
  const lines = [doc.kicker, doc.label, doc.name, ...doc.facts, doc.made, ...doc.notices];
  const sections = [...doc.summary, ...doc.record].flatMap(linesOfSection);
  const runs = [...lines, ...sections].flat().map((run) => run.text);
  const { page, record, example } = doc.furniture;
  return [...runs, ...captions, page(1, 1), record, example ?? ''].join(' ');
}

/**
 * Draws a Doc as a PDF: page one with the summary, the full record after it under its heading, the codes at the end.
 * Text is never cut and never lost: a character without a glyph is shown by its code point and reported.
 * Equal input gives equal bytes. Rejects only with what `resources.fonts` rejects with.
 */
export async function docToPdf(
  doc: Doc,
  options: PdfOptions,
  resources: Resources,
  words: PageWords = (pages) => Array.from({ length: pages }, (_, at) => doc.furniture.page(at + 1, pages)),
): Promise<Pdf> {
  const { width, height } = papers[options.paper];
  const column: Column = { left: margin.side, width: width - 2 * margin.side };
  const captions = options.codes.map((_, at) => doc.furniture.code(at + 1, options.codes.length));
  const missing = new Set<string>();
  const fonts = await openFonts(resources, wordsOf(doc, captions));
  const press: Press = { fonts, lang: doc.lang, dir: doc.dir, missing };

  const root = emptyStructure(doc.lang);
  const furniture = measureFurniture(press, doc, column, height);
  const pages = emptyPages(furniture);
  openPageOne(press, doc, options.codes[0], captions[0] ?? '', column, pages, root);
  flow(pages, sectionsStrips(press, doc.summary, column, root));
  if (doc.record.length > 0) {
    turnPage(pages);
    const title = setText(
      press,
      [{ text: doc.furniture.record, lang: doc.lang }],
      styles.record,
      addElement(root, 'H1'),
    );
    flow(pages, [
      ...textStrips(press, title, column, 0).map((strip) => ({ ...strip, keep: true })),
      ...sectionsStrips(press, doc.record, column, root),
    ]);
  }
  codesPage(press, options.codes, captions, column, pages, root);
  paintFurniture(press, furniture, doc, pages.sheets, await words(pages.sheets.length), column, height);

  const embeds = emptyEmbeds();
  const bytes = writeFile({
    width,
    height,
    pages: pages.sheets.map((sheet, page) => paintSheet(sheet, page, height, embeds)),
    embeds,
    root,
    title: doc.title,
    lang: doc.lang,
    dir: directionOf(doc.lang),
    made: options.made,
  });
  return { bytes, missing: [...missing] };
}
