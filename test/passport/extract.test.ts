import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parts } from '#passport/catalogue.ts';
import type { Change } from '#passport/change.ts';
import { emptyShare, pick, privateTicks, recordTicks } from '#passport/extract.ts';
import type { Field, Value } from '#passport/field.ts';
import { apply, fold } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { problems } from '#passport/parts/problems.ts';
import { type ReaderId, readers } from '#passport/readers.ts';
import { editsToChanges, withNoneTakenBack } from '#passport/write.ts';
import { anyChanges, anyShare } from './arbitrary.ts';
import { personToChanges } from './person.ts';

const made = '2026-11-21';
const readerIds = Object.keys(readers) as ReaderId[];

function changesOf(
  entries: readonly (readonly [string, string, Readonly<Record<string, Value>>])[],
): readonly Change[] {
  return entries.map(([part, record, set], at) => ({
    id: `t${at}`,
    n: 100 + at,
    at: '',
    by: '',
    lang: 'en-GB',
    part,
    record,
    set,
  }));
}

/** A value of the field's kind with a marker in every text of it. */
function marked(field: Field, marker: string): Value {
  switch (field.kind) {
    case 'text':
    case 'long':
    case 'date':
      return marker;
    case 'term':
    case 'link':
      return { own: marker };
    case 'terms':
      return [{ own: marker }];
    case 'steps':
    case 'order':
      return [marker];
    case 'contacts':
      return [{ name: marker, phone: marker, when: marker }];
    case 'yes':
      return true;
  }
}

/** Every field of every part holds a marker that names it; private and silent ones say so. */
const planted = fold(
  changesOf(
    (parts as readonly Part[]).map((part) => {
      const set = Object.fromEntries(
        Object.entries(part.fields).map(([id, field]) => {
          const isSecret = part.private || field.private || field.silent;
          const marker = `${isSecret ? 'SECRET' : 'open'}-${part.id}-${id}-`;
          return [id, part.held?.lacks === id ? 'active' : marked(field, marker)] as const;
        }),
      );
      return [part.id, part.many ? 'r1' : part.id, set] as const;
    }),
  ),
);

test('nothing private leaves unless it was ticked, for any reader', () => {
  for (const reader of readerIds) {
    const sent = JSON.stringify(pick(planted, { ...emptyShare(reader), without: new Set() }, made));
    expect(sent).toContain('open-me-preferredName-');
    expect(sent).not.toContain('SECRET');
  }
});

