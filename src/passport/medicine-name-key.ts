import { westernDigits } from './partial-date.ts';

// What may follow the substance in a name without making it another one.
const SALT =
  'hydrochloride|dihydrochloride|hcl|hydrobromide|sulfate|sulphate|phosphate|sodium|potassium|calcium|magnesium|citrate|fumarate|maleate|tartrate|bitartrate|succinate|mesilate|mesylate|besilate|besylate|tosylate|dihydrate|trihydrate|anhydrous';
// Of these the second word says which one it is: ferrous sulfate is not ferrous fumarate.
const ION = /^(?:ferrous|ferric|iron|magnesium|calcium|potassium|sodium|zinc|lithium|copper|aluminium)(?!\p{L})/u;
const SALTS_LAST = new RegExp(`(?<=\\p{L}{3})(?: (?:${SALT}))+$`, 'u');
const MADE =
  /(?<![\p{L}\p{N}])(?:m\/?r|s\/?r|x\/?l|e\/?c|(?:modified|prolonged|slow|sustained|extended|immediate)[ -]release|(?:gastro|enteric|film)[ -]?(?:resistant|coated)|tablets?|tabs?|capsules?|caps|caplets?|patch(?:es)?|plasters?|oral (?:solution|suspension)|tabletk[ai]|kapsułk[ai]|plast(?:er|ry)|حبوب|أقراص|كبسولات|لصقات?)(?![\p{L}\p{N}])/gu;
const STRENGTH =
  /(?<![\p{L}\p{N}.])\d[\d.,]*(?: ?(?:micrograms?|milligrams?|grams?|units?|mcg|µg|μg|mg|ml|iu|g|%|ملغم?|ملجم|مجم)(?!\p{L})(?: ?\/ ?(?:\d[\d.,]*)? ?(?:micrograms?|mg|ml|mcg|g|hours?|hrs?|hr|h|dose)(?!\p{L}))?| ?\/ ?\d[\d.,]*(?: ?(?:mg|mcg|micrograms?))?)/gu;
const MOST = 200;

/**
 * What two spellings of one medicine's name have in common; two entries are of one name when their keys are the same
 * and not ''. Case, accents, spaces, hyphens, a brand or maker in brackets, the salt ("codeine phosphate"), and a
 * strength or form standing in the name do not matter. A brand and its generic stay two names. '' only for no letters or figures.
 */
export function foldMedicineName(name: string): string {
  const plain = westernDigits(name.slice(0, MOST))
    .normalize('NFKD')
    .replace(/\p{M}|['’ʼـ]/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[\s\u200b-\u200f]+/gu, ' ');
  const bare = words(
    plain
      .replace(/[([][^()[\]]*[)\]]?/gu, ' ')
      .replace(STRENGTH, ' ')
      .replace(MADE, ' '),
  );
  const key = ION.test(bare) ? bare : bare.replace(SALTS_LAST, '');
  return (key || words(plain)).replace(/ /g, '');
}

/** True for two names of one medicine; see `foldMedicineName`. */
export function sameMedicineName(a: string, b: string): boolean {
  const key = foldMedicineName(a);
  return key !== '' && key === foldMedicineName(b);
}

function words(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
