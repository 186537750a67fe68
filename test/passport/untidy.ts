import fc from 'fast-check';
import { parts } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import type { Choice, Field, Value } from '#passport/field.ts';
import { fold, type Passport } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { offered } from '#passport/terms.ts';
import { type Script, sentencesIn, wordsIn } from './untidy-words.ts';

type Ask = {
  /** The languages it may be written in, most of it in the first drawn; all by default. */
  readonly langs?: readonly Script[];
  /** The most records of each list, 12 by default: medicines may be twice as many. */
  readonly most?: number;
};

/**
 * Random lives as people write them, not as hostile files are: every part may be there or not, a list may hold none or
 * many, a sentence may be very long, a dose odd, a word in another script; some things are private, held or taken out.
 * Every change is one that the app could have written. No text in it holds an ellipsis: one that is seen was put there.
 */
export function untidyChanges({ langs, most = 12 }: Ask = {}): fc.Arbitrary<readonly Change[]> {
  const spoken = langs ?? (Object.keys(wordsIn) as Script[]);
  return fc
    .tuple(fc.constantFrom(...spoken), fc.subarray([...spoken], { maxLength: Math.min(2, spoken.length) }))
    .chain(([main, more]) => {
      const lang = fc.oneof({ weight: 9, arbitrary: fc.constant(main) }, ...more.map((other) => fc.constant(other)));
      const open = (parts as readonly Part[]).filter(({ id }) => id !== 'pages');
      return fc.tuple(...open.map((part) => partChanges(part, lang, most)));
    })
    .map((rows) => rows.flat().map((row, at): Change => ({ ...row, id: `u${at}`, n: at + 1 })));
}

/** The passport that `untidyChanges` makes. */
export function untidyPassport(ask: Ask = {}): fc.Arbitrary<Passport> {
  return untidyChanges(ask).map(fold);
}

type Row = Omit<Change, 'id' | 'n'>;

function partChanges(part: Part, lang: fc.Arbitrary<Script>, most: number): fc.Arbitrary<readonly Row[]> {
  if (!part.many) return fc.oneof(fc.constant([]), rowOf(part, part.id, lang), rowOf(part, part.id, lang));
  const counts = { minLength: 0, maxLength: part.id === 'medicines' ? 2 * most : most };
  const list = fc.array(fc.nat(), { ...counts, size: 'max' }).chain((made) => {
    const records = made.map((_, place) => rowOf(part, `${part.id}-${place}`, lang));
    return fc.tuple(fc.constant([] as readonly Row[]), ...records).map((rows) => rows.flat());
  });
  const none: readonly Row[] = part.canBeNone ? [rowWith(part.id, part.id, 'en-GB', { none: true })] : [];
  return fc.oneof(
    { weight: 8, arbitrary: list },
    { weight: 1, arbitrary: fc.constant(none) },
    { weight: 1, arbitrary: list.map((rows) => [...none, ...rows]) },
  );
}

/** One record: its title and most of its fields, now and then taken out again. */
function rowOf(part: Part, record: string, lang: fc.Arbitrary<Script>): fc.Arbitrary<readonly Row[]> {
  return lang.chain((script) => {
    const fields = Object.entries<Field>(part.fields);
    const values = fields.map(([id, field]) => {
      const value = id === part.title ? titleOf(part, field, script) : anyValueOf(part, id, field, script);
      // what every record has, what most have, and what a few have
      const freq = id === part.title ? 30 : field.silent ? 0 : field.first || field.card === 'ae' ? 4 : 1;
      return freq === 0 ? fc.constant(null) : fc.option(value, { freq });
    });
    return fc
      .tuple(fc.tuple(...values), fc.constantFrom('', '', '', 'Ada', 'هالة'), fc.integer({ min: 1, max: 25 }))
      .map(([written, by, fate]) => {
        const held = part.held && fate < 5 ? { [part.held.has]: 'As it was printed\t12-Mar-2015' } : {};
        const set = {
          ...Object.fromEntries(
            fields.map(([id], at) => [id, written[at] ?? null]).filter(([, value]) => value !== null),
          ),
          ...held,
        };
        if (part.held && fate < 3) delete set[part.held.lacks];
        const row = rowWith(part.id, record, script, set, by);
        return part.many && fate === 25
          ? [row, { ...rowWith(part.id, record, script, undefined), removed: true }]
          : [row];
      });
  });
}

function rowWith(part: string, record: string, lang: string, set: Row['set'] | undefined, by = ''): Row {
  return { at: '2026-11-19T09:00:00.000Z', by, lang, part, record, ...(set ? { set } : {}) };
}

