import type { Block } from '#passport/doc.ts';
import type { Part } from '#passport/part.ts';
import { readers } from '#passport/readers.ts';
import { type Page, paragraph } from './page.ts';
import { phrase, strong } from './phrase.ts';
import { toldOf } from './told.ts';

/**
 * What must be said beside a list that is dangerous when it looks whole and is not: that there are none, that none are
 * written here, or that it may not be everything. `count` is how many of it stand above.
 */
export function safetyNotes({ extract, words, circumstances }: Page, part: Part, count: number): readonly Block[] {
  const told = toldOf(extract, part);
  const isPartial = told?.partial === true;
  const partial = isPartial ? paragraph(strong(phrase(words, 'partial')), 'note') : [];
  if (count > 0) {
    return [...(told?.none ? paragraph(strong(phrase(words, 'none_not_trusted')), 'note') : []), ...partial];
  }
  if (isPartial) return partial;
  if (told?.none) return paragraph(phrase(words, 'none_known'));
  const isElsewhere = (circumstances.missing ?? 0) > 0 || (extract.leftOut[part.id] ?? 0) > 0;
  const isMissed = (readers[extract.reader].missed as readonly string[]).includes(part.id);
  return isMissed && !isElsewhere ? paragraph(phrase(words, 'not_written')) : [];
}
