import { listedNameLength } from '#passport/medicine-names.ts';
import { FORM } from './medicine-form.ts';

const END = '(?![\\p{L}\\p{N}])';
const WORD_NUMBER = 'a half|half(?: an?)?|iii?|one|two|three|four|five|six|seven|eight|nine|ten|twelve';
const FEW = `(?:(?:0|[1-9]|1[0-2])?[½¼¾]|(?:[1-9] )?[1-3]/[2-4]|0?\\.\\d+|[1-9]\\.\\d|1[0-2]|[1-9]|${WORD_NUMBER})`;
const NUMBER = `(?:\\d+(?:[.,]\\d+)?|${FEW})`;
const TO = '(?: ?(?:-|–|/|to|or|and) ?)';
const TAKEN_UNIT =
  'tablets?|tabs?|tab|capsules?|caps?|sachets?|patch(?:es)?|plasters?|lozenges?|suppositor(?:y|ies)|pessar(?:y|ies)|applications?|doses?|vials?|tabletk[aięi]|kapsułk[aięi]|حبة|حبتين|حبات';
const MEASURED_UNIT =
  'puffs?|sprays?|drops?|units?|iu|mls?|millilit(?:re|er)s?|(?:\\d ?ml )?spoon(?:ful)?s?|teaspoons?';
const DAY = 'mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun';
const MEAL = 'food|meals?|breakfast|lunch|dinner|tea|supper|water|milk|bed(?:time)?|sleep|exercise';
const ABOUT_IT =
  '(?:has |have |was |is |to be |will be |i )*(?:stopped|finished|ended|discontinued|completed|withdrawn|restarted|started|increased|reduced)|last (?:year|month|week|spring|summer|autumn|winter|christmas)|on hold|prescribed|never|not (?:currently )?taking|haven.?t|took|tried|held (?:until|for|back)|paused|withheld|suspended|(?:end|stop|start) date|no longer|course|since|still|reducing|increasing|weaning';
const OFTEN = [
  'o\\.?d\\.?|b\\.?d\\.?|t\\.?d\\.?s\\.?|q\\.?d\\.?s\\.?|q\\.?i\\.?d\\.?|t\\.?i\\.?d\\.?|b\\.?i\\.?d\\.?|p\\.?r\\.?n\\.?|nocte|mane|stat|om',
  'once|twice|thrice|(?:three|four|five|\\d) ?(?:x|times)|every|each|daily|weekly|fortnightly|monthly|nightly|hourly',
  'at (?:night|bed|onset|lunch|tea|dinner|breakfast|the (?:first|start|onset))(?:time)?|bedtime|night and morning|morning and (?:night|evening)|(?:in the|every|each) (?:mornings?|evenings?|afternoons?|night)|mornings?(?= ?(?:$|,|and|only))|evenings?(?= ?(?:$|,|and|only))',
  '(?:when|if|as|where)(?: it is| I)? (?:required|needed|necessary|directed|advised|need)|as and when',
  `(?:before|after|with|without) (?:or after )?(?:${MEAL})`,
  `on (?:alternate|waking|an empty|a full|(?:${DAY})(?:days?)?)`,
  'up to|max(?:imum)?|half',
  'rano|wieczorem|na noc|raz dziennie|(?:dwa|trzy) razy|w razie|przed snem',
  'مرة|مرتين|مرتان|عند|قبل|بعد|يوميا|يوميًا|كل',
].join('|');
const FOLLOWS =
  'at|in|to be|every|each|daily|weekly|nightly|once|twice|three|four|times|a (?:day|night|week)|per|od|bd|tds|qds|nocte|mane|prn|when|as|if|with|before|after|morning|night|evening|on|up to|needed|required|x';
const VERB =
  'take|apply|use|inhale|inject|insert|put|give|suck|chew|dissolve|instil|place|rub|swallow|stick|wear|drink|mix|sprinkle';
const MORE_VERBS =
  "do not|don[’']t|to be|may be|can be|must be|not to|no more|reduce|increase|continue|then|as directed|as per|as before|as advised|m\\.?d\\.?u\\.?|for external|can take|may take|change|remove|swap|leave|wash|avoid|stop if";

