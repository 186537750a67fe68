import { westernDigits } from '#passport/partial-date.ts';
import { dateToIso, WRITTEN_DATE } from './dates-in-text.ts';
import { doseStart, isDoseLine } from './dose-words.ts';
import { isForm } from './medicine-pieces.ts';

/** What a line says about its medicine being over: `body` is the line without those words. */
export type Stopped = {
  readonly body: string;
  /** ISO 8601 of reduced precision; '' when no date stands there. */
  readonly stoppedOn: string;
  /** What else was said about stopping, as typed; '' when nothing was. */
  readonly stoppedWhy: string;
};

const FREE = '(?<![\\p{L}\\p{N}])';
const DONE = '(?![\\p{L}\\p{N}])';
const END_OF_CLAUSE = '(?=\\s*(?:$|[),;.:!\\]–—-]))';
const IT = '(?: (?:it|this|them))?';
const SEASON =
  'year|month|week|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|time';
// What may come after a word of stopping when it is the medicine that stopped, and not the pain: "stopped helping" is not.
const ABOUT_STOPPING = `(?=\\s*(?:$|[(),;.:!\\]–—-]|(?:[\\d٠-٩۰-۹]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)? ?[\\d])|(?:on|in|since|at|around|about|circa|by|because|cos|bc|due|owing|as|when|after|before|during|from|following|while|recently|suddenly|early|myself|ages|years|months|weeks|made|gave|caused|bad|side|too|no|nie|bo|ponieważ|przez|w|od|لأن|بسبب|في|عام|سنة|(?:the )?(?:last|this|that|same) (?:${SEASON})|(?:a|one|two|three|four|five|six|many|some) (?:few|couple|while|${SEASON}s?|years?|months?|weeks?|days?))${DONE}))`;

// Words that say by themselves that a medicine is over.
const OVER = [
  `stopped(?: (?:taking|using|having))?${IT}`,
  'discontinued',
  "d/c(?:[’']?e?d)?",
  '(?<!open-)ended',
  'ceased',
  'withdrawn',
  '(?:course )?(?:finished|completed)',
  `no longer (?:tak(?:e|es|ing)|us(?:e|es|ing)|on|prescribed|need(?:ed)?|required|given|have|having)${IT}`,
  `(?:not|don[’']t|do not) tak(?:e|ing)${IT} (?:any ?more|now)`,
  `(?:came|weaned|tapered|taken) off${IT}`,
  `gave (?:it )?up(?: on (?:it|them))?`,
  'odstawion[yea]',
  'odstawił[ae]m',
  'zakończon[yea]',
  '(?:już nie|nie) (?:biorę|stosuję)(?: już)?',
  'توق[ّ]?فت(?: عنه| عنها| عن)?',
  'أوقفت(?:ه|ها)?',
  'متوقف',
  'لم أعد آخذ(?:ه|ها)?',
].join('|');
const DATED = `(?:stop|end) date(?=[\\s:]*${WRITTEN_DATE})`;
// Not "can't take it on an empty stomach", nor "didn't tolerate 20mg": only where the words stop.
const CANNOT = `(?:(?:can[’']?t|cannot|could(?:n[’']t| not)) (?:take|tolerate|have)${IT}|(?:not tolerated|did(?:n[’']t| not) tolerate)${IT}|never again)(?=\\s*(?:$|[),;.:!\\]–—-]|(?:because|due to|as it|so)${DONE}))`;
// Said of now, and not of for ever; the words are kept.
const NOT_NOW = `(?:(?:not|don[’']t|do not) (?:currently )?(?:tak(?:e|ing)|us(?:e|ing))${IT} (?:at (?:the moment|present)|currently|right now|these days)|(?:have|has)(?:n[’']?t| not) (?:taken|used|had)${IT} (?:since|for|in)(?= ))`;
const LEAD = "(?:(?:i|i[’']ve|have|has|was|been|it|now|since|but|and) ){0,4}";
const SURE_INSIDE = new RegExp(
  `${FREE}${LEAD}(?:(?:${OVER})${ABOUT_STOPPING}|${CANNOT}|${NOT_NOW}|no longer${END_OF_CLAUSE}|not taking${IT}${END_OF_CLAUSE}|${DATED})`,
  'giu',
);
// Only at the start of a line do these speak of the whole of it.
const SURE_FIRST = new RegExp(
  `^[([]?(?:${LEAD}(?:${OVER}|no longer${END_OF_CLAUSE}|${DATED})|(?:i )?used to (?:take|be on|have)|tried and stopped)${DONE}(?! (?:\\p{L}+ing|the|my|being)${DONE})[)\\]]?`,
  'iu',
);
const PAST_FIRST =
  /^(?:past|previous(?:ly)?|former(?:ly)?|old|ex|not now|in the past|dawniej|wcześniej|poprzednio|سابق[ًا]*)(?: (?:medications?|medicines?|meds))?\s*(?::|\s[–—-]\s)\s*/iu;