test('ticking one private thing lets out that one and no other, told in confidence', () => {
  const everyField = { alone: ['alone'], reallyTake: ['reallyTake'], pages: ['title', 'text'] };
  for (const { key, part, field } of privateTicks(planted)) {
    const share = { ...emptyShare('everything'), withPrivate: new Set([key]) };
    const sent = pick(planted, share, made);
    const secrets = new Set(JSON.stringify(sent).match(/SECRET-\w+-\w+-/g) ?? []);
    const fields = everyField[(field ?? part) as keyof typeof everyField];
    expect([...secrets]).toEqual(fields.map((id) => `SECRET-${part}-${id}-`));
    const told = sent.parts.flatMap(({ records }) => records).flatMap((record) => Object.values(record));
    expect(told.filter(({ confidence }) => confidence)).toHaveLength(fields.length);
  }
  expect(
    privateTicks(planted)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(['me/me/alone', 'medicines/r1/reallyTake', 'pages/r1']);
});

test('for any passport and any ticks, what leaves without a tick is what leaves when the private things were never written', () => {
  const shared = anyChanges.map(fold).chain((passport) => fc.tuple(fc.constant(passport), anyShare(passport)));
  const isPrivate = (part: string, field: string) =>
    ((parts as readonly Part[]).find(({ id }) => id === part)?.fields[field]?.private ?? false) && field !== 'original';
  fc.assert(
    fc.property(shared, ([passport, share]) => {
      const cleared = Object.values(passport.parts)
        .flatMap((records) => Object.values(records))
        .map((record): Change => {
          const ids = Object.keys(record.entries).filter((field) => isPrivate(record.part, field));
          const set = Object.fromEntries(ids.map((field) => [field, null]));
          return { id: 'z', n: 99, at: '', by: '', lang: '', part: record.part, record: record.id, set };
        });
      const unticked = {
        ...share,
        withPrivate: new Set([...share.withPrivate].filter((key) => key.split('/').length === 2)),
      };
      expect(pick(apply(passport, cleared), unticked, made)).toEqual(pick(passport, unticked, made));
    }),
  );
});

test('a pasted problem stays at home until it is placed, and no tick for it is offered', () => {
  const pasted = changesOf([
    ['problems', 'p', { name: 'Somatization disorder', original: 'E2015 Somatization disorder' }],
  ]);
  const passport = fold(pasted);
  const sent = (changes: readonly Change[], withPrivate: readonly string[]) =>
    pick(apply(passport, changes), { ...emptyShare('everything'), withPrivate: new Set(withPrivate) }, made).parts.find(
      ({ part }) => part === 'problems',
    )?.records;
  expect(sent([], [])).toEqual([]);
  expect(privateTicks(passport)).toEqual([]);
  expect(recordTicks(passport, problems)).toEqual([]);
  expect(sent([], ['problems/p'])).toEqual([
    { name: { value: 'Somatization disorder', lang: 'en-GB', confidence: true } },
  ]);
  const placed = changesOf([['problems', 'p', { status: 'active' }]]).map((change) => ({
    ...change,
    n: 200,
    id: 'placed',
  }));
  expect(sent(placed, [])).toEqual([
    { name: { value: 'Somatization disorder', lang: 'en-GB' }, status: { value: 'active', lang: 'en-GB' } },
  ]);
});

describe('what is hard to say', () => {
  const [words, how] = ['visit/visit/hardToSay', 'visit/visit/hardHow'];
  const written = (hardHow: string | null) =>
    fold(
      changesOf([['visit', 'visit', { want: 'A plan', hardToSay: 'I am frightened', ...(hardHow && { hardHow }) }]]),
    );
  const sent = (hardHow: string | null, ...ticked: readonly string[]) =>
    pick(written(hardHow), { ...emptyShare('gp'), withPrivate: new Set(ticked) }, made).parts.find(
      ({ part }) => part === 'visit',
    )?.records;
  const choices = ['read', 'ask', 'not_today', null];

  test('leaves nothing behind, whatever was picked before, until it is ticked this time', () => {
    const without = pick(fold(changesOf([['visit', 'visit', { want: 'A plan' }]])), emptyShare('gp'), made);
    for (const choice of choices) expect(pick(written(choice), emptyShare('gp'), made)).toEqual(without);
  });

  test('is read only when “read this” is picked and it is ticked', () => {
    const told = { value: 'I am frightened', lang: 'en-GB', confidence: true };
    expect(sent('read', words, how)).toEqual([{ want: { value: 'A plan', lang: 'en-GB' }, hardToSay: told }]);
    for (const choice of choices.slice(1)) expect(JSON.stringify(sent(choice, words, how))).not.toContain('frightened');
  });

  test('is asked about only when “ask me” is picked and ticked, and its words stay', () => {
    const told = { value: 'ask', lang: 'en-GB', confidence: true };
    expect(sent('ask', how)).toEqual([{ want: { value: 'A plan', lang: 'en-GB' }, hardHow: told }]);
    expect(sent('ask', words)).toEqual([{ want: { value: 'A plan', lang: 'en-GB' } }]);
    for (const choice of ['read', 'not_today']) expect(JSON.stringify(sent(choice, how))).not.toContain('hardHow');
  });

  test('is offered to be ticked only where a tick would tell something', () => {
    const offered = (choice: string | null) => privateTicks(written(choice)).map(({ key }) => key);
    expect(choices.map(offered)).toEqual([[words], [how], [], []]);
  });
});

test('why a medicine stopped is told only of a medicine that stopped', () => {
  const sent = (pattern: string) =>
    pick(
      fold(changesOf([['medicines', 'm', { name: 'Codeine', pattern, stoppedWhy: 'It stopped working' }]])),
      emptyShare('gp'),
      made,
    ).parts.find(({ part }) => part === 'medicines')?.records[0];
  expect(sent('stopped')).toHaveProperty('stoppedWhy');
  expect(sent('regular')).not.toHaveProperty('stoppedWhy');
});

test('a part or a record that was unticked is not there at all', () => {
  const passport = fold(personToChanges());
  const all = pick(passport, emptyShare('everything'), made);
  const some = pick(
    passport,
    { ...emptyShare('everything'), without: new Set(['goals', 'medicines/medicines0']) },
    made,
  );
  expect(some.parts.map(({ part }) => part)).toEqual(
    all.parts.map(({ part }) => part).filter((part) => part !== 'goals'),
  );
  expect(JSON.stringify(all)).toContain('Amitriptyline');
  expect(JSON.stringify(some)).not.toContain('Amitriptyline');
});

test('medicines taken now come before those that stopped, each in the person’s order', () => {
  const sent = pick(fold(personToChanges()), emptyShare('everything'), made);
  const patterns = sent.parts
    .find(({ part }) => part === 'medicines')
    ?.records.map((record) => record['pattern']?.value);
  const places = (patterns ?? []).map((pattern) => medicines.sortBy.terms.indexOf(pattern as never));
  expect(places).toEqual([...places].sort());
  expect(places.length).toBe(12);
});

test('a person named in a medicine is told by name, and a removed one is not', () => {
  const changes = changesOf([
    ['team', 'a', { name: 'Dr Anwar' }],
    ['medicines', 'm', { name: 'Codeine', prescriber: 'a' }],
  ]);
  const prescriber = (more: readonly Change[]) =>
    pick(fold([...changes, ...more]), emptyShare('everything'), made).parts.find(({ part }) => part === 'medicines')
      ?.records[0]?.['prescriber']?.value;
  expect(prescriber([])).toEqual({ own: 'Dr Anwar' });
  const gone: Change = { id: 'g', n: 300, at: '', by: '', lang: '', part: 'team', record: 'a', removed: true };
  expect(prescriber([gone])).toBeUndefined();
});

test('none that I know of is not the same as not written', () => {
  const sent = (entries: Parameters<typeof changesOf>[0]) =>
    pick(fold(changesOf(entries)), emptyShare('gp'), made).parts.find(({ part }) => part === 'allergies');
  expect(sent([])).toEqual({ part: 'allergies', checked: null, written: null, none: false, records: [] });
  expect(sent([['allergies', 'allergies', { none: true, checked: '2026-11-20' }]])).toEqual({
    part: 'allergies',
    checked: '2026-11-20',
    written: null,
    none: true,
    records: [],
  });
  const both = sent([
    ['allergies', 'allergies', { none: true }],
    ['allergies', 'a', { substance: 'Penicillin' }],
  ]);
  expect(both?.none).toBe(false);
});

test('a last-checked date that no calendar has is not told as one', () => {
  const passport = fold(changesOf([['me', 'me', { preferredName: 'Rosa', checked: 'soon, perhaps' }]]));
  expect(pick(passport, emptyShare('gp'), made).parts[0]?.checked).toBeNull();
});

test('an ambulance is not told goals, what was tried or what a good day is like', () => {
  const sent = pick(fold(personToChanges()), emptyShare('emergency'), made);
  expect(sent.parts.map(({ part }) => part)).toEqual([
    'me',
    'words',
    'visit',
    'allergies',
    'medicines',
    'flare',
    'problems',
    'team',
  ]);
});

test('an extract is in the language most of it is written in', () => {
  expect(pick(fold(personToChanges('pl')), emptyShare('gp'), made).lang).toBe('pl');
  expect(pick(fold([]), emptyShare('gp'), made).lang).toBe('en-GB');
});

test('where one medicine was left out for a clinician, its list is told as partial; a private one is never missed', () => {
  const passport = fold(
    changesOf([
      ['medicines', 'a', { name: 'Ramipril', pattern: 'regular' }],
      ['medicines', 'b', { name: 'Codeine', pattern: 'regular' }],
      ['goals', 'g', { what: 'Swim' }],
    ]),
  );
  const partOf = (without: readonly string[]) =>
    pick(passport, { ...emptyShare('gp'), without: new Set(without) }, made).parts;
  const list = (without: readonly string[]) => partOf(without).find(({ part }) => part === 'medicines');
  expect(list([])?.partial).toBeUndefined();
  expect(list(['medicines/b'])).toMatchObject({ partial: true, records: [expect.anything()] });
  expect(list(['medicines'])).toMatchObject({ partial: true, records: [], none: false });
  expect(partOf(['goals/g']).every(({ partial }) => partial === undefined)).toBe(true);
});

test('adding an allergy takes back "none that I know of", and taking it out again does not bring that back', () => {
  const said = fold(changesOf([['allergies', 'allergies', { none: true }]]));
  const edit = { part: 'allergies', record: 'a', set: { substance: 'Penicillin' } };
  const writer = { by: '', lang: 'en-GB' };
  const world = { now: () => new Date('2026-11-21T10:00:00.000Z'), random: (count: number) => new Uint8Array(count) };
  const added = apply(said, editsToChanges(said, withNoneTakenBack(said, [edit]), writer, world));
  const removed = apply(
    added,
    editsToChanges(added, [{ part: 'allergies', record: 'a', removed: true }], writer, world),
  );
  const sent = pick(removed, emptyShare('gp'), made).parts.find(({ part }) => part === 'allergies');
  expect(sent).toMatchObject({ none: false, records: [] });
  expect(withNoneTakenBack(said, [{ part: 'allergies', record: 'a', removed: true }])).toHaveLength(1);
});
