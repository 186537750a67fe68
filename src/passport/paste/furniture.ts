import { dateToIso, WRITTEN_DATE } from './dates-in-text.ts';

const LABELLED =
  'page \\d+(?: ?(?:of|\\/) ?\\d+)?|(?:printed|print date|date printed|report|report date|patient|patient name|name|full name|nhs (?:no|number)|chi (?:no|number)|emis (?:no|number)|d\\.?o\\.?b|date of birth|born|sex|gender|age|address|postcode|tel(?:ephone)?|phone|mobile|fax|e-?mail|usual gp|registered gp|gp|surgery|practice|registered|hospital n(?:o|umber)|ward|consultant)\\.?\\b[^:]{0,30}:.*';
const PRINTED = `printed (?:on|by|at)\\b.*|printed:? ${WRITTEN_DATE}.*|date of birth\\b.*|(?:d\\.?o\\.?b\\.?|born):? ${WRITTEN_DATE}.*|.*\\bnhs (?:no|number)\\b.*\\d.*|nhs ?:? ?\\d{3} ?\\d{3} ?\\d{4}|\\d{3} \\d{3} \\d{4}`;
const FOOT =
  '.*\\bpage \\d+ ?(?:of|/) ?\\d+|page \\d+ ?(?:of|/) ?\\d+\\b.*|\\d+ ?/ ?\\d+ pages?|.*\\bprinted (?:on |by )?\\d.{0,60}|end of (?:report|list|summary|record)|continued (?:on next page|overleaf)|.*\\bnhs app\\b.*|pharmacy label|none|nil|n\\/a|no (?:current |repeat )?(?:medication|medicines?|problems?)|(?:strictly )?(?:private and )?confidential(?: patient information)?';
const LETTER =
  '(?:dear|yours (?:sincerely|faithfully)|kind regards|best wishes|signed|signature)\\b.{0,60}|https?:\\/\\/\\S+|www\\.\\S+';
const ALWAYS = new RegExp(`^(?:${LABELLED}|${PRINTED}|${FOOT}|${LETTER})$`, 'iu');
const STREET =
  /(?:^|[,\s])\d{1,4}[a-z]?(?:-\d{1,4})?,? (?:[\p{L}'’.-]+ ){1,4}(?:lane|road|street|st|rd|avenue|ave|close|drive|way|court|place|square|terrace|crescent|gardens|hill|grove|park|row|walk|mews|green|parade)\b(?! pain)/iu;
const POSTCODE = /(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?$/;
const PLACE =
  /^(?:the )?(?:\p{Lu}[\p{L}'’&.-]* ){1,5}(?:medical (?:centre|practice|group)|health ?centre|group practice|medical partnership|primary care (?:centre|network)|family practice|hospitals?|nhs (?:foundation )?trust|pharmacy|chemist)(?:,.*)?$/iu;
const SURGERY = /^(?:the )?(?:\p{Lu}[\p{L}'’&.-]* ){1,4}surgery$/iu;
const PERSON =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof)\.? (?:\p{Lu}[\p{L}'’.-]*\s?){1,4}|\p{Lu}[\p{Lu}'’-]+, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*)*(?: \((?:mr|mrs|ms|miss|mx|dr)\))?)$/iu;
const PERSON_CASE =
  /^(?:(?:[Mm]rs?|MRS?|[Mm]s|MS|[Mm]iss|MISS|[Mm]x|[Dd]r|DR|[Pp]rof)\.? |[\p{Lu}'’-]+, \p{Lu}\p{Ll})/u;
const LONGEST = 400;

/**
 * Whether a cleaned line is about the print-out, the person or a place, and not what the list is of: "Page 1 of 2", an
 * address, a name, "NHS No. …".
 */
export function isFurniture(line: string): boolean {
  const bare = line.trim();
  if (bare.length > LONGEST) return false;
  return ALWAYS.test(bare) || STREET.test(bare) || POSTCODE.test(bare) || PLACE.test(bare) || isPerson(bare);
}

/**
 * Whether a line may be the name of a surgery: only beside a line of furniture and above the list, since "Hip surgery" is
 * an operation.
 */
export function isPerhapsFurniture(line: string): boolean {
  return SURGERY.test(line.trim());
}

function isPerson(line: string): boolean {
  const bare = line.replace(/[\s,]+(?:d\.?o\.?b\.?|born).*$/iu, '');
  return PERSON_CASE.test(bare) && PERSON.test(bare) && dateToIso(bare) === null;
}