/** Source of an expression (flags `iu`) for a number of doses that begins how a medicine is taken: "1/2 tab", "60 in the". */
const COUNTED = [
  `${FEW}(?:${TO}${FEW})? ?(?:x )?(?:${TAKEN_UNIT})${END}`,
  `${NUMBER}(?:${TO}${NUMBER})? ?(?:${MEASURED_UNIT})${END}(?! ?/)(?! ?(?:${FORM}|$|[,;)]))`,
  `${NUMBER}(?:${TO}${NUMBER})? ?(?:mls?|puffs?|sprays?|drops?|spoonfuls?|teaspoons?)${END}(?! ?/)(?! ?(?:bottle|pack|tube))`,
  `${NUMBER}(?:${TO}${NUMBER})?(?= (?:${FOLLOWS})${END})`,
  `${FEW}(?:${TO}${FEW}) (?=[\\p{Ll}])`,
  `x ?${FEW}(?= |$)`,
  `[1-9]\\d?(?:${TO}[1-9]\\d?)? ?units?${END}(?! ?/)`,
].join('|');
const STARTS = new RegExp(
  `(?<![\\p{L}\\p{N}.,/½¼¾-])(?:${COUNTED}|(?:${OFTEN}|${ABOUT_IT})${END}|(?:${VERB}) )`,
  'giu',
);
const LINE = new RegExp(`^[(]?(?:${COUNTED}|(?:${OFTEN}|${MORE_VERBS})${END}|(?:${VERB})${END})`, 'iu');
const LEAD = new RegExp(
  `^(?:(?:${VERB}) )?(?:${NUMBER}(?:${TO}${NUMBER})?)? ?(?:x )?(?:\\d+(?:\\.\\d+)? ?(?:mg|mcg|micrograms?|g|ml) )?(?:(?:${TAKEN_UNIT}) )?(?:of )?`,
  'iu',
);
const NUMBERED_NAME = /(?:^|\s)(?:omega|vitamin [a-z]|coenzyme q|factor|type|novomix|humalog mix)[ -]?$/iu;
const TIME_ONLY =
  /^(?:(?:in the |at |every |each )?(?:mornings?|lunch(?:time)?|midday|noon|afternoons?|evenings?|tea ?time|dinner|supper|night(?:time)?|bed ?time|breakfast)|rano|w południe|wieczorem|na noc|صباح[ًا]*|مساء[ًا]*|ظهر[ًا]*)$/iu;
const AS_NEEDED =
  /(?<!\p{L})(?:p\.?r\.?n\.?|(?:when|if|as|where)(?: it is| it[’']s| i| you)? (?:required|needed|necessary|need)|as and when|when(?:ever)? (?:i|you) need|on demand|w razie (?:potrzeby|bólu)|doraźnie|عند (?:الحاجة|اللزوم))(?!\p{L})/giu;
// "One at night, and an extra one when needed": the medicine itself is taken all the time.
const ONLY_MORE = /(?:extra|additional|another|further|more|plus|top[ -]?up|not|and (?:one|1|2|two))[^.;]{0,30}$/iu;

/** Where in `text` how it is taken begins, looking from `from` on; null when nothing says so. */
export function doseStart(text: string, from = 0): number | null {
  for (const { index } of text.matchAll(STARTS)) {
    const before = text.slice(0, index);
    if (index >= from && /\p{L}{2}/u.test(before) && !NUMBERED_NAME.test(before)) return index;
  }
  return null;
}

/** True for a line that only says how something is taken, and names no medicine. */
export function isDoseLine(line: string): boolean {
  if (/^(?:ON|OM|PO|PR|SC|IM|IV|SL|TOP|INH|NEB)$/.test(line)) return true;
  if (/:$/.test(line) || !LINE.test(line)) return false;
  return !namesMedicine(line);
}

/** True for a line with a listed medicine first, but for how much of it: "take 2 x 500mg paracetamol". */
export function namesMedicine(line: string): boolean {
  return listedNameLength(line.slice(LEAD.exec(line)?.[0].length ?? 0)) > 0;
}

/** True for a heading such as "Morning:", which says when the medicines under it are taken. */
export function isTimeOfDay(words: string): boolean {
  return TIME_ONLY.test(words);
}

/** True where the text says that the medicine is taken as needed, and not only some more of it. */
export function saysAsNeeded(text: string): boolean {
  return [...text.matchAll(AS_NEEDED)].some(({ index }) => !ONLY_MORE.test(text.slice(0, index)));
}
