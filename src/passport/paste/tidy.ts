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
  text = withoutFirstCode(withoutLastCode(text)).replace(/\s+/g, ' ').replace(EDGE_NOISE, '').trim();
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

/** A code that is sure without brackets: "HbA1c" has the shape of one and is none. */
function isPlainCode(code: string): boolean {
  return isCode(code) && /\d{6}|\.$|^[A-Z]\d{2}\.|^X[a-zE]\w{3}$|^(?:\D*\d){3}/.test(code);
}

/** An ICD-10 code of three signs. The spine (T12), vitamins (B12), coenzyme Q10, p53 and roads (A12, M25) are written so, too. */
function isShortCode(code: string): boolean {
  return /^[C-LN-SU-Z]\d{2}$/.test(code) && code !== 'Q10' && code !== 'P53';
}

/** The codes in a text: long numbers, and what stands in brackets and is one. Dates and numbers of telephones are none. */
export function codesIn(text: string): readonly string[] {
  const found = text.matchAll(/[([{]([^()[\]{}]{1,60})[)\]}]|(?<![\d/.-])(\d{6,18})(?![\d/.-])/gu);
  return [...found].flatMap(([, inside, number]) => {
    const code = (inside ?? number ?? '').trim();
    return isCode(code) || isShortCode(code) ? [code.replace(CODE_WORDS, '').trim()] : [];
  });
}

/** Codes in brackets go wherever they stand: "Asthma (H33..) since childhood". */
function withoutCodes(text: string): string {
  return text
    .replace(/\s*[([{]([^()[\]{}]{1,60})[)\]}]\s*/g, (all, inside: string) =>
      isCode(inside) || isShortCode(inside) ? ' ' : all,
    )
    .replace(/ (?=[,;:.](?:\s|$))/g, '')
    .trim();
}

/** A code at the end, with its full stop or after a dash: "Eczema - M111." */
function withoutLastCode(text: string): string {
  const last = /\s[–-]\s+([\w.]{5,18})\s*[–-]?\s*$|\s([A-Z]\d{2}\.\d{1,2})\s*$/u.exec(text);
  return last && isPlainCode(last[1] ?? last[2] ?? '') ? text.slice(0, last.index) : text;
}

function withoutFirstCode(text: string): string {
  const first =
    /^(?:(?:snomed(?: ct)?|read|ctv3|icd(?:-?10)?)(?: code)?[\s:]+)?[([]?([\w.]{3,18})[)\]]?[\s:–-]+(?=\p{L})/iu.exec(
      text,
    );
  const code = first?.[1] ?? '';
  return first && (isPlainCode(code) || isShortCode(code)) ? text.slice(first[0].length) : text;
}
