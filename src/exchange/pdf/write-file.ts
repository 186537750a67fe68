import { jsPDF } from 'jspdf';
import { digest } from './digest.ts';
import { type FontProgram, toFontProgram } from './embed.ts';
import { type Content, codeForm, type Embeds } from './paint.ts';
import type { Element } from './structure.ts';
import { putStructure, textString } from './tags.ts';
import { toXmp } from './xmp.ts';

/** What a file is made of, all of it decided. */
type Contents = {
  readonly width: number;
  readonly height: number;
  readonly pages: readonly Content[];
  readonly embeds: Embeds;
  readonly root: Element;
  readonly title: string;
  readonly lang: string;
  /** YYYY-MM-DD */
  readonly made: string;
};

// The parts of jsPDF 4.2 that are used beyond its types. It is pinned; this file is the only one that knows it.
type KeyValue = { readonly key: string; readonly value: string | number };
type FontEntry = {
  id: string;
  postScriptName: string;
  objectNumber?: number;
  isAlreadyPutted?: boolean;
  program: FontProgram;
};
type PutStream = (options: { data: string; addLength1?: boolean; additionalKeyValues?: KeyValue[] }) => void;
type PutFont = {
  readonly font: FontEntry;
  readonly out: (text: string) => void;
  readonly newObject: () => number;
  readonly putStream: PutStream;
};
type Internals = {
  readonly write: (text: string) => void;
  readonly putStream: PutStream;
  readonly newObject: () => number;
  readonly newObjectDeferred: () => number;
  readonly newObjectDeferredBegin: (id: number, write: boolean) => number;
  readonly getPageInfo: (page: number) => { readonly objId: number };
  readonly events: { readonly subscribe: (topic: string, handle: (argument: never) => void) => unknown };
};
type Inside = {
  readonly internal: Internals;
  readonly __private__: { readonly setPdfVersion: (version: string) => void };
};

const unsigned = '0'.repeat(32);

function binary(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 8192) out += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return out;
}

/** A new document whose font registry holds none of the standard fonts, and the registry itself. */
function openDocument(width: number, height: number): { doc: jsPDF; fonts: Record<string, FontEntry> } {
  let fonts: Record<string, FontEntry> = {};
  const events = jsPDF.API.events as unknown as [string, (argument: { fonts: Record<string, FontEntry> }) => void][];
  const watch: (typeof events)[number] = [
    'addFonts',
    (argument) => {
      fonts = argument.fonts;
      for (const id of Object.keys(fonts)) delete fonts[id];
    },
  ];
  events.push(watch);
  const doc = new jsPDF({ unit: 'pt', format: [width, height], compress: true });
  events.splice(events.indexOf(watch), 1);
  return { doc, fonts };
}

function putFont({ font, out, newObject, putStream }: PutFont): void {
  const { program } = font;
  const file = newObject();
  putStream({ data: binary(program.file), addLength1: true });
  out('endobj');
  const map = newObject();
  putStream({ data: program.toUnicode });
  out('endobj');
  const descriptor = newObject();
  out(
    `<< /Type /FontDescriptor /FontName /${program.name} /Flags 4 /FontBBox [${program.box.join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${program.ascent} /Descent ${program.descent} /CapHeight ${program.capHeight} ` +
      `/StemV ${program.isBold ? 140 : 80} /FontFile2 ${file} 0 R >>`,
  );
  out('endobj');
  const descendant = newObject();
  out(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${program.name} /CIDToGIDMap /Identity ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${descriptor} 0 R /DW 1000 /W [0 [${program.widths.join(' ')}]] >>`,
  );
  out('endobj');
  font.objectNumber = newObject();
  out(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${program.name} /Encoding /Identity-H ` +
      `/DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
  );
  out('endobj');
  font.isAlreadyPutted = true;
}

function formKeys(size: number): KeyValue[] {
  return [
    { key: 'Type', value: '/XObject' },
    { key: 'Subtype', value: '/Form' },
    { key: 'BBox', value: `[0 0 ${size} ${size}]` },
    { key: 'Resources', value: '<< >>' },
  ];
}

function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * Writes a PDF 1.7 file: tagged (ISO 32000-1, 14.7 and 14.8), every font a subset of its own, no clock and no
 * chance in it. Its file identifier is a digest of its bytes. Throws what jsPDF would only have logged.
 */
export function writeFile(contents: Contents): Uint8Array {
  const { width, height, pages, embeds, title, lang, made } = contents;
  const { doc, fonts } = openDocument(width, height);
  const { internal, __private__ } = doc as unknown as Inside;
  const faults: unknown[] = [];
  const on = <Argument>(topic: string, handle: (argument: Argument) => void) =>
    internal.events.subscribe(topic, (argument: Argument) => {
      try {
        handle(argument);
      } catch (fault) {
        faults.push(fault);
      }
    });

  __private__.setPdfVersion('1.7');
  doc.setProperties({ title });
  doc.setCreationDate(`D:${made.replaceAll('-', '')}000000+00'00'`);
  doc.setFileId(unsigned);
  for (const embedded of embeds.fonts.values()) {
    const program = toFontProgram(embedded);
    fonts[embedded.id] = { id: embedded.id, postScriptName: program.name, program };
  }
  pages.forEach((page, at) => {
    if (at > 0) doc.addPage([width, height]);
    internal.write(page.stream);
  });

  let tree = 0;
  let metadata = 0;
  const put = (id: number, body: string) => {
    internal.newObjectDeferredBegin(id, true);
    internal.write(`${body}\nendobj`);
  };
  on('putFont', putFont);
  on('putPage', ({ pageNumber }: { pageNumber: number }) => {
    internal.write(`/StructParents ${pageNumber - 1} /Tabs /S`);
  });
  const forms: number[] = [];
  on('putResources', () => {
    for (const code of embeds.codes) {
      forms.push(internal.newObject());
      internal.putStream({ data: codeForm(code), additionalKeyValues: formKeys(code.size) });
      internal.write('endobj');
    }
  });
  on('putXobjectDict', () => {
    forms.forEach((form, at) => {
      internal.write(`/C${at + 1} ${form} 0 R`);
    });
  });
  on('postPutResources', () => {
    tree = putStructure(
      { reserve: internal.newObjectDeferred, put, page: (page) => internal.getPageInfo(page + 1).objId },
      contents.root,
      pages.map((page) => page.marked),
    );
    const xmp = binary(new TextEncoder().encode(toXmp(title, lang, made)));
    metadata = internal.newObjectDeferred();
    put(metadata, `<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`);
  });
  on('putCatalog', () => {
    internal.write(
      `/MarkInfo << /Marked true >> /StructTreeRoot ${tree} 0 R /Metadata ${metadata} 0 R ` +
        `/Lang ${textString(lang)} /ViewerPreferences << /DisplayDocTitle true >>`,
    );
  });

  const text = String(doc.output());
  if (faults.length > 0) throw faults[0];
  const bytes = toBytes(text);
  const id = digest(bytes);
  const at = text.lastIndexOf(`<${unsigned}> <${unsigned}>`);
  bytes.set(toBytes(`<${id}> <${id}>`), at);
  return bytes;
}
