import { westernDigits } from '#passport/partial-date.ts';
import { WRITTEN_DATE } from './dates-in-text.ts';
import { namesIllness } from './illness-words.ts';

const PAGE =
  '(?:.*\\s)?page:? ?\\d{1,3} ?(?:of|/) ?\\d{1,3}(?:\\s.*)?|page:? ?[\\divxl]{1,4}(?: ?(?:of|/) ?[\\divxl]{1,4})?|\\d{1,3} ?/ ?\\d{1,3}(?: pages?)?|[-–] ?\\d{1,3} ?[-–]|strona \\d{1,3}(?: ?(?:z|/) ?\\d{1,3})?|(?:ال)?صفحة:? ?\\d{1,3}(?: ?(?:من|/) ?\\d{1,3})?';
const PRINTED = `(?:\\p{L}+ ){0,3}print(?:ed|out)?(?: date)?:? (?:on|by|at|from)\\b.*|(?:.*\\s)?(?:\\p{L}+ ){0,3}(?:printed|print date|date printed)(?: on| by)?:? ?${WRITTEN_DATE}.{0,60}|(?:wydrukowano|data wydruku|تاريخ الطباعة|طُ?بعت? في)(?!\\p{L}).*|\\W*end of (?:report|list|summary|record|document|page)\\W*|continued(?: on next page| overleaf)?\\.*`;
const PROGRAM =
  '(?:.*\\s)?nhs app(?:\\s.*)?|pharmacy label|patient access|systm ?on(?:e|line)|emis(?: web| health)?|(?:©|\\(c\\)|copyright)\\s.{0,60}|(?:my|your|gp|full)(?: (?:gp|health|medical|patient))? records?|(?:health|medical|patient) records?|(?:patient |medical |full |health )*(?:summary|details)|(?:show|view|see|learn|read) (?:more|less|all|details)|summary care record|hide details|(?:.*\\s)?(?:recorded by|contact|ask|speak to|held by) your (?:gp|doctor|surgery|practice)(?:\\s.*)?\\.?|https?://\\S+|www\\.\\S+|\\S+@\\S+\\.\\p{L}{2,}';
const NOTHING =
  'none|nil|n/a|no (?:current |repeat )?(?:medication|medicines?|problems?)|brak|لا يوجد|(?:strictly |private and |in )*confidential(?: patient information|[:\\s–-]+(?:\\p{L}+ ?){1,5})?';
const LETTER = 'dear (?:dr|mr|mrs|ms|miss|sir|madam|colleague)\\b.{0,60}|yours (?:sincerely|faithfully)\\b.{0,60}';
const WISHES = 'kind regards|best wishes|(?:signed|signature)(?: by)?:.{0,60}';
const BIRTH = `(?:date of birth|d\\.?o\\.?b\\.?|born|data urodzenia|تاريخ الميلاد):? ?${WRITTEN_DATE}`;
const NUMBERS =
  '(?:.*\\s)?nhs (?:no|number)\\b.*\\d.*|nhs ?:? ?\\d{3} ?\\d{3} ?\\d{4}|\\d{3} \\d{3} \\d{4}|(?:chi|pesel|mrn):? ?\\d{5,11}|.*\\b(?:d\\.?o\\.?b\\.?|date of birth):? ?\\d.*|(?:ul|al|os)\\. .+\\d.*|رقم (?:الملف|الهوية|المريض):? ?\\d+|(?:.*[\\s,])?(?:tel(?:ephone)?|phone|fax|mob(?:ile)?)[.:]? ?\\+?[\\d ()]{7,}.*';
const ALWAYS = new RegExp(
  `^(?:${[PAGE, PRINTED, PROGRAM, NOTHING, LETTER, WISHES, NUMBERS, `${BIRTH}.*|date of birth:.*`].join('|')})$`,
  'iu',
);
const IDENTITY =
  '(?:patient (?:name|id)|(?:full |first |last |family |given )?names?|(?:nhs|chi|emis|hospital|patient) (?:no|number|id)|mrn|(?:home )?address|post ?code|(?:home |work |mobile )?(?:tel(?:ephone)?|phone|mobile)(?: no| number)?|fax|e-?mail|imię i nazwisko|adres|الاسم|العنوان)\\.?';
