import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parts } from '#passport/catalogue.ts';
import { fold, listOf } from '#passport/fold.ts';
import { headingOf, underHeadings } from '#passport/headings.ts';
import type { Part } from '#passport/part.ts';
import { terms } from '#passport/terms.ts';

const headed = (parts as readonly Part[]).filter((part) => part.headings);

test('every heading is of terms the field has, each term under one, and those without an answer have a place', () => {
  expect(headed.map(({ id }) => id)).toEqual(expect.arrayContaining(['medicines', 'problems', 'tried']));
  for (const part of headed) {
    const { field, of, others } = part.headings as NonNullable<Part['headings']>;
    const set = part.fields[field]?.set as keyof typeof terms;
    const told = of.flatMap((heading) => heading.terms);
    expect([...told].sort(), part.id).toEqual(Object.keys(terms[set]).sort());
    expect(of.map(({ id }) => id)).toContain(others);
    for (const id of of.flatMap((heading) => heading.detail ?? [])) expect(part.fields).toHaveProperty(id);
  }
});

test('under headings each record stands once, and those of one heading in the person’s order', () => {
  for (const part of headed) {
    const { field } = part.headings as NonNullable<Part['headings']>;
    const set = part.fields[field]?.set as keyof typeof terms;
    const anyTerm = fc.constantFrom(null, 'of a newer version', ...Object.keys(terms[set]));
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 12 }), (picked) => {
        const changes = picked.map((term, n) => ({
          ...{ id: `c${n}`, n, at: '', by: '', lang: 'en-GB', part: part.id, record: `r${String(n).padStart(2, '0')}` },
          set: { [field]: term, [part.title]: 'x' },
        }));
        const records = listOf(fold(changes), part);
        const listed = underHeadings(part, records).flatMap((headed) => headed.records);
        expect([...listed].map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
        for (const { heading, records: some } of underHeadings(part, records)) {
          expect(some.length).toBeGreaterThan(0);
          expect(some).toEqual(records.filter((record) => headingOf(part, record)?.id === heading?.id));
        }
      }),
    );
  }
});
