import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideStanding, likeNames, type StandingMedicine } from '#passport/paste/compare-medicines.ts';

const standing = (name: string, strength = '', dose = '', stopped = false): StandingMedicine => ({
  id: `${name} ${strength}`,
  name,
  brand: '',
  strength,
  dose,
  stopped,
});
const listed = (name: string, strength = '', dose = '', stopped = false) => ({ name, strength, dose, stopped });

describe('a list beside what stands', () => {
  it.each([
    ['same', listed('AMITRIPTYLINE', '10 mg', 'One at night'), standing('Amitriptyline', '10mg', 'one nocte')],
    ['same', listed('Codeine phosphate', '30mg', 'Take TWO twice a day'), standing('codeine', '30 mg', '2 bd')],
    ['same', listed('Morphine (Zomorph)', '10mg', ''), standing('Zomorph', '10mg', 'one twice a day')],
    ['same', listed('Pregabalin'), standing('Pregabalin 75mg', '', 'twice a day')],
    ['differs', listed('Amitriptyline', '25mg', 'one at night'), standing('Amitriptyline', '10mg', 'one at night')],
    ['differs', listed('Amitriptyline', '10mg', 'two at night'), standing('Amitriptyline', '10mg', 'one at night')],
    ['differs', listed('Fentanyl', '12.5mcg', ''), standing('Fentanyl', '125mcg', '')],
    ['over', listed('Codeine', '', '', true), standing('Codeine', '30mg', 'bd')],
    ['again', listed('Codeine', '30mg', 'bd'), standing('Codeine', '30mg', 'bd', true)],
    ['same', listed('Codeine', '30mg', 'bd', true), standing('Codeine', '15mg', '', true)],
    ['new', listed('Oramorph', '10mg/5ml'), standing('Morphine', '10mg')],
  ])('%s: %o', (kind, one, mine) => {
    expect(besideStanding([one], [mine]).found.map((each) => each.kind)).toEqual([kind]);
  });

  it('matches two strengths of one medicine each with its own, and tells what is not on the list', () => {
    const mine = [
      standing('Morphine', '10mg'),
      standing('Morphine', '30mg'),
      standing('Senna'),
      standing('Old', '', '', true),
    ];
    const { found, notOnList } = besideStanding([listed('Morphine', '30mg'), listed('Ibuprofen')], mine);
    expect(found.map((one) => [one.kind, one.standing?.id])).toEqual([
      ['same', 'Morphine 30mg'],
      ['new', undefined],
    ]);
    expect(notOnList.map(({ id }) => id)).toEqual(['Morphine 10mg', 'Senna ']);
  });

  it('loses none, matches none twice, and finds itself the same', () => {
    const medicine = fc.record({
      name: fc.constantFrom('Codeine', 'codeine phosphate', 'Senna', 'Zomorph', 'Morphine', 'دواء'),
      strength: fc.constantFrom('', '10mg', '10 MG', '٣٠mg'),
      dose: fc.constantFrom('', 'bd', 'twice a day', 'one at night'),
      stopped: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(medicine, { maxLength: 8 }), fc.array(medicine, { maxLength: 8 }), (list, others) => {
        const mine = others.map((one, at) => ({ ...one, id: String(at), brand: '' }));
        const { found, notOnList } = besideStanding(list, mine);
        expect(found).toHaveLength(list.length);
        const matched = found.flatMap((one) => one.standing?.id ?? []);
        expect(new Set(matched).size).toBe(matched.length);
        const now = mine.filter((one) => !one.stopped).map(({ id }) => id);
        expect(notOnList.map(({ id }) => id)).toEqual(now.filter((id) => !matched.includes(id)));
        const itself = besideStanding(mine, mine);
        expect(itself.notOnList).toEqual([]);
        for (const one of itself.found) expect(one.kind).not.toBe('new');
      }),
    );
  });
});

describe('two of one medicine', () => {
  it('are found by name, and by a brand and its generic', () => {
    expect(likeNames(['Morphine sulfate', 'Senna', 'Oramorph', 'senna ', 'Zyxol'])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(likeNames(['', '', 'Codeine'])).toEqual([]);
  });
});
