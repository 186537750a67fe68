import { partOf } from '#passport/catalogue.ts';
import type { Doc } from '#passport/doc.ts';
import type { Extract, ExtractPart } from '#passport/extract.ts';
import { fullRecord } from './full-record.ts';
import type { Circumstances, Page } from './page.ts';
import { phrase } from './phrase.ts';
import type { Words } from './words.ts';

/** Of an extract only what goes in confidence, each beside the name of the record it is said of. */
export function confidedOf(extract: Extract): Extract {
  const parts = extract.parts.flatMap((told): readonly ExtractPart[] => {
    const title = partOf(told.part)?.many ? partOf(told.part)?.title : undefined;
    const records = told.records
      .filter((record) => Object.values(record).some(({ confidence }) => confidence))
      .map((record) =>
        Object.fromEntries(Object.entries(record).filter(([id, { confidence }]) => confidence || id === title)),
      );
    const { part, checked, written } = told;
    return records.length > 0 ? [{ part, checked, written, none: false, records }] : [];
  });
  return { ...extract, parts, leftOut: {}, shortened: {} };
}

/** What goes in confidence as its reader will meet it in the full record, and nothing around it; `whole` is their page. */
export function summariseConfided(extract: Extract, words: Words, circumstances: Circumstances, whole: Doc): Doc {
  const page: Page = { extract: confidedOf(extract), words, circumstances, said: new Set(), read: new Set() };
  return {
    ...whole,
    kicker: [],
    label: phrase(words, 'confidence'),
    name: [],
    facts: [],
    origin: [],
    made: [],
    notices: [],
    summary: fullRecord(page),
    also: [],
    closing: [],
    record: [],
  };
}