const PAST_LAST =
  /\s*(?:[([]|\s[–—-]|[,;:])\s*(?:past|previous(?:ly)?|former(?:ly)?|old|in the past|not now|not any ?more|dawniej|wcześniej|سابق[ًا]*)\s*[)\]]?\s*$/iu;

// "Take until the pain has stopped", "must not be stopped": nothing is over.
const NOT_OVER = new RegExp(
  `${FREE}(?:(?:until|till|when|once|if|unless|whether)${DONE}[^,;()]*|(?:not|never|be|being|cannot|can[’']t|don[’']t|should|must) *)$`,
  'iu',
);
// "Bleeding stopped", "the patch came off": something else is over.
const OF_ANOTHER =
  /(?:pains?|bleeding|periods?|nausea|sickness|vomiting|cramps?|headaches?|migraines?|symptoms?|cough(?:ing)?|itch(?:ing)?|rash|fits|seizures|spasms?|patch(?:es)?|plasters?|dressings?|chemo(?:therapy)?|radiotherapy|treatment|infections?) (?:has |have |had |is |was )?$/iu;
const BEGUN_AGAIN = new RegExp(`${FREE}(?:re-?start(?:ed)?|started? (?:it )?again|back on|resumed)${DONE}`, 'iu');
const STILL = new RegExp(
  `${FREE}(?:still (?:tak\\w+|us(?:e|ing)|on|need\\w*|prescribed|going)|carr(?:y|ied|ying) on|kept (?:taking|using|on)|keep (?:taking|using)|but (?:i )?(?:take|use|am on)|nadal (?:biorę|stosuję)|(?:ما|لا) ?(?:زلت|أزال))${DONE}`,
  'iu',
);
const DATE_NEXT = new RegExp(
  `^[\\s:=,.–—-]{0,4}(?:${FREE}(?:on|in|since|from|around|about|circa|approx\\.?|w|od|في|عام|سنة) |~ ?)*(${WRITTEN_DATE})`,
  'iu',
);
const DATE_LAST = new RegExp(`[\\s,;(–—-]+(?:(?:on|in|w|في) )?(${WRITTEN_DATE})[)\\]]?\\s*$`, 'iu');
const ANY_DATE = new RegExp(`${FREE}(${WRITTEN_DATE})`, 'giu');
const REASON = new RegExp(`[\\s,;(–—-]+(?=(?:because|due to|owing to|as it|bo|ponieważ|przez|لأن|بسبب)${DONE})`, 'iu');
const TELLS_WHY =
  /can|could|tolerat|never|gave|at the moment|at present|currently|right now|these days|ha(?:ve|s)(?:n[’']?t| not)/iu;
const YEARS = new RegExp(`${FREE}(?:19|20)\\d{2} ?(?:-|–|to|until|till) ?((?:19|20)\\d{2})${DONE}`, 'iu');
const DOSE = /\d ?(?:mg|mcg|g|ml|micrograms?|units?|%)(?!\p{L})|\d\/\d/iu;

/**
 * Reads what one line says about having stopped; null when it says nothing of the sort, or when the day is still to come
 * (`today`, an ISO date). Every other word stays in `body`.
 */
export function readStopped(line: string, today: string): Stopped | null {
  if (BEGUN_AGAIN.test(line) || STILL.test(line)) return null;
  const first = SURE_FIRST.exec(line);
  if (first && /\p{L}{2}/u.test(withoutDates(line.slice(first[0].length)))) {
    const tail = line.slice(first[0].length);
    return isToCome(first[0], dateNext(tail).iso || onlyDate(tail), today) ? null : fromFirst(line, first[0].length);
  }
  const past = PAST_FIRST.exec(line);
  if (past && past[0].length < line.length) return { body: line.slice(past[0].length), stoppedOn: '', stoppedWhy: '' };
  for (const { 0: mark, index } of line.matchAll(SURE_INSIDE)) {
    const before = line.slice(0, index);
    const tail = line.slice(index + mark.length);
    if (!/\p{L}{2}/u.test(before) || NOT_OVER.test(before) || OF_ANOTHER.test(before)) continue;
    if (isToCome(mark, dateNext(tail).iso || onlyDate(tail), today)) return null;
    const read = fromInside(before, mark, tail);
    if (/\p{L}{2}/u.test(read.body)) return read;
  }
  return ofYears(line, today) ?? pastLast(line);
}

function pastLast(line: string): Stopped | null {
  const last = PAST_LAST.exec(line);
  return last && /\p{L}{2}/u.test(line.slice(0, last.index))
    ? { body: line.slice(0, last.index), stoppedOn: '', stoppedWhy: '' }
    : null;
}

/** "2015-2017": over, and nothing is cut out of the text. */
function ofYears(line: string, today: string): Stopped | null {
  const plain = westernDigits(line);
  const until = YEARS.exec(plain)?.[1] ?? '';
  const isPast = until !== '' && until < today.slice(0, 4) && /\p{L}{3}/u.test(plain.replace(YEARS, ''));
  return isPast ? { body: line, stoppedOn: until, stoppedWhy: '' } : null;
}

/** A day that has not come; of an end date, also one that is today, or may be: nothing ends by itself. */
function isToCome(mark: string, iso: string, today: string): boolean {
  const now = today.slice(0, iso.length);
  return iso !== '' && (iso > now || (iso === now && /date/iu.test(mark)));
}

/** "STOPPED: Tramadol 50mg 2019". */
function fromFirst(line: string, length: number): Stopped {
  const next = dateNext(line.slice(length));
  const rest = next.after.replace(/^[\s:,.)\]–—-]+/u, '');
  const { body, why } = parted(rest);
  if (next.iso !== '') return { body, stoppedOn: next.iso, stoppedWhy: why };
  const last = DATE_LAST.exec(westernDigits(body));
  const iso = last?.[1] === undefined ? null : dateToIso(last[1]);
  if (!last || iso === null) return { body, stoppedOn: onlyDate(why), stoppedWhy: why };
  return { body: body.slice(0, last.index), stoppedOn: iso, stoppedWhy: why };
}

