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

test('the example is as full as a life with pain is, so that a page that cuts shows it', () => {
  const extract = exampleExtract('gp');
  const told = (part: string, field: string) =>
    extract.parts
      .filter((each) => each.part === part)
      .flatMap(({ records }) => records.map((record) => record[field]?.value));
  const count = (part: string, field: string, term: string) =>
    told(part, field).filter((value) => value === term).length;
  const patterns = ['regular', 'as_needed', 'flares'].map((pattern) => count('medicines', 'pattern', pattern));
  expect(Math.min(...patterns)).toBeGreaterThanOrEqual(1);
  expect(patterns.reduce((sum, more) => sum + more)).toBeGreaterThanOrEqual(7);
  expect(told('medicines', 'strength')).toContain('5 micrograms/hour');
  expect(told('medicines', 'stoppedWhy').filter((why) => /^[A-Z].+ .+ .+\.$/.test(String(why ?? '')))).toHaveLength(3);
  const happened = told('allergies', 'whatHappened');
  expect(happened).toHaveLength(3);
  for (const what of happened) expect(what).toMatch(/^[^.]+\. [^.]+\.$/);
  expect(count('problems', 'status', 'active')).toBeGreaterThanOrEqual(6);
  expect(count('problems', 'status', 'past')).toBeGreaterThanOrEqual(2);
  for (const state of ['still', 'stopped', 'not_begun'])
    expect(count('tried', 'state', state), state).toBeGreaterThanOrEqual(1);
  expect(count('tried', 'again', 'later')).toBeGreaterThanOrEqual(1);
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

test('its codes: two for an emergency with all that a crew must know, one for a clinic, and everything in four', async () => {
  for (const [reader, room, count] of [
    ['emergency', aeRoom, 2],
    ['gp', clinicRoom, 1],
  ] as const) {
    const { cards, leftOut } = await packExtract(exampleExtract(reader), room);
    expect(cards, reader).toHaveLength(count);
    for (const part of ['me', 'words', 'allergies']) expect(Object.keys(leftOut), reader).not.toContain(part);
    if (reader === 'emergency') expect(leftOut).not.toMatchObject({ medicines: expect.any(Number) });
  }
  const whole = await packExtract(exampleExtract('everything'), fullRoom);
  expect(whole.cards.length).toBeLessThanOrEqual(4);
  expect(whole.leftOut).toEqual({});
});
