import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf } from '#passport/catalogue.ts';
import { type Change, readChange } from '#passport/change.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import type { Value } from '#passport/field.ts';
import { emptyPassport, fold, type Passport, recordOf } from '#passport/fold.ts';
import { fieldOf, fitsCard, type Part } from '#passport/part.ts';
import { isHeld } from '#passport/private.ts';
import { planOf } from '#screens/flare/pages.ts';
import { decodeOpenFile, encodeOpenFile, openChanges, openContents } from '#store/lock/open-file.ts';
import { anyChanges } from '../../passport/arbitrary.ts';
import { personToChanges } from '../../passport/person.ts';
import { random } from './here.ts';
import { lockV1 } from './lock-v1.ts';

const card = (passport: Passport) => pick(passport, emptyShare('emergency'), '2026-11-21');
const cases = { numRuns: 300 };

describe('what opens without the passphrase', () => {
  test('for the A&E card is the whole card, word for word', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const passport = fold(changes);
        expect(card(fold(openChanges(passport, 'emergency')))).toEqual(card(passport));
      }),
      cases,
    );
  });

  test('for a flare is every screen of flare mode, word for word', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const passport = fold(changes);
        const [shown, plan] = [planOf(fold(openChanges(passport, 'flare'))), planOf(passport)];
        expect(shown).toEqual(plan.contacts.length > 0 ? plan : { ...plan, contactsLang: '' });
      }),
      cases,
    );
  });

  test('holds nothing private, nothing of another part or a larger card, nothing removed or earlier, no author, no id', () => {
    let planted = 0;
    fc.assert(
      fc.property(anyChanges, fc.constantFrom('flare' as const, 'emergency' as const), (changes, kind) => {
        const marked = mark(changes, (part, field) => !isShown(kind, part, field));
        planted += JSON.stringify(marked).split('PLANTED').length - 1;
        const open = openChanges(fold(marked), kind);
        expect(JSON.stringify(open)).not.toContain('PLANTED');
        expect(open.every((change) => readChange(change) !== null)).toBe(true);
      }),
      { numRuns: 600 },
    );
    expect(planted).toBeGreaterThan(1000);
  });

  test('holds nothing that was written over or taken out', () => {
    const one = { at: '2026-11-21T09:00:00Z', by: '', lang: 'en-GB' };
    const passport = fold([
      { ...one, id: 'a', n: 1, part: 'flare', record: 'flare', set: { steps: ['PLANTED'], urgent: 'Ring 999' } },
      { ...one, id: 'b', n: 2, part: 'flare', record: 'flare', set: { steps: ['Lie on my left side'] } },
      { ...one, id: 'c', n: 3, part: 'medicines', record: 'm', set: { name: 'PLANTED' } },
      { ...one, id: 'd', n: 4, part: 'medicines', record: 'm', removed: true },
      { ...one, id: 'e', n: 5, part: 'visit', record: 'visit', set: { hardHow: 'not_today', hardToSay: 'PLANTED' } },
    ]);
    expect(JSON.stringify(openChanges(passport, 'emergency'))).not.toContain('PLANTED');
    const flare = openChanges(passport, 'flare');
    expect(flare.map(({ set }) => set)).toEqual([{ steps: ['Lie on my left side'] }, { urgent: 'Ring 999' }]);
  });

  test('is nothing where nothing is written', () => {
    expect(openChanges(emptyPassport, 'flare')).toEqual([]);
    expect(openChanges(emptyPassport, 'emergency')).toEqual([]);
  });
});

describe('what the person is told may open', () => {
  const told = (kind: 'flare' | 'emergency') =>
    new Set(openContents(kind).flatMap(({ part, fields }) => fields.map((field) => `${part.id}/${field}`)));

  test('is all that ever does, but for when it was checked and that there are none', () => {
    const seen = { flare: new Set<string>(), emergency: new Set<string>() };
    fc.assert(
      fc.property(anyChanges, fc.constantFrom('flare' as const, 'emergency' as const), (changes, kind) => {
        for (const { part, set = {} } of openChanges(fold(changes), kind))
          for (const field of Object.keys(set))
            if (field !== 'checked' && field !== 'none') seen[kind].add(`${part}/${field}`);
      }),
      { numRuns: 2000 },
    );
    expect([...seen.flare].filter((one) => !told('flare').has(one))).toEqual([]);
    expect([...seen.emergency].filter((one) => !told('emergency').has(one))).toEqual([]);
  });

  test('all of it opens, when all of it is written', () => {
    const passport = fold(personToChanges());
    for (const kind of ['flare', 'emergency'] as const) {
      const open = new Set(
        openChanges(passport, kind).flatMap(({ part, set = {} }) =>
          Object.keys(set).map((field) => `${part}/${field}`),
        ),
      );
      const shut = [...told(kind)].filter((one) => !open.has(one) && isWritten(passport, one));
      expect(shut, kind).toEqual([]);
    }
  });
});