/** "Naproxen 250mg (stopped 2016, bleeding) tablets". */
function fromInside(before: string, mark: string, tail: string): Stopped {
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  const isOpen = open >= 0 && !/[)\]]/.test(before.slice(open));
  const close = isOpen ? tail.search(/[)\]]/) : -1;
  const inside = close >= 0 ? tail.slice(0, close) : tail;
  const outside = close >= 0 ? tail.slice(close + 1) : '';
  // "Ketamine - pain clinic stopped it": who did it stands before the mark.
  const clause = /(?:,|\s[–—-]|:)\s+(?=\p{L})([^,:()]*)$/u.exec(before);
  const who =
    clause && !DOSE.test(clause[1] ?? '') && !isDoseLine((clause[1] ?? '').trim()) && !isForm(clause[1] ?? '');
  const lead = isOpen ? before.slice(open + 1).trim() : who ? (clause[1] ?? '').trim() : '';
  const name = isOpen
    ? before.slice(0, open)
    : who
      ? before.slice(0, clause.index)
      : before.replace(/[\s,;:–—-]+$/u, '');
  const body = `${name.trimEnd()} ${outside.trim()}`.trim();

  const { iso, after } = dateNext(inside);
  const words = after.replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/gu, '');
  // Some other words of theirs stand about the mark: they are kept together.
  if (lead !== '') return { body, stoppedOn: iso || onlyDate(inside), stoppedWhy: `${lead} ${mark}${inside}`.trim() };
  const why = words.replace(/^\(([^()]*)\)$/u, '$1');
  if (words === '') return { body, stoppedOn: iso, stoppedWhy: TELLS_WHY.test(mark) ? mark.trim() : '' };
  if (close < 0 && DOSE.test(words)) return { body: `${body} ${words}`, stoppedOn: iso, stoppedWhy: '' };
  if (TELLS_WHY.test(mark)) return { body, stoppedOn: iso || onlyDate(inside), stoppedWhy: `${mark}${inside}`.trim() };
  const isApart = iso !== '' || /^\s*[,;:.(–—-]/u.test(after) || REASON.test(` ${words}`);
  return { body, stoppedOn: iso || onlyDate(inside), stoppedWhy: isApart ? why : `${mark} ${words}` };
}

function dateNext(text: string): { iso: string; after: string } {
  const found = DATE_NEXT.exec(westernDigits(text));
  const iso = found?.[1] === undefined ? null : dateToIso(found[1]);
  return found && iso !== null ? { iso, after: text.slice(found[0].length) } : { iso: '', after: text };
}

function onlyDate(text: string): string {
  const dates = [...westernDigits(text).matchAll(ANY_DATE)].map((found) => dateToIso(found[1] ?? ''));
  return dates.length === 1 ? (dates[0] ?? '') : '';
}

function withoutDates(text: string): string {
  return westernDigits(text).replace(ANY_DATE, '');
}

/** What comes after the medicine and says nothing of how it was taken is about stopping: "gabapentin, made me fall". */
function parted(text: string): { body: string; why: string } {
  const at = REASON.exec(text)?.index ?? lastClause(text);
  return at === null
    ? { body: text, why: '' }
    : { body: text.slice(0, at), why: text.slice(at).replace(/^[\s,;(–—-]+|(?<=^[^(]*)\)$/gu, '') };
}

function lastClause(text: string): number | null {
  for (const { 0: mark, index } of text.matchAll(/,\s+|\s[–—-]\s+|\s\(/gu)) {
    const words = text.slice(index + mark.length);
    const saysHow = DOSE.test(words) || isDoseLine(words) || isForm(words) || doseStart(`Aa ${words}`) !== null;
    if (!saysHow && /^\p{Ll}/u.test(words) && /\p{L}{3}/u.test(words)) return index;
  }
  return null;
}
