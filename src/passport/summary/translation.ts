import type { Line } from '#passport/doc.ts';
import type { ExtractRecord } from '#passport/extract.ts';
import type { Part } from '#passport/part.ts';
import { noted, type Page } from './page.ts';
import { translationToLine } from './told.ts';
import { langOf } from './value-to-line.ts';

/** The line that says the same in the reader's language; on page one a translation into another stands aside. */
export function translation(page: Page, part: Part, record: ExtractRecord): Line {
  const told = record['translation'];
  if (!told || primaryOf(langOf(told)) !== primaryOf(page.words.lang)) return [];
  noted(page, part, record, 'translation');
  noted(page, part, record, 'translator');
  return translationToLine(part, record, page.words) ?? [];
}

function primaryOf(lang: string): string {
  return lang.split('-')[0] ?? '';
}
