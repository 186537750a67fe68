import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Gives the text of a PDF file as somebody gets it who marks everything in a viewer and copies it. */
type Viewer = { readonly name: string; readonly read: (file: string) => Promise<string> };

function run(command: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return status === 0 ? stdout : null;
}

const poppler: Viewer = {
  name: 'poppler',
  read: async (file) => run('pdftotext', ['-enc', 'UTF-8', file, '-']) ?? '',
};

// Chrome and Edge show PDF with PDFium.
const askPdfium = `
import pypdfium2, sys
sys.stdout.reconfigure(encoding="utf-8")
for page in pypdfium2.PdfDocument(sys.argv[1]):
    print(page.get_textpage().get_text_range())
`;
const pdfium: Viewer = {
  name: 'PDFium',
  read: async (file) => run(process.env['PYTHON'] ?? 'python3', ['-c', askPdfium, file]) ?? '',
};

type Document = { numPages: number; getPage: (page: number) => Promise<{ getTextContent: () => Promise<Content> }> };
type Content = { items: readonly { str: string; hasEOL: boolean }[] };
type PdfJs = { getDocument: (source: { url: string; verbosity: number }) => { promise: Promise<Document> } };

// Firefox shows PDF with pdf.js.
const pdfjs: Viewer = {
  name: 'pdf.js',
  read: async (file) => {
    const address = pathToFileURL(`${process.env['PDFJS']}/legacy/build/pdf.mjs`).href;
    const { getDocument } = (await import(/* @vite-ignore */ address)) as PdfJs;
    const document = await getDocument({ url: file, verbosity: 0 }).promise;
    let text = '';
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      text += items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
    }
    return text;
  },
};

/** The viewers that are here; of each other one a sentence says how it can be. */
export function findViewers(): readonly Viewer[] {
  const found: Viewer[] = [];
  const look = (viewer: Viewer, isHere: boolean, how: string) => {
    if (isHere) found.push(viewer);
    else console.warn(`Skipped: ${viewer.name} is not here (${how}).`);
  };
  look(poppler, run('pdftotext', ['-v']) !== null, 'Debian: apt-get install poppler-utils');
  const python = process.env['PYTHON'] ?? 'python3';
  look(
    pdfium,
    run(python, ['-c', 'import pypdfium2']) !== null,
    'pip install pypdfium2, and PYTHON=… if it is not python3',
  );
  look(pdfjs, process.env['PDFJS'] !== undefined, 'npm pack pdfjs-dist, and PDFJS=/path/to/pdfjs-dist');
  return found;
}