const LABEL =
  '(?:patient|age|sex|gender|(?:usual |registered |named )?(?:gp|doctor)|(?:registered )?(?:surgery|practice)(?: name| address| code)?|registered(?: with| at)?|ward|consultant|clinic|report(?: date| by)?|summary(?: for| of)?|lekarz|الطبيب)';
const IDENTIFIED = new RegExp(`^${IDENTITY}\\s?:`, 'iu');
const LABELLED = new RegExp(`^${LABEL}\\s?:\\s*(.*)$`, 'iu');
const SUMMARY_FOR = new RegExp(
  `^(?:${anyCase('problem list|patient summary|summary|medical record|record|report|list|medication list|medicines list')}) (?:for|of|FOR|OF) \\p{Lu}`,
  'u',
);
const NAMED = "(?:[Tt]he )?(?:\\p{Lu}[\\p{L}'’&.-]* ){1,5}";
const WAYS =
  'lane|road|street|st|rd|avenue|ave|close|drive|way|court|place|square|terrace|crescent|gardens|hill|grove|park|row|walk|mews|green|parade';
const STREET = new RegExp(
  `(?:^|[,\\s])\\d{1,4}[a-z]?(?:-\\d{1,4})?,? (?:\\p{Lu}[\\p{L}'’.-]* ){1,4}(?:${anyCase(WAYS)})(?=$|[,.]|\\s+[A-Z]{1,2}\\d)`,
  'u',
);
const POSTCODE = /(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?(?=$|,)/;
const PLACES =
  'medical (?:centre|practice|group|partnership)|health ?centre|group practice|primary care (?:centre|network)|family practice|hospitals?|nhs (?:foundation )?trust|pharmacy|chemist';
const PLACE = new RegExp(`^${NAMED}(?:${anyCase(PLACES)})(?:,.*)?$`, 'u');
const SURGERY = new RegExp(`^${NAMED}(?:${anyCase('surgery')})$`, 'u');
const OF_A_STAY = /(?<!\p{L})(?:to|in|from|at|by|admi\p{L}+|discharge\p{L}*|attend\p{L}*|acquired)(?!\p{L})/iu;
const TITLED =
  /^(?:(?:[Mm](?:rs?|s|iss|x)|MRS|MISS|[Dd]r|Prof|Lek\. ?med|[Ll]ek|د)\.? (?:\p{L}[\p{L}.-]*\s?){1,4}|(?:MR|MS|DR) \p{Lu} \p{Lu}+)$/u;
const EACH_CAPITAL = /^(?:\p{L}+\. ?){0,2}(?:\p{Lu}[\p{L}.'’-]*\s?|\p{Lo}[\p{L}\p{M}]*\s?)+$/u;
const SURNAME_FIRST = /^\p{Lu}[\p{Lu}'’-]+, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*)*(?: \((?:Mrs?|Ms|Miss|Mx|Dr)\))?$/u;
const BORN = /[\s,]+\(?(?:d\.?o\.?b\.?|born|date of birth)(?!\p{L}).*$/iu;
const NUMBERED = new RegExp(`^(?:${NUMBERS}|${BIRTH}.*)$`, 'iu');
const DATED = new RegExp(WRITTEN_DATE, 'iu');
const TOWN = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}?[\p{L}'’-]+){0,2},?$/u;
const LONGEST = 400;

/**
 * Whether a cleaned line is surely about the print-out, the person or a place, and not what the list is of: "Page 1 of
 * 2", an address, a name, "NHS No. …". What holds a word of illness as well is not sure: see `isDoubtful`.
 */
export function isFurniture(line: string): boolean {
  const bare = westernDigits(line.trim());
  if (bare.length > LONGEST) return false;
  if (isAddress(bare) || IDENTIFIED.test(bare)) return true;
  if (ALWAYS.test(bare)) return !/page|print/iu.test(bare) || !namesIllness(bare);
  if (namesIllness(bare)) return false;
  const label = LABELLED.exec(bare);
  if (label) return isLabelOf(bare, label[1] ?? '');
  if (SUMMARY_FOR.test(bare) || (PLACE.test(bare) && !OF_A_STAY.test(bare))) return true;
  const person = bare.replace(BORN, '');
  return isPerson(person) || (person !== bare && SURNAME_FIRST.test(person));
}

/**
 * Whether a line is furniture only because of the lines beside it: "Riverside Surgery" over an address, where "Hip
 * surgery" is an operation; a town between its street and its postcode; a surname in capitals before a first name.
 */
export function isFurnitureBeside(line: string, above: string | undefined, below: string | undefined): boolean {
  const bare = line.trim();
  if (bare.length > LONGEST || namesIllness(bare)) return false;
  const isPlace = (other = '') => isAddress(other.trim());
  const isIdentity = (other = '') => NUMBERED.test(other.trim());
  if (SURGERY.test(bare)) return isPlace(above) || isPlace(below);
  if (SURNAME_FIRST.test(bare)) return isIdentity(above) || isIdentity(below);
  return (
    TOWN.test(bare) &&
    STREET.test((above ?? '').trim()) &&
    /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/.test(below?.trim() ?? '')
  );
}

const LOOSE_LABEL =
  /^(?:patient|name|age|sex|gender|address|tel|gp|surgery|practice|registered|hospital|ward|consultant|clinic|report|allerg(?:y|ies)|plan|(?:current |repeat |past )?(?:medications?|medicines?|drugs)|treatment|investigations?|results?|follow.?up|actions?|advice|(?:social|family) history|occupation|seen (?:by|in|on)|reviewed (?:by|on)|(?:recorded|entered|written|dictated|typed) by|author|next appointment|cc|re)\b[^:]{0,30}:/iu;
const JOB =
  /^(?:(?:locum |specialist |senior )?consultant|professor|registrar|specialty|practice nurse|physiotherapist|pharmacist|general practitioner)\b/iu;
const TO_A_READER = /(?<!\p{L})(?:you|your)(?!\p{L})/iu;
const SIGN_OFF = /^(?:dear|signed|signature|copy to|list of|record of|report of)\b/iu;
const LOOSE_STREET = new RegExp(STREET.source.replaceAll('\\p{Lu}', '\\p{L}'), 'iu');

/** Whether a line may be furniture and may be a problem: it is read as one, and offered to be left out, unticked. */
export function isDoubtful(line: string): boolean {
  const bare = westernDigits(line.trim());
  if (bare.length > LONGEST || isFurniture(bare)) return false;
  const person = bare.replace(BORN, '');
  return (
    [LOOSE_LABEL, JOB, SIGN_OFF, LOOSE_STREET, PLACE, SURNAME_FIRST].some((form) => form.test(bare)) ||
    (TO_A_READER.test(bare) && bare.split(/\s+/).length >= 5) ||
    /^(?:mr|ms|dr|mrs|miss|prof)\.? (?:\p{L}[\p{L}.'’-]*\s?){1,3}$/iu.test(person) ||
    (person !== bare && /^\P{N}+$/u.test(person))
  );
}

/** A street that a line begins with or a postcode that ends it, whatever else the street is called after. */
function isAddress(bare: string): boolean {
  const street = STREET.exec(bare);
  return (
    (street !== null && (street.index === 0 || !namesIllness(bare))) ||
    (POSTCODE.test(bare) && !namesIllness(bare.replace(POSTCODE, '')))
  );
}

/** "Usual GP: Dr A Example" is; "Patient: reports fatigue" and "Surgery: Caesarean 2004" may be a problem. */
function isLabelOf(bare: string, value: string): boolean {
  const isDated = /^(?:surgery|practice|registered|consultant|ward|clinic|patient)/iu.test(bare) && DATED.test(value);
  return !isDated && (value === '' || /^(?:[\p{Lu}\p{Lo}\d+(]|\S+@)/u.test(value));
}

/** A title and a name; "MS Relapsing" and "MR Spine" are an illness and a scan, "Dr Foster's syndrome" is no doctor. */
function isPerson(person: string): boolean {
  return TITLED.test(person) && EACH_CAPITAL.test(person);
}

/** The source of an expression in small letters, with a capital at each word, and in capitals. */
function anyCase(source: string): string {
  return [source, source.replace(/\b[a-z](?=[a-z])/g, (letter) => letter.toUpperCase()), source.toUpperCase()].join(
    '|',
  );
}
