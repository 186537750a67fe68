import { parts } from '#passport/catalogue.ts';
import type { Extract, ExtractRecord } from '#passport/extract.ts';
import { isEmptyValue } from '#passport/field.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { type Page, roomy } from './draft.ts';
import { cutInHeader } from './header.ts';
import { stepsFrom } from './page-one-sections.ts';
import { toldOf } from './told.ts';

/** Fields of a part that a section of page one says, in records `of` this sort; `roomy` ones only `from` a level up. */
type Said = {
  readonly section: string;
  readonly part: string;
  readonly fields: string;
  readonly roomy?: string;
  readonly from?: number;
  readonly of?: (record: ExtractRecord) => boolean;
};

const isStopped = (record: ExtractRecord) => record['pattern']?.value === 'stopped';
const isPast = (record: ExtractRecord) => record['status']?.value === 'past';
const isUsual = (record: ExtractRecord) => record['usual']?.value === true;

const said: readonly Said[] = [
  {
    section: 'header',
    part: 'me',
    fields: 'preferredName fullName birthDate nhsNumber pronouns languages interpreter communication',
  },
  { section: 'header', part: 'words', fields: 'label' },
  { section: 'visit', part: 'visit', fields: 'want hardHow hardToSay' },
  { section: 'matters', part: 'matters', fields: 'most', roomy: 'support' },
  { section: 'pleaseDo', part: 'words', fields: 'pleaseDo' },
  { section: 'pleaseDont', part: 'words', fields: 'pleaseDont' },
  { section: 'wordsThatHurt', part: 'words', fields: 'wordsThatHurt' },
  { section: 'usual', part: 'words', fields: 'usual notUsual isNew', roomy: 'where' },
  { section: 'alone', part: 'me', fields: 'alone' },
  {
    section: 'medicines',
    part: 'medicines',
    fields: 'name strength release pattern howOften dose reallyTake purpose helps notNow',
    roomy: 'helpsHow',
    of: (record) => !isStopped(record),
  },
  {
    section: 'tried',
    part: 'medicines',
    fields: 'name strength release pattern stopped stoppedWhy',
    of: isStopped,
  },
  { section: 'tried', part: 'tried', fields: 'what date helped', roomy: 'again' },
  { section: 'allergies', part: 'allergies', fields: 'substance whatHappened date sort' },
  { section: 'flare', part: 'flare', fields: 'urgent', roomy: 'steps medicines', from: stepsFrom },
  {
    section: 'problems',
    part: 'problems',
    fields: 'name status since',
    roomy: 'mine',
    of: (record) => !isPast(record),
  },
  { section: 'goals', part: 'goals', fields: 'what', roomy: 'going' },
  { section: 'contacts', part: 'me', fields: 'emergencyContacts' },
  { section: 'contacts', part: 'flare', fields: 'contacts' },
  { section: 'contacts', part: 'team', fields: 'name role phone usual', of: isUsual },
  {
    section: 'contacts',
    part: 'team',
    fields: 'usual',
    roomy: 'name role phone',
    of: (record) => !isUsual(record),
  },
];

/**
 * Names of the parts of which something was told that page one does not say, with its sections made at these
 * `levels` and those in `dropped` named instead of shown. Text that is cut says so where it is cut.
 */
export function restOf(
  page: Page,
  levels: ReadonlyMap<string, number>,
  dropped: ReadonlySet<string>,
): readonly string[] {
  const { extract, words } = page;
  const cut = cutInHeader(page);
  return parts
    .filter((part: Part) => {
      if (cut.includes(part.id)) return true;
      const sections = said.filter((each) => each.part === part.id).map(({ section }) => section);
      const isOnPage = sections.some((section) => section === 'header' || levels.has(section));
      return (isOnPage || !sections.some((section) => dropped.has(section))) && hasRest(extract, part, levels, dropped);
    })
    .map((part) => words.part(part.id));
}

function hasRest(
  extract: Extract,
  part: Part,
  levels: ReadonlyMap<string, number>,
  dropped: ReadonlySet<string>,
): boolean {
  const here = said.filter((each) => each.part === part.id);
  return (toldOf(extract, part)?.records ?? []).some((record) => {
    const covered = new Set(
      here
        .filter(({ of }) => !of || of(record))
        .flatMap(({ section, fields, roomy: more, from = roomy }) => {
          const isNamed = dropped.has(section);
          if (!isNamed && section !== 'header' && !levels.has(section)) return [];
          const all =
            more !== undefined && (isNamed || (levels.get(section) ?? 0) >= from) ? `${fields} ${more}` : fields;
          return all.split(' ');
        }),
    );
    return Object.entries(record).some(([id, { value }]) => {
      const field = id in part.fields ? fieldOf(part, id) : undefined;
      if (!field || field.silent || isEmptyValue(value)) return false;
      return !covered.has(id) || (id === 'steps' && hasFurtherLines(value));
    });
  });
}

/** Page one says what to do, the first line of a step; how is in the lines that follow. */
function hasFurtherLines(value: unknown): boolean {
  return Array.isArray(value) && value.some((step) => typeof step === 'string' && step.trim().includes('\n'));
}