const doses = [
  '.5 mg',
  ',5 mg',
  '<5 mg',
  '≤ 8 a day',
  '~5 ml',
  '5 to 7 mg',
  '1/2',
  '½',
  '30/500 8 a day',
  '10 → 20 mg',
  '200–400 mg',
  '10 micrograms/hour',
  '500mg',
  '1,000 units',
  '5%',
] as const;
const drugs = [
  'Amitriptyline',
  'Co-codamol',
  'Buprenorphine patch',
  'Metformin',
  'Ramipril',
  'Insulin glargine',
  'Paracetamol',
  'Warfarin',
  'Fludrocortisone',
  'Levothyroxine',
  'Tramadol 37.5mg / Paracetamol 325mg',
  'vit D',
  'the little white ones',
  'Hydroxychloroquine sulfate 200 mg film-coated',
] as const;
const dates = ['2012', '2015-03', '2026-11-02', '1989', '2027-06', 'about when my son was born', 'قبل كورونا'] as const;

function titleOf(part: Part, field: Field, script: Script): fc.Arbitrary<Value> {
  if (part.id === 'medicines' || part.id === 'allergies')
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...drugs) }, phrase(script));
  if (field.kind === 'text') return phrase(script);
  return anyValueOf(part, part.title, field, script);
}

function anyValueOf(part: Part, id: string, field: Field, script: Script): fc.Arbitrary<Value> {
  switch (field.kind) {
    case 'text':
      if (id === 'nhsNumber') return fc.constantFrom('999 000 0018', '943 476 5919', '٩٩٩ ٠٠٠ ٠٠١٨');
      if (id === 'phone') return fc.constantFrom('020 7946 0333', '+44 7700 900417', '111');
      if (id === 'strength') return fc.constantFrom(...doses);
      if (part.id === 'medicines' && id === 'dose')
        return fc.oneof(fc.constantFrom(...doses), fc.tuple(fc.constantFrom(...doses), phrase(script)).map(spaced));
      return phrase(script);
    case 'long':
      return fc.oneof(
        { weight: 8, arbitrary: speech(script, 1, 3) },
        { weight: 3, arbitrary: speech(script, 4, 12) },
        { weight: 1, arbitrary: fc.array(speech(script, 1, 2), { minLength: 2, maxLength: 4 }).map(lined) },
      );
    case 'date':
      return fc.constantFrom(...dates);
    case 'term':
    case 'link':
      return choiceOf(field, script);
    case 'terms':
      return fc.array(choiceOf(field, script), { minLength: 1, maxLength: 6 });
    case 'steps':
    case 'order':
      return fc.array(speech(script, 1, 2), { minLength: 1, maxLength: 8 });
    case 'contacts':
      return fc.array(
        fc.record({
          name: phrase(script),
          phone: fc.constantFrom('07700 900321', '020 7946 0712', '', '111'),
          when: fc.oneof(fc.constant(''), phrase(script)),
        }),
        { minLength: 1, maxLength: 3 },
      );
    case 'yes':
      return fc.constant(true);
  }
}

function choiceOf(field: Field, script: Script): fc.Arbitrary<Choice> {
  const own = phrase(script).map((text) => ({ own: text }));
  const known = field.set ? offered(field.set) : [];
  if (known.length === 0) return own;
  const pick = fc.constantFrom(...known);
  return field.own ? fc.oneof({ weight: 3, arbitrary: pick }, own) : pick;
}

const spaced = (texts: readonly string[]) => texts.join(' ');
const lined = (texts: readonly string[]) => texts.join('\n');

/** A few words, now and then with a sign that people type; rarely so many that they fill lines. */
function phrase(script: Script): fc.Arbitrary<string> {
  const word = fc.constantFrom(...wordsIn[script]);
  return fc.oneof(
    { weight: 20, arbitrary: fc.array(word, { minLength: 1, maxLength: 5 }).map(spaced) },
    { weight: 4, arbitrary: fc.tuple(word, fc.constantFrom(...signs), word).map(spaced) },
    { weight: 1, arbitrary: fc.array(word, { minLength: 15, maxLength: 40 }).map(spaced) },
  );
}

const signs = [
  '→',
  '≥ 2',
  '±',
  '½',
  'µ',
  '✓',
  '🙃',
  '👩🏽‍🦽',
  '“”',
  '(L4/5)',
  'e\u0301',
  '5-7',
  '24/7',
  '“ok”',
  '!!!',
  '- -',
] as const;

/** Whole sentences, as many as asked, each of a language and with a figure in it so that two are seldom the same. */
function speech(script: Script, least: number, most: number): fc.Arbitrary<string> {
  const sentence = fc
    .tuple(fc.constantFrom(...sentencesIn[script]), fc.integer({ min: 2, max: 999 }))
    .map(([text, figure]) => text.replace('#', String(figure)));
  return fc.array(sentence, { minLength: least, maxLength: most }).map(spaced);
}
