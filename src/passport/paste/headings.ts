/** What a line that is not about one problem is. `foreign` opens another section of the record, such as medicines. */
type Heading = { readonly kind: 'problems'; readonly state: HeadingState } | { readonly kind: 'foreign' };
export type HeadingState = 'active' | 'past' | null;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ACTIVE = set('active current ongoing');
const PAST = set('past inactive previous resolved historic historical ended closed');
const KIND = set(
  'my all other significant major minor medical surgical health clinical gp full summarised chronic long term co known diagnosed existing relevant',
);
const THING = set(
  'problem problems condition conditions diagnosis diagnoses issue issues history comorbidities morbidities illnesses operations procedures',
);
const BETWEEN = set('and or of the list record');
const FOREIGN =
  /^(?:(?:my|current|past|repeat|acute|drug|recent|known|latest|other) )*(?:allerg(?:y|ies)|allergies and .{1,40}|adverse reactions|sensitivities|medications?|medicines?|prescriptions?|immunisations?|vaccinations?|family history|social history|consultations?|investigations?|test results|results|referrals?|appointments?|values|observations|documents)$/;
// The titles of lists in Polish and Arabic, each with what it says of the entries under it.
const OTHER_TITLES: readonly (readonly [RegExp, HeadingState])[] = [
  [/^(?:aktywne|obecne|bieżące|aktualne)(?: (?:problemy|choroby|rozpoznania|schorzenia)(?: zdrowotne)?)?$/u, 'active'],
  [/^(?:przebyte|przeszłe|zakończone|nieaktywne)(?: (?:choroby|zabiegi|operacje|problemy))?$/u, 'past'],
  [/^(?:choroby|schorzenia|operacje|zabiegi) (?:przebyte|przeszłe|w wywiadzie)$/u, 'past'],
  [/^rozpoznani[ae](?: (?:główne|zasadnicze|współistniejące|dodatkowe|kliniczne))?$/u, null],
  [/^(?:choroby|schorzenia)(?: (?:przewlekłe|współistniejące|towarzyszące))?$/u, null],
  [/^(?:lista problemów|problemy)(?: zdrowotnych| zdrowotne)?$/u, null],
  [/^(?:المشاكل|الأمراض|الحالات|التشخيصات)(?: الصحية| الطبية)? (?:الحالية|النشطة|القائمة)$/u, 'active'],
  [/^(?:المشاكل|الأمراض|الحالات|التشخيصات)(?: الصحية| الطبية)? (?:السابقة|الماضية|القديمة|غير النشطة)$/u, 'past'],
  [/^(?:قائمة )?(?:المشاكل|الأمراض|الحالات|التشخيصات)(?: الصحية| الطبية| المزمنة)?$/u, null],
  [/^(?:التشخيص|التاريخ (?:المرضي|الطبي))$/u, null],
];
const OTHER_FOREIGN =
  /^(?:(?:przyjmowane |obecne )?leki|alergie|uczulenia|szczepienia|zalecenia|الأدوية(?: الحالية)?|الحساسية|التطعيمات)$/u;
const HEADER_WORDS = new Set(
  'problem problems condition conditions diagnosis diagnoses description term name rubric code codes read snomed ct icd date dates of onset start started end ended first last recorded entered added diagnosed resolved status significance priority type no number index ref id by comment comments notes category severity episode laterality year when who entry entries detail details practice organisation episodicity clinician location associated text additional information laterality since reviewed consulted consultation seen updated'.split(
    ' ',
  ),
);
const SURE_HEADER_WORDS = new Set(
  'date dates onset code codes status rubric description significance term year entry details since'.split(' '),
);
const STATES: Readonly<Record<string, HeadingState>> = {
  active: 'active',
  current: 'active',
  ongoing: 'active',
  past: 'past',
  inactive: 'past',
  resolved: 'past',
  ended: 'past',
  previous: 'past',
  historic: 'past',
  historical: 'past',
  significant: null,
  minor: null,
  major: null,
  problem: null,
};

/** The heading a cleaned line is, or null. A section that is not of problems counts only with its colon or a count. */
export function headingOf(line: string): Heading | null {
  if (line.length > 80) return null;
  const bare = line
    .toLowerCase()
    .replace(/[*#=_|>-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const count =
    /\s?[([](?:\d+|(?:as (?:at|of|on) |on |to )?\d[^)\]]{5,24})[)\]]\s?:?$|\s?:\s?(?:\(?\d+\)?)?$|\s[–-]\s?\d+$/;
  const hasMark = count.test(bare);
  const text = bare.replace(count, '').replace(/\s?:$/, '').trim();
  if (/^(?:pmhx?|psh)$/.test(text)) return { kind: 'problems', state: 'past' };
  if (hasMark && text === 'background') return { kind: 'problems', state: null };
  const other = OTHER_TITLES.find(([title]) => title.test(text));
  if (other) return { kind: 'problems', state: other[1] };
  if (hasMark && OTHER_FOREIGN.test(text)) return { kind: 'foreign' };
  const words = text.split(/[\s:&/,()[\]]+/).filter(Boolean);
  const has = (kind: ReadonlySet<string>) => words.some((word) => kind.has(word));
  const isOnly =
    words.length > 0 && words.every((word) => [ACTIVE, PAST, KIND, THING, BETWEEN].some((kind) => kind.has(word)));
  if (isOnly && has(ACTIVE) !== has(PAST)) return { kind: 'problems', state: has(PAST) ? 'past' : 'active' };
  if (isOnly && (has(ACTIVE) || has(THING) || (hasMark && has(KIND)))) return { kind: 'problems', state: null };
  return hasMark && FOREIGN.test(text) ? { kind: 'foreign' } : null;
}

/** The title that a line begins with, and what stands after it: "Past medical history: gout". Null for any other line. */
export function titleFirst(
  line: string,
): { readonly title: string; readonly state: HeadingState; readonly rest: string } | null {
  const found = /^\s*([^:]{3,60}:)\s*(?=\S)/.exec(line);
  const heading = found && headingOf(found[1] ?? '');
  if (!found || heading?.kind !== 'problems') return null;
  return { title: found[1] ?? '', state: heading.state, rest: line.slice(found[0].length) };
}

/** Whether a cleaned line only grades what stands under it, which is as active or past as before: "Priority 3". */
export function isGrade(line: string): boolean {
  return /^(?:priority:? \d|minor|major|significant)\s?:?$/iu.test(line.trim());
}

/** Whether a cleaned line only names columns: "Problem  Onset Date". */
export function isColumnHeader(line: string): boolean {
  if (line.length > 160) return false;
  // "Details: none" is a line of a card.
  if (/:\s*\S/.test(line)) return false;
  const words = line.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return words.every((word) => HEADER_WORDS.has(word)) && words.some((word) => SURE_HEADER_WORDS.has(word));
}

/** The state a whole cell says ("Active", "Resolved"; null for "Minor"), or undefined when it is no such word. */
export function statusOf(cell: string): HeadingState | undefined {
  const word = cell
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/ problem$/, '')
    .trim();
  return Object.hasOwn(STATES, word) ? STATES[word] : undefined;
}
