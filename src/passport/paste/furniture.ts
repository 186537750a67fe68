import { WRITTEN_DATE } from './dates-in-text.ts';

const LABELLED =
  'page \\d+(?: ?(?:of|\\/) ?\\d+)?|(?:printed|print date|date printed|report|report date|patient|patient name|name|full name|nhs (?:no|number)|chi (?:no|number)|emis (?:no|number)|d\\.?o\\.?b|date of birth|born|sex|gender|age|address|postcode|tel(?:ephone)?|phone|mobile|fax|e-?mail|usual gp|registered gp|gp|surgery|practice|registered|hospital n(?:o|umber)|ward|consultant)\\.?\\b[^:]{0,30}:.*';
const PRINTED = `printed (?:on|by|at)\\b.*|printed:? ${WRITTEN_DATE}.*|date of birth\\b.*|(?:d\\.?o\\.?b\\.?|born):? ${WRITTEN_DATE}.*|.*\\bnhs (?:no|number)\\b.*\\d.*|nhs ?:? ?\\d{3} ?\\d{3} ?\\d{4}|\\d{3} \\d{3} \\d{4}`;
const FOOT =
  '.*\\bpage \\d+ ?(?:of|/) ?\\d+|page \\d+ ?(?:of|/) ?\\d+\\b.*|\\d+ ?/ ?\\d+ pages?|.*\\bprinted (?:on |by )?\\d.{0,60}|end of (?:report|list|summary|record)|continued (?:on next page|overleaf)|.*\\bnhs app\\b.*|pharmacy label|(?:patient |medical |full |record )*summary|(?:problem list|(?:patient |medical )*summary|(?:medical )?record|report|(?:medication |medicines )?list) (?:for|of)\\b.*|none|nil|n\\/a|no (?:current |repeat )?(?:medication|medicines?|problems?)|(?:strictly )?(?:private and )?confidential(?: patient information)?';
const LETTER =
  '(?:dear|yours (?:sincerely|faithfully)|kind regards|best wishes|signed|signature)\\b.{0,60}|https?:\\/\\/\\S+|www\\.\\S+';
const ALWAYS = new RegExp(`^(?:${LABELLED}|${PRINTED}|${FOOT}|${LETTER})$`, 'iu');
const STREET =
  /(?:^|[,\s])\d{1,4}[a-z]?(?:-\d{1,4})?,? (?:[\p{L}'’.-]+ ){1,4}(?:lane|road|street|st|rd|avenue|ave|close|drive|way|court|place|square|terrace|crescent|gardens|hill|grove|park|row|walk|mews|green|parade)(?=$|[,.]|\s+[A-Z]{1,2}\d)/iu;
const POSTCODE = /(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?$/;
const NAMED = "(?:[Tt]he )?(?:\\p{Lu}[\\p{L}'’&.-]* ){1,5}";
const PLACES =
  'medical (?:centre|practice|group|partnership)|health ?centre|group practice|primary care (?:centre|network)|family practice|hospitals?|nhs (?:foundation )?trust|pharmacy|chemist';
const PLACE = new RegExp(`^${NAMED}(?:${anyCase(PLACES)})(?:,.*)?$`, 'u');
const SURGERY = new RegExp(`^${NAMED}(?:${anyCase('surgery')})$`, 'u');
const TITLED_PERSON = /^(?:[Mm](?:rs?|s|iss|x)|M(?:RS?|S|ISS|X)|D[Rr]|Prof)\.? (?:\p{Lu}[\p{L}'’.-]*\s?){1,4}$/u;
const SURNAME_FIRST = /^\p{Lu}[\p{Lu}'’-]+, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*)*(?: \((?:Mrs?|Ms|Miss|Mx|Dr)\))?$/u;
const BIRTH = /[\s,]+\(?(?:d\.?o\.?b\.?|born|date of birth)(?!\p{L}).*$/iu;
const LONGEST = 400;

/**
 * Whether a cleaned line is about the print-out, the person or a place, and not what the list is of: "Page 1 of 2", an
 * address, a name, "NHS No. …".
 */
export function isFurniture(line: string): boolean {
  const bare = line.trim();
  if (bare.length > LONGEST) return false;
  if (ALWAYS.test(bare) || STREET.test(bare) || POSTCODE.test(bare) || PLACE.test(bare)) return true;
  const person = bare.replace(BIRTH, '');
  return TITLED_PERSON.test(person) || (person !== bare && SURNAME_FIRST.test(person));
}

/**
 * Whether a line is furniture only because a line beside it is: "Riverside Surgery" over an address, where "Hip surgery"
 * is an operation, or a surname in capitals before a first name.
 */
export function isFurnitureBeside(line: string, beside: readonly string[]): boolean {
  const bare = line.trim();
  return bare.length <= LONGEST && (SURGERY.test(bare) || SURNAME_FIRST.test(bare)) && beside.some(isFurniture);
}

/** The source of an expression in small letters, with a capital at each word, and in capitals. */
function anyCase(source: string): string {
  return [source, source.replace(/\b[a-z](?=[a-z])/g, (letter) => letter.toUpperCase()), source.toUpperCase()].join(
    '|',
  );
}
