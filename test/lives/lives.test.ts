import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { partOf } from '#passport/catalogue.ts';
import { readChange } from '#passport/change.ts';
import { type Choice, isEmptyValue, isKnownTerm, isOwn, readValue } from '#passport/field.ts';
import { fieldValue, recordsOf } from '#passport/fold.ts';
import { fieldOf } from '#passport/part.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { readDownload } from '#store/read-download.ts';
import { lives, livesMade } from './lives.ts';

describe.each(lives)('$who', ({ id, changes }) => {
  test('is written in fields and terms that the passport knows', () => {
    for (const change of changes) {
      expect(readChange(change)).toEqual(change);
      for (const [name, value] of Object.entries(change.set ?? {})) {
        const part = partOf(change.part);
        const field = part && fieldOf(part, name);
        if (!field) throw new Error(`${change.part} has no field ${name}`);
        const read = readValue(field.kind, value);
        expect(isEmptyValue(read), `${change.part}.${name}`).toBe(false);
        const picked = field.kind === 'term' ? [read] : field.kind === 'terms' ? (read as readonly Choice[]) : [];
        for (const choice of picked as readonly Choice[])
          expect(isOwn(choice) || isKnownTerm(field, choice), `${change.part}.${name}: ${choice}`).toBe(true);
      }
    }
  });

  test('opens from its open copy, word for word; when the table changed: node test/tools/lives.mjs', async () => {
    const bytes = readFileSync(new URL(`../fixtures/lives/${id}.mfp`, import.meta.url));
    expect(await readDownload(bytes)).toMatchObject({ ok: true, changes, made: livesMade });
  });

  test('has numbers that belong to nobody', () => {
    const numbers = JSON.stringify(changes).match(/(?:\+44 |\b0)[\d ]{9,13}\d\b/g) ?? [];
    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers)
      expect(number.replace('+44 ', '0')).toMatch(/^(07700 900\d{3}|020 7946 0\d{3}|01632 960 \d{3})$/);
  });
});

test('one has four allergies and fourteen medicines now, two of one name', () => {
  const student = lives.find(({ id }) => id === 'student');
  if (!student) throw new Error('no student');
  const now = recordsOf(student.passport, medicines).filter(
    (record) => fieldValue(medicines, record, 'pattern') !== 'stopped',
  );
  expect(now).toHaveLength(14);
  expect(new Set(now.map((record) => fieldValue(medicines, record, 'name'))).size).toBe(13);
  expect(recordsOf(student.passport, allergies)).toHaveLength(4);
});
