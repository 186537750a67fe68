import { expect, test } from 'vitest';
import { aeRoom, clinicRoom, fullRoom, packExtract } from '#exchange/code/pack.ts';
import { partOf, parts } from '#passport/catalogue.ts';
import { exampleEdits } from '#passport/example/example.ts';
import { privateTicks } from '#passport/extract.ts';
import { isKnownTerm, isNhsNumber, isOwn, readValue } from '#passport/field.ts';
import { isUsed } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { isPrivatePart } from '#passport/private.ts';
import { exampleExtract, examplePassport } from '../summary/told-person.ts';

test('the example is a whole person: every part but the private ones is used, and private fields are there to see', () => {
  const passport = examplePassport();
  for (const part of parts) expect(isUsed(passport, part.id), part.id).toBe(!isPrivatePart(part));
  expect(privateTicks(passport).length).toBeGreaterThan(1);
});

test('every value of the example is one the catalogue can read', () => {
  for (const { part, set } of exampleEdits()) {
    for (const [id, value] of Object.entries(set ?? {})) {
      const field = fieldOf(partOf(part) as Part, id);
      expect(field && readValue(field.kind, value), `${part}.${id}`).not.toBeNull();
      const picked = field?.kind === 'term' ? [value] : field?.kind === 'terms' ? (value as unknown[]) : [];
      for (const choice of picked as never[]) expect(field && (isOwn(choice) || isKnownTerm(field, choice))).toBe(true);
    }
  }
});

test('its numbers belong to nobody: an NHS test number and telephones kept for drama', () => {
  const text = JSON.stringify(exampleEdits());
  expect(isNhsNumber('943 476 5919')).toBe(true);
  for (const number of text.match(/\b0[\d ]{9,13}\d\b/g) ?? [])
    expect(number).toMatch(/^(07700 900\d{3}|020 7946 0\d{3})$/);
});

test('nothing private of the example is in what a reader is given', () => {
  for (const reader of ['gp', 'specialist', 'emergency', 'everything'] as const) {
    expect(JSON.stringify(exampleExtract(reader))).not.toMatch(/see_me_alone|Some days none/);
  }
});

test('an emergency card fits one small code, a clinic card one larger, and everything in four', async () => {
  const emergency = await packExtract(exampleExtract('emergency'), aeRoom);
  expect(emergency.cards).toHaveLength(1);
  expect(Object.keys(emergency.leftOut)).not.toContain('flare');
  const clinic = await packExtract(exampleExtract('gp'), clinicRoom);
  expect([clinic.cards.length, clinic.leftOut]).toEqual([1, {}]);
  const whole = await packExtract(exampleExtract('everything'), fullRoom);
  expect(whole.cards.length).toBeLessThanOrEqual(4);
  expect(whole.leftOut).toEqual({});
});
