import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldMedicineName, sameMedicineName } from '#passport/medicine-name-key.ts';

describe('two spellings of a medicine', () => {
  it.each([
    ['Amitriptyline', 'AMITRIPTYLINE '],
    ['co-codamol', 'Co codamol'],
    ['Cocodamol', 'Co-codamol 30/500'],
    ['Paracetamol', 'Paracetamol (Panadol)'],
    ['Codeine', 'Codeine phosphate'],
    ['Morphine sulfate', 'morphine'],
    ['Morphine sulphate', 'Morphine MR'],
    ['Metformin hydrochloride', 'Metformin 500mg modified-release tablets'],
    ['Buprenorphine 10micrograms/hour patches', 'buprenorphine'],
    ['Duloksetyna', 'DULOKSETYNA'],
    ['Sól Vichy', 'sol vichy'],
    ['أميتريبتيلين', 'اميتريبتيلين'],
    ['Vitamin B12', 'vitamin B 12'],
    ['Vitamin D ٨٠٠ IU', 'vitamin d'],
    ['Pregabalin', 'Pregabalin (Alzain'],
  ])('%s and %s are of one name', (a, b) => expect(sameMedicineName(a, b)).toBe(true));

  it.each([
    ['Morphine', 'Oramorph'],
    ['Ferrous sulfate', 'Ferrous fumarate'],
    ['Magnesium citrate', 'Magnesium'],
    ['Vitamin B12', 'Vitamin D'],
    ['Codeine', 'Dihydrocodeine'],
    ['Co-codamol', 'Co-dydramol'],
    ['Betamethasone valerate', 'Betamethasone dipropionate'],
    ['', ''],
    ['-', '–'],
  ])('%s and %s are not', (a, b) => expect(sameMedicineName(a, b)).toBe(false));

  it('are told by their letters alone, and a name with any has a key', () => {
    const word = fc.constantFrom('Amitriptyline', 'żółć', 'دواء', 'B12', 'phosphate', 'MR', '10mg', '(x)', 'tablets');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (parts) => {
        const name = parts.join(' ');
        const key = foldMedicineName(name);
        expect(key).not.toBe('');
        for (const other of [name.toUpperCase(), name.normalize('NFD'), ` ${parts.join('  ')}`, parts.join('\u00a0')]) {
          expect(foldMedicineName(other)).toBe(key);
        }
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        if (/[a-z0-9]/i.test(name)) expect(foldMedicineName(name)).not.toBe('');
      }),
    );
  });
});
