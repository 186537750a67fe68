import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bestLanguage, languages } from '#i18n/languages.ts';
import { parts } from '#passport/catalogue.ts';
import { directionOf } from '#passport/direction.ts';
import { sharedFields } from '#passport/field.ts';
import type { Part } from '#passport/part.ts';
import { terms } from '#passport/terms.ts';

const root = join(import.meta.dirname, '../locales');
const source = 'en-GB';
const spoken = readdirSync(root).filter((name) => name !== 'en-XA');
const spaces = readdirSync(join(root, source));

type Words = ReadonlyMap<string, string>;

function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
}

function read(lang: string, space: string): Words {
  return new Map(flat(JSON.parse(readFileSync(join(root, lang, space), 'utf8'))));
}

const plural = /_(zero|one|two|few|many|other)$/;
const plain = (words: Words) => [...words.keys()].filter((key) => !plural.test(key));
const stems = (words: Words) =>
  new Set([...words.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')));
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort();

// product.md, principle 9, and what a translator would most likely make of them
const hurtful: Record<string, readonly string[]> = {
  'en-GB': [
    'nothing wrong with you',
    'you shouldn’t have this much pain',
    'accept your pain',
    'live with it',
    'nothing can be done',
    'degenerative',
    'difficult patient',
    'drug-seeking',
    'non-compliant',
    'failed treatment',
    'complains of',
    'pain score',
    'out of 10',
  ],
  pl: [
    'nic pani nie jest',
    'nic panu nie jest',
    'zaakceptuj ból',
    'nauczyć się z tym żyć',
    'nic się nie da zrobić',
    'zwyrodnieni',
    'trudny pacjent',
    'skarży się',
  ],
  ar: ['لا تعاني من شيء', 'تقبل ألمك', 'تقبّل ألمك', 'تعايش معه', 'لا يمكن فعل شيء', 'تنكسي', 'مريض صعب', 'يشكو من'],
};

describe.each(spoken)('the words of %s', (lang) => {
  it('are one of the languages the app offers', () => {
    expect(languages.map(({ id }) => id as string)).toContain(lang);
  });

  it('come in the same files as the source', () => {
    expect(readdirSync(join(root, lang)).sort()).toEqual([...spaces].sort());
  });

  it.each(spaces)('%s has every key of the source and no other', (space) => {
    const [ours, theirs] = [read(lang, space), read(source, space)];
    expect(plain(ours).sort()).toEqual(plain(theirs).sort());
    expect([...stems(ours)].sort()).toEqual([...stems(theirs)].sort());
  });

  it.each(spaces)('%s has every plural form its language needs, and no other', (space) => {
    const words = read(lang, space);
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.slice().sort();
    for (const stem of stems(words)) {
      const has = [...words.keys()]
        .filter((key) => key.replace(plural, '') === stem && plural.test(key))
        .map((key) => key.split('_').at(-1) as string);
      expect(has.sort(), `${lang}/${space} ${stem}`).toEqual(forms);
    }
  });

  it.each(spaces)('%s has the same holes to fill in as the source', (space) => {
    const theirs = read(source, space);
    for (const [key, text] of read(lang, space)) {
      const model = theirs.get(key) ?? theirs.get(key.replace(plural, '_other'));
      // "one", "two" may say the number as a word
      const given = plural.test(key) ? holes(text).filter((name) => name !== 'count') : holes(text);
      const asked = plural.test(key) ? holes(model ?? '').filter((name) => name !== 'count') : holes(model ?? '');
      expect(given, `${lang}/${space} ${key}`).toEqual(asked);
    }
  });

  it('are nowhere blank', () => {
    for (const space of spaces) {
      for (const [key, text] of read(lang, space)) expect(text.trim(), `${lang}/${space} ${key}`).not.toBe('');
    }
  });

  it('never use a phrase that hurts', () => {
    for (const space of spaces) {
      for (const [key, text] of read(lang, space)) {
        for (const phrase of hurtful[lang] ?? [])
          expect(text.toLowerCase(), `${lang}/${space} ${key}`).not.toContain(phrase);
      }
    }
  });

  it('name every part, field and term', () => {
    const named = read(lang, 'parts.json');
    const termed = read(lang, 'terms.json');
    for (const part of parts as readonly Part[]) {
      expect(named.has(`${part.id}.name`) && named.has(`${part.id}.empty`), part.id).toBe(true);
      if (part.many) expect(named.has(`${part.id}.add`), part.id).toBe(true);
      for (const group of part.groups ?? []) expect(named.has(`${part.id}.groups.${group}`), group).toBe(true);
      for (const { id } of part.headings?.of ?? []) expect(named.has(`${part.id}.headings.${id}`), id).toBe(true);
      if (part.ends) expect(named.has(`${part.id}.end`) && named.has(`${part.id}.again`), part.id).toBe(true);
      for (const [id, field] of Object.entries(part.fields)) {
        if (field.silent) continue;
        expect(
          named.has(`${part.id}.fields.${id}.ask`) && named.has(`${part.id}.fields.${id}.label`),
          `${part.id}.${id}`,
        ).toBe(true);
      }
    }
    for (const [id, field] of Object.entries(sharedFields)) {
      if (!('silent' in field)) expect(named.has(`shared.fields.${id}.ask`), id).toBe(true);
    }
    for (const [set, ids] of Object.entries(terms)) {
      for (const id of Object.keys(ids)) expect(termed.has(`${set}.${id}`), `${set}.${id}`).toBe(true);
    }
  });
});

describe('choosing a language', () => {
  it('takes the first the person asks for that the app speaks', () => {
    expect(bestLanguage(['sw', 'pl-PL', 'en'])).toBe('pl');
    expect(bestLanguage(['ar-EG'])).toBe('ar');
    expect(bestLanguage(['sw'])).toBe('en-GB');
  });

  it('knows which way a language is written', () => {
    expect(['ar', 'ur', 'ckb', 'he'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
    expect(['pl', 'en-GB', 'tr'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
  });
});
