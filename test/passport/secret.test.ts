import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPin, foldSecret, secretAsTyped, secretForms } from '#passport/secret.ts';
import { casesOf } from '../cases-of.ts';

describe('a folded secret', () => {
  test.each([
    ['curly apostrophe', 'Rosie’s old brown dog', "Rosie's old brown dog"],
    ['other apostrophes', 'Rosie`s, Rosie´s and Rosieʼs', "Rosie's, Rosie's and Rosie's"],
    ['curly quotation marks', 'the “blue” door', 'the "blue" door'],
    ['quotation marks of other languages', 'the „blue” «door»', 'the "blue" "door"'],
    ['a capital that a keyboard put first', 'My dog Rex', 'my dog rex'],
    ['capital lock', 'MY DOG REX', 'my dog rex'],
    ['two spaces made a full stop', 'my dog.  rex. ', 'my dog  rex'],
    ['a space after the last word', 'my dog rex ', 'my dog rex'],
    ['a full stop at the end', 'my dog rex.', 'my dog rex'],
    ['an ellipsis', 'my dog…', 'my dog...'],
    ['an ellipsis within', 'wait…what', 'wait...what'],
    ['no-break spaces', 'my\u00a0dog\u202frex', 'my dog rex'],
    ['line breaks', 'my dog\r\nrex\n', 'my dog rex'],
    ['a bullet', '• my dog rex', 'my dog rex'],
    ['a dash as a bullet', '- my dog rex', 'my dog rex'],
    ['an en dash', '2012–2015 in Leeds', '2012-2015 in Leeds'],
    ['two hyphens made a dash', 'tea—and toast', 'tea--and toast'],
    ['a minus sign', 'ten \u2212 four', 'ten - four'],
    ['a no-break hyphen', 'ice\u2011cream', 'ice-cream'],
    ['a soft hyphen', 'physio\u00adtherapy room', 'physiotherapy room'],
    ['signs of no width', '\ufeffmy\u200b dog\u2060 rex', 'my dog rex'],
    ['marks of direction', '\u2068my dog\u2069 \u200erex', 'my dog rex'],
    ['full width', 'ｍｙ　ｄｏｇ', 'my dog'],
    ['ligatures', 'the ﬁrst oﬃce', 'the first office'],
    ['a letter and its accent', 'cafe\u0301 noir', 'café noir'],
    ['an accent after a soft hyphen', 'cafe\u00ad\u0301 noir', 'café noir'],
    ['figures of other scripts', 'رقم ١٢٣ و۴۵۶ और ७८', 'رقم 123 و456 और 78'],
    ['letters of a Persian and of an Arabic keyboard', 'کتاب فارسی', 'كتاب فارسي'],
    ['sharp s', 'die Straße', 'die STRASSE'],
    ['a picture drawn in black', 'I \u2764\ufe0f tea', 'I \u2764 tea'],
    ['signs a word processor draws', '½ a © → ™', '1/2 a (c) -> (tm)'],
  ])('does not change with %s', (_, typed, kept) => expect(foldSecret(typed)).toBe(foldSecret(kept)));

  test('is another with another word, order, or gap', () => {
    const folded = ['my dog rex', 'my dog max', 'rex my dog', 'mydog rex', 'my dog, rex', 'my dóg rex'].map(foldSecret);
    expect(new Set(folded).size).toBe(6);
  });

  test('is written once and for all: what was made with it must open', () => {
    expect(foldSecret('  • “Rosie’s”  Old—Dog… №\u00a0٤7 ½ ')).toBe('"rosie\'s" old-dog no 47 1/2');
  });

  test('folded again is the same', () => {
    const tricky = fc.constantFrom(...'.. \u00a0--—’´"\u0301\u00ad\u200b•…İıßŉςΣ١½™𝟙');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(tricky, fc.string({ maxLength: 2 }))).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const folded = foldSecret(typed);
        expect(foldSecret(folded)).toBe(folded);
      }),
      { numRuns: casesOf(2000) },
    );
  });
});

describe('a secret from before', () => {
  test('is tried first as it always was', () => {
    expect(secretAsTyped('  Cafe\u0301 ١٢۴ ｆｕｌｌ \n')).toBe('Café 124 full');
    expect(secretAsTyped('७८')).toBe('७८');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const asTyped = secretAsTyped(typed);
        expect(secretForms(typed)[0] ?? '').toBe(asTyped || (secretForms(typed)[0] ?? ''));
        expect(secretForms(typed).length).toBeLessThan(7);
        expect(secretForms(typed)).not.toContain('');
      }),
    );
  });

  test('is then tried with the other apostrophe, whichever it was made with', () => {
    const [straight, curly] = ["Rosie's old brown dog", 'Rosie’s old brown dog'];
    expect(secretForms(curly)).toContain(straight);
    expect(secretForms(straight)).toContain(curly);
    expect(secretForms("rosie's old brown dog.")).toContain(curly);
    expect(secretForms(`the "blue" door`)).toContain('the “blue” door');
  });

  test('is tried twice where nothing but its first letter may have changed', () => {
    expect(secretForms('four quiet words here')).toEqual(['four quiet words here', 'Four quiet words here']);
    expect(secretForms('أربع كلمات هادئة هنا')).toHaveLength(1);
  });
});

test('a PIN is its figures', () => {
  for (const typed of ['4711', ' 47 11 ', '47-11', '47–11.', '٤٧١١', '۴۷\u200f۱۱', '४७११', '４７１１', '4\u200b711']) {
    expect(foldPin(typed)).toBe('4711');
  }
  expect(foldPin('four')).toBe('four');
});
