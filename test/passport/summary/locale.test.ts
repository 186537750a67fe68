import { expect, test } from 'vitest';
import partWords from '#locales/en-GB/parts.json' with { type: 'json' };
import summaryWords from '#locales/en-GB/summary.json' with { type: 'json' };
import termWords from '#locales/en-GB/terms.json' with { type: 'json' };
import { parts } from '#passport/catalogue.ts';
import type { Part } from '#passport/part.ts';
import { terms } from '#passport/terms.ts';

type Fields = Readonly<Record<string, { ask: string; label: string; hint?: string }>>;
const written = partWords as unknown as Record<
  string,
  { name: string; empty: string; add?: string; none?: string; fields: Fields }
>;

test('every part and every field a person is asked for has its words, and no others do', () => {
  expect(
    Object.keys(written)
      .filter((id) => id !== 'shared')
      .sort(),
  ).toEqual(parts.map(({ id }) => id as string).sort());
  for (const part of parts as readonly Part[]) {
    const words = written[part.id];
    const asked = Object.keys(part.fields).filter((id) => !part.fields[id]?.silent);
    expect(Object.keys(words?.fields ?? {}).sort(), part.id).toEqual(asked.sort());
    for (const { ask, label } of Object.values(words?.fields ?? {}))
      expect(ask.length * label.length).toBeGreaterThan(0);
    expect(words?.add !== undefined).toBe(part.many);
    expect(words?.none !== undefined).toBe(part.canBeNone === true);
    expect(words?.empty).toMatch(/^[^.]+\.$/);
  }
});

test('every term has its words, and no others do', () => {
  const ids = (sets: object) => Object.entries(sets).map(([set, each]) => [set, Object.keys(each as object).sort()]);
  const said = (parts as readonly Part[]).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field) =>
      field.said && field.set ? [[field.said, terms[field.set]] as const] : [],
    ),
  );
  expect(ids(termWords).sort()).toEqual(ids({ ...terms, ...Object.fromEntries(said) }).sort());
  expect(JSON.stringify(termWords)).not.toContain('""');
});

test('no two terms of a set read the same', () => {
  for (const set of Object.values(termWords)) expect(new Set(Object.values(set)).size).toBe(Object.keys(set).length);
});

test('the words people are hurt by are never ours', () => {
  const all = JSON.stringify([partWords, summaryWords, termWords]).toLowerCase().replaceAll('’', "'");
  for (const phrase of [
    'nothing wrong with you',
    "shouldn't have this",
    'accept your pain',
    'live with it',
    'nothing can be done',
    'degenerative',
    'difficult patient',
    'drug-seeking',
    'non-compliant',
    'failed treatment',
    'complains of',
  ]) {
    expect(all).not.toContain(phrase);
  }
});
