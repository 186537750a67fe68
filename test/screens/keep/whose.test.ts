import { describe, expect, it } from 'vitest';
import { fold } from '#passport/fold.ts';
import { isBirthOf, isNameOf, whoseOf } from '#screens/keep/whose.ts';

const held = (set: Record<string, string>) =>
  whoseOf(fold([{ ...{ id: 'a', n: 1, at: '', by: '', lang: 'pl', part: 'me', record: 'me' }, set }]));

describe('whose a file is', () => {
  it('is known by any of the names in it, with or without accents, capitals, hyphens or surnames', () => {
    const whose = held({ preferredName: 'Zoë', fullName: 'Zofia Łęcka-Nowak' });
    for (const typed of ['zoë', 'ZOE', 'Zofia Łęcka', 'lecka nowak', ' Zofia  Łęcka-Nowak ', 'Zoe Nowak'])
      expect(isNameOf(whose, typed), typed).toBe(true);
    for (const typed of ['', ' ', '-', 'Zo', 'Anna', 'Zofia Kowalska', 'Zofia Łęcka 2'])
      expect(isNameOf(whose, typed), typed).toBe(false);
  });

  it('is known in Arabic letters too, with or without their marks', () => {
    expect(isNameOf(held({ fullName: 'مُحَمَّد الأحمد' }), 'محمد الأحمد')).toBe(true);
  });

  it('is known by the birth date, in whatever way it is written, as exact as the file has it or more so', () => {
    const whose = held({ birthDate: '1980-05-03' });
    for (const typed of ['3 May 1980', '03/05/1980', '1980-05-03', '3 maja 1980'])
      expect(isBirthOf(whose, typed, 'pl'), typed).toBe(true);
    for (const typed of ['', '1980', 'May 1980', '5 March 1980', '3 May 1981'])
      expect(isBirthOf(whose, typed, 'pl'), typed).toBe(false);
    expect(isBirthOf(held({ birthDate: '1980' }), '3 May 1980', 'en-GB')).toBe(true);
    expect(isBirthOf(held({ birthDate: 'Spring of 1980' }), 'spring of 1980', 'en-GB')).toBe(true);
  });

  it('is not said by a file that holds neither, nor by one that holds only marks', () => {
    expect(held({})).toEqual({ names: null, birth: null });
    expect(held({ preferredName: '–', birthDate: ' ' })).toEqual({ names: null, birth: null });
  });
});
