import { partOf } from '#passport/catalogue.ts';
import type { Doc } from '#passport/doc.ts';
import type { Extract, ExtractPart } from '#passport/extract.ts';
import { fullRecord } from './full-record.ts';
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
    return records.length > 0 ? [{ ...told, checked: null, none: false, records }] : [];
  });
  return { ...extract, parts, leftOut: {} };
}

/** What goes in confidence as its reader will meet it in the full record, and nothing around it; `whole` is their page. */
export function summariseConfided(extract: Extract, words: Words, whole: Doc): Doc {
  return {
    ...whole,
    kicker: [],
    label: phrase(words, 'confidence'),
    name: [],
    facts: [],
    made: [],
    notices: [],
    summary: fullRecord(confidedOf(extract), words),
    record: [],
  };
}