describe('its file', () => {
  const changes = openChanges(
    fold([
      {
        id: 'a',
        n: 1,
        at: '',
        by: '',
        lang: 'en-GB',
        part: 'flare',
        record: 'flare',
        set: { steps: ['Heat on the sofa, WORDSINCLEAR'] },
      },
    ]),
    'flare',
  );

  test('opens by itself to exactly those pages', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanges, fc.constantFrom('flare', 'emergency', 'both'), async (some, opens) => {
        const passport = fold(some);
        const read = await decodeOpenFile(await encodeOpenFile(opens, openChanges(passport, opens)));
        const only = (kind: 'flare' | 'emergency') =>
          opens === kind || opens === 'both' ? fold(openChanges(passport, kind)) : null;
        const [flare, emergency] = [only('flare'), only('emergency')];
        expect(read?.flare && planOf(read.flare)).toEqual(flare && planOf(flare));
        expect(read?.emergency && card(read.emergency)).toEqual(emergency && card(emergency));
        for (const kind of ['flare', 'emergency'] as const) {
          const pages = read?.[kind];
          if (pages) expect(fieldsIn(openChanges(pages, kind))).toEqual(fieldsIn(changesOf(pages)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of version 1 opens, and shows nothing of what is private now, whatever it holds', async () => {
    for (const name of ['emergency', 'asking', 'forged'] as const) {
      const pages = await decodeOpenFile(lockV1.open[name]);
      const text = JSON.stringify(pages);
      expect(pages?.flare).toBeNull();
      for (const open of ['Asha', 'A plan for bad nights', 'Naproxen', 'My throat closed', 'Stop and lie down'])
        expect(text).toContain(open);
      expect(text).not.toMatch(/HARDWORDS|hardHow|hardToSay|alone|reallyTake|original/);
    }
    const pages = await decodeOpenFile(lockV1.open.flare);
    expect(pages?.emergency).toBeNull();
    expect(JSON.stringify(pages?.flare)).toContain('Warm pack');
  });

  test('has a new key each time, and no words in clear', async () => {
    const [one, two] = [await encodeOpenFile('flare', changes), await encodeOpenFile('flare', changes)];
    expect(one.slice(5, 37)).not.toEqual(two.slice(5, 37));
    expect(Buffer.from(one).toString('latin1')).not.toContain('WORDSINCLEAR');
  });

  test('whose key was overwritten opens no more', async () => {
    const bytes = await encodeOpenFile('flare', changes);
    const over = await encodeOpenFile('flare', []);
    const left = bytes.slice();
    left.set(over.subarray(0, 49));
    expect(await decodeOpenFile(left)).toBeNull();
  });

  test('with any one bit changed, cut, blank or of another kind is refused', async () => {
    const bytes = await encodeOpenFile('flare', changes);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      expect(await decodeOpenFile(damaged)).toBeNull();
    }
    for (let end = 0; end < bytes.length; end += 7) expect(await decodeOpenFile(bytes.slice(0, end))).toBeNull();
    expect(await decodeOpenFile(new Uint8Array(bytes.length))).toBeNull();
    expect(await decodeOpenFile(new Uint8Array(random(bytes.length)))).toBeNull();
  });
});

/** "part/field" of every value in these changes, in order. */
function fieldsIn(changes: readonly Change[]): readonly string[] {
  return changes.flatMap(({ part, set = {} }) => Object.keys(set).map((field) => `${part}/${field}`)).sort();
}

/** A passport of one value a field, as one change a record. */
function changesOf(passport: Passport): readonly Change[] {
  return Object.values(passport.parts).flatMap((records) =>
    Object.values(records).map(
      ({ part, id, entries }): Change => ({
        id,
        n: 1,
        at: '',
        by: '',
        lang: '',
        part,
        record: id,
        set: Object.fromEntries(Object.entries(entries).map(([field, { value }]) => [field, value])),
      }),
    ),
  );
}

function isWritten(passport: Passport, place: string): boolean {
  const [part = '', field = ''] = place.split('/');
  return Object.values(passport.parts[part] ?? {}).some((record) => record.entries[field]?.value !== undefined);
}

/** Whether the field belongs on what opens; for the card that is what fits a clinic card and is neither private nor silent. */
function isShown(kind: 'flare' | 'emergency', part: Part, field: string): boolean {
  const known = fieldOf(part, field);
  if (!known || known.private || part.private) return false;
  if (kind === 'flare') {
    return part.id === 'flare' && ['steps', 'contacts', 'urgent', 'helps', 'medicines', 'restart'].includes(field);
  }
  if (emptyShare('emergency').without.has(part.id)) return false;
  return (!known.silent && fitsCard(known, 'clinic')) || field === 'checked' || field === 'none';
}

/** The same changes with marks in what is hidden, in every author, and in the id of every record of a list. */
function mark(changes: readonly Change[], isHidden: (part: Part, field: string) => boolean): readonly Change[] {
  const hidden = changes.map((change): Change => {
    const part = partOf(change.part);
    if (!part) throw new Error(change.part);
    const set = Object.entries(change.set ?? {}).map(([field, value]) => [
      field,
      value !== null && isHidden(part, field) ? planted(value) : value,
    ]);
    const record = part.many && change.record !== part.id ? `PLANTED${change.record}` : change.record;
    return { ...change, record, by: 'PLANTED', set: Object.fromEntries(set) };
  });
  const passport = fold(hidden);
  return hidden.map((change) => {
    const part = partOf(change.part) as Part;
    const record = recordOf(passport, part.id, change.record);
    if (!record || !isHeld(part, record)) return change;
    const set = Object.entries(change.set ?? {}).map(([field, value]) => [
      field,
      field !== part.held?.lacks && value !== null ? planted(value) : value,
    ]);
    return { ...change, set: Object.fromEntries(set) };
  });
}

/** The value with every text in it marked; what is blank stays blank. */
function planted(value: Value): Value {
  const marked = (item: unknown): unknown => {
    if (typeof item === 'string') return item.trim() === '' ? item : `PLANTED ${item}`;
    if (Array.isArray(item)) return item.map(marked);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, marked(inner)]));
  };
  return marked(value) as Value;
}
