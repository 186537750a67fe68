import { directionOf } from '#passport/direction.ts';
import type { Block, Doc, Line } from '#passport/doc.ts';

/** A Doc of one language with these blocks in its only section. */
export function smallDoc(lang: string, blocks: readonly Block[]): Doc {
  const line = (text: string): Line => [{ text, lang }];
  return {
    lang,
    dir: directionOf(lang),
    title: 'Passport',
    kicker: [],
    label: line('…'),
    name: [],
    facts: [],
    origin: [],
    made: [],
    notices: [],
    summary: [{ id: 'words', area: 'main', title: line('…'), checked: null, blocks, parts: [] }],
    also: [],
    closing: [],
    record: [],
    furniture: {
      page: (page, pages) => `${page} / ${pages}`,
      record: '…',
      example: null,
      code: (code, codes) => `${code} / ${codes}`,
      codesTitle: '…',
      scan: '…',
      scanUrgent: '…',
      also: '…',
      ask: '…',
      onPage: '\ue000 \ue001',
    },
  };
}

export function paragraphs(...lines: readonly Line[]): readonly Block[] {
  return lines.map((line) => ({ kind: 'paragraph', line }));
}
