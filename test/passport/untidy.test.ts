import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf, parts } from '#passport/catalogue.ts';
import { readChange } from '#passport/change.ts';
import { emptyShare, pick, privateTicks } from '#passport/extract.ts';
import { type Choice, isEmptyValue, isKnownTerm, isOwn, readValue } from '#passport/field.ts';
import { entryValue, fieldValue, fold, headOf, listOf, recordsOf } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { isHeld } from '#passport/private.ts';
import { casesOf } from '../cases-of.ts';
import { gridAllergies, gridLife, gridMedicines } from './grid.ts';
import { untidyChanges, untidyPassport } from './untidy.ts';

describe('an untidy life', () => {
  test('is one that the app could have written, and holds no ellipsis', () => {
    fc.assert(
      fc.property(untidyChanges(), (changes) => {
        for (const change of changes) {
          expect(readChange(change)).toEqual(change);
          for (const [name, value] of Object.entries(change.set ?? {})) {
            const field = fieldOf(partOf(change.part) as Part, name);
            const read = field ? readValue(field.kind, value) : null;
            expect(isEmptyValue(read), `${change.part}.${name}`).toBe(false);
            const picked = field?.kind === 'term' ? [read] : field?.kind === 'terms' ? (read as Choice[]) : [];
            for (const choice of picked as Choice[])
              expect(isOwn(choice) || isKnownTerm(field as never, choice)).toBe(true);
          }
        }
        expect(JSON.stringify(changes)).not.toMatch(/…|\.\.\./);
      }),
      { numRuns: casesOf(60) },
    );
  });

  test('can be nearly empty or very full, in many languages, with things held, private and taken out', () => {
    const logs = fc.sample(untidyChanges(), { seed: 8, numRuns: casesOf(120) });
    const lives = logs.map(fold);
    const counts = lives.map((life) => listOf(life, medicines).length);
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(20);
    expect(lives.some((life) => Object.keys(life.parts).length < 7)).toBe(true);
    expect(new Set(logs.flat().map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(8);
    expect(logs.flat().some(({ removed }) => removed === true)).toBe(true);
    expect(lives.some((life) => privateTicks(life).length > 1)).toBe(true);
    expect(
      lives.some((life) => parts.some((part: Part) => listOf(life, part).some((record) => isHeld(part, record)))),
    ).toBe(true);
    const sayNone = lives.filter((life) => entryValue(allergies, headOf(life, allergies), 'none') === true);
    expect(new Set(sayNone.map((life) => listOf(life, allergies).length > 0)).size).toBe(2);
  });

  test('can be asked for in one language only', () => {
    fc.assert(
      fc.property(untidyPassport({ langs: ['ar'], most: 3 }), (passport) => {
        const { lang } = pick(passport, emptyShare('gp'), '2026-11-21');
        expect(['ar', 'en-GB']).toContain(lang);
        expect(listOf(passport, medicines).length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 20 },
    );
  });
});

test('the grid has as many medicines and allergies as are asked for, each whole and of its own name', () => {
  for (let many = gridMedicines.least; many <= gridMedicines.most; many += 1) {
    const life = gridLife({ medicines: many, allergies: gridAllergies.most });
    const taken = recordsOf(life, medicines);
    expect(new Set(taken.map((record) => fieldValue(medicines, record, 'name'))).size).toBe(many);
    for (const record of taken) {
      expect(fieldValue(medicines, record, 'strength')).not.toBeNull();
      expect(fieldValue(medicines, record, 'dose')).not.toBeNull();
      expect(fieldValue(medicines, record, 'pattern')).not.toBe('stopped');
    }
  }
  for (let many = gridAllergies.least; many <= gridAllergies.most; many += 1) {
    const told = recordsOf(gridLife({ medicines: gridMedicines.least, allergies: many }), allergies);
    expect(told).toHaveLength(many);
    for (const record of told) expect(fieldValue(allergies, record, 'whatHappened')).toMatch(/^[^.]+\. [^.]+\.$/);
  }
});
