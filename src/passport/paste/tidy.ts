import { takeDates } from './dates-in-text.ts';

// Read codes v2 chapter marks: [D] working diagnosis, [X] from ICD-10, [V] from the V chapter, [M] morphology…
const CHAPTER_MARK = /\[(?:d|x|v|m|q|so|ec|rfc|hfq)\]/gi;
const CLASSIFIER_NOTE =
  /[\s,(-]*\b(?:(?:NOS|NEC)\b|(?:[Nn]ot (?:otherwise specified|elsewhere classified)|(?:nos|nec)(?=\s*$))\b)\)?/g;
// The kind of concept that SNOMED CT writes behind a fully specified name.
const CONCEPT_KIND =
  /\s*\((?:disorder|finding|procedure|situation|event|morphologic abnormality|observable entity|regime\/therapy|context-dependent category|body structure)\)\s*$/i;
const CODE_WORDS = /^(?:read|snomed|ctv3|icd(?:-?10)?|emis|code|concept|id|v[23]|ct|[\s:=#-])+/i;
const EDGE_NOISE = /^[\s,;:|_~^\\/=+•·*"'“”‘’.<>–—-]+|[\s,;:|_~^\\/=+•·*"“”‘<>–—-]+$/gu;

/**
 * A name as shown: without NEC, NOS, chapter marks such as [D], dates, codes and scan noise at either end. Never empty
 * unless `name` has nothing that can be seen: when nothing would be left, it is `name` with its spaces put in order.
 */
export function tidyName(name: string): string {
  let text = takeDates(name.replace(CHAPTER_MARK, ' ')).rest.replace(CLASSIFIER_NOTE, ' ');
  for (let i = 0; i < 4; i += 1) text = withoutCodes(text.replace(CONCEPT_KIND, '').trim());
  text = withoutFirstCode(text).replace(/\s+/g, ' ').replace(EDGE_NOISE, '').trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : name.replace(/\s+/g, ' ').trim();
}

/** Whether the whole text is a clinical code: SNOMED CT, Read v2, CTV3 or ICD-10 with its dot. */
export function isCode(text: string): boolean {
  const code = text.trim().replace(CODE_WORDS, '').trim();
  const isNamed = code !== text.trim();
  if (isNamed && /^[A-Z]\d{2}(?:\.\d{1,2})?$/.test(code)) return true;
  if (/^\d{6,18}$/.test(code)) return true;
  if (/^[A-Z]\d{2}\.\d{1,2}[A-Z]?$/.test(code)) return true;
  if (/^[A-Za-z0-9]{1,4}\.{1,4}(?:-?\d{1,2})?$/.test(code) && code.replace(/-?\d{1,2}$/, '').length === 5) return true;
  // "BRCA1" and "CA125" are words of medicine: of the Read codes only X… begins with two capitals.
  if (/^(?=.*\d)(?=.*[A-Za-z])(?!(?!X)[A-Z]{2})[A-Za-z0-9]{5}(?:-?\d{2})?$/.test(code)) return true;
  return /^X[a-zE][A-Za-z0-9]{3}$/.test(code);
}

/** Codes in brackets go wherever they stand: "Asthma (H33..) since childhood". */
function withoutCodes(text: string): string {
  return text
    .replace(/\s*[([{]([^()[\]{}]{1,60})[)\]}]\s*/g, (all, inside: string) => (isCode(inside) ? ' ' : all))
    .replace(/ (?=[,;:.](?:\s|$))/g, '')
    .trim();
}

function withoutFirstCode(text: string): string {
  const first = /^[([]?([\w.]{5,18})[)\]]?[\s:-]+(?=\p{L})/u.exec(text);
  const code = first?.[1] ?? '';
  return first && isCode(code) && /\d{6}|\.$|^[A-Z]\d{2}\./.test(code) ? text.slice(first[0].length) : text;
}
