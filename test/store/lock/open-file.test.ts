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
import { decodeOpenFile, encodeOpenFile, openChanges } from '#store/lock/open-file.ts';
import { anyChanges } from '../../passport/arbitrary.ts';
import { random } from './here.ts';

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
    for (const kind of ['flare', 'emergency'] as const) {
      const bytes = await encodeOpenFile(kind, changes);
      expect(await decodeOpenFile(bytes)).toEqual({ kind, passport: fold(changes) });
    }
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
