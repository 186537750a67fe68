import { describe, expect, it } from 'vitest';
import { readMedicineList } from '#passport/paste/medicine-list.ts';

const TODAY = '2026-11-30';
const read = (text: string) => readMedicineList(text, TODAY).medicines;
const one = (line: string) => read(line).map(({ name, strength, form, dose }) => [name, strength, form, dose]);

describe('a pasted medicine', () => {
  const lines: [string, [string, string, string, string]][] = [
    ['Amitriptyline 10mg tablets, one at night', ['Amitriptyline', '10mg', 'tablets', 'one at night']],
    ['Amitriptyline 10 mg, one at night', ['Amitriptyline', '10 mg', '', 'one at night']],
    ['Amitriptyline (10mg) one at night', ['Amitriptyline', '10mg', '', 'one at night']],
    ['Amitriptyline tablets 10mg, one at night', ['Amitriptyline', '10mg', 'tablets', 'one at night']],
    ['Zapain 30/500 tablets', ['Zapain', '30/500', 'tablets', '']],
    ['Co-codamol 30mg/500mg tablets 2 QDS', ['Co-codamol', '30mg/500mg', 'tablets', '2 QDS']],
    ['Butrans 5micrograms/hour patches', ['Butrans', '5micrograms/hour', 'patches', '']],
    ['Fentanyl 12 micrograms per hour patch', ['Fentanyl', '12 micrograms per hour', 'patch', '']],
    ['Oramorph 10mg/5ml oral solution', ['Oramorph', '10mg/5ml', 'oral solution', '']],
    ['Lidocaine 5% medicated plasters', ['Lidocaine', '5%', 'medicated plasters', '']],
    ['Fostair 100/6 inhaler', ['Fostair', '100/6', 'inhaler', '']],
    ['Insulin glargine 100units/ml', ['Insulin glargine', '100units/ml', '', '']],
    ['Vitamin D 1,000 units', ['Vitamin D', '1,000 units', '', '']],
    ['Blue inhaler, two puffs when wheezy', ['Blue inhaler', '', '', 'two puffs when wheezy']],
    ['some old ointment', ['some old ointment', '', '', '']],
    ['Vitamin B12 injection', ['Vitamin B12', '', 'injection', '']],
    ['Omeprazole gastro-resistant capsules 20mg', ['Omeprazole', '20mg', 'gastro-resistant capsules', '']],
    ['Movicol sachets one daily', ['Movicol', '', 'sachets', 'one daily']],
    ['Naproxen\t250mg tablets\tOne twice a day', ['Naproxen', '250mg', 'tablets', 'One twice a day']],
    ['Sumatriptan 50mg - at onset', ['Sumatriptan', '50mg', '', 'at onset']],
    ["St John's wort", ["St John's wort", '', '', '']],
    ['something my aunt gives me', ['something my aunt gives me', '', '', '']],
    ['2 x 500mg paracetamol', ['2 x 500mg paracetamol', '', '', '']],
    ['5.5mg prednisolone', ['5.5mg prednisolone', '', '', '']],
    ['Drug', ['Drug', '', '', '']],
    ['أميتريبتيلين 10mg', ['أميتريبتيلين', '10mg', '', '']],
  ];
  it.each(lines)('%s', (line, expected) => expect(one(line)).toEqual([expected]));

  it('loses its bullet or its number in the list, and no number of its own', () => {
    for (const mark of ['- ', '• ', '* ', '1. ', '12) ', '(3) ', '1.']) {
      expect(one(`${mark}Paracetamol 500mg`)).toEqual([['Paracetamol', '500mg', '', '']]);
    }
    expect(one('5-HTP')).toEqual([['5-HTP', '', '', '']]);
  });
});

describe('what belongs to a medicine and what is left out', () => {
  const all = (text: string) => {
    const { medicines, leftOut } = readMedicineList(text, TODAY);
    return { said: medicines.map(({ name, dose }) => [name, dose]), leftOut };
  };

  it.each([
    '28 tablet',
    '1 x 120 dose',
    'Qty 56',
    'Last issued: 2 June 2026',
    'Review date 01-Mar-2027',
    '2 June 2026',
  ])('"%s" is left out as it stood', (line) => {
    expect(all(`Senna 7.5mg tablets\nTwo at night\n${line}`)).toEqual({
      said: [['Senna', 'Two at night']],
      leftOut: [line],
    });
  });

  it.each(['2 tablets', '1 tablet', '10ml', 'One patch', '1/2 tab nocte', 'ON', 'with food', '(two if bad)'])(
    '"%s" may be how it is taken, and is kept',
    (line) => expect(all(`Senna\n${line}`)).toEqual({ said: [['Senna', line]], leftOut: [] }),
  );

  it.each([
    '2 x 500mg paracetamol',
    'take paracetamol',
    'paracetamol',
    'Zyxol 50mg',
    'thyroxine 75',
    'Two-a-day Zyxol',
  ])('"%s" is a medicine of its own', (line) =>
    expect(all(`Amitriptyline 25mg tablets, one at night\n${line}`).said).toHaveLength(2),
  );

  it('a supply inside a line goes, and the words about it stay', () => {
    expect(all('Senna 7.5mg tablets - 60 tablet - Two at night - Last issued 2/10/26')).toEqual({
      said: [['Senna', 'Two at night']],
      leftOut: ['60 tablet', 'Last issued 2/10/26'],
    });
    expect(all('Fentanyl 12 patch, 25 patch').said).toEqual([['Fentanyl', '12 patch, 25 patch']]);
  });

  it('"Night" over a medicine is not how the one above it is taken', () => {
    const { medicines } = readMedicineList('Morning:\nRamipril\nNight:\nSenna', TODAY);
    expect(medicines.map(({ name, says, dose }) => [name, says, dose])).toEqual([
      ['Ramipril', 'Morning', ''],
      ['Senna', 'Night', ''],
    ]);
  });
});

describe('two substances', () => {
  it.each([
    'Tramadol 37.5mg / Paracetamol 325mg',
    'Salmeterol 50micrograms/dose / Fluticasone 250micrograms/dose',
    'Beclometasone 87micrograms/dose / Formoterol 5micrograms/dose / Glycopyrronium bromide 9micrograms/dose',
    'Paracetamol 500mg and codeine 8mg',
    'Levodopa 100mg + Carbidopa 25mg',
  ])('%s are one name, with no strength torn off', (name) => {
    expect(one(`${name} tablets - one at night`)).toEqual([[name, '', 'tablets', 'one at night']]);
  });

  it('are not made of a meal or a second dose', () => {
    expect(one('Metformin 500mg with breakfast and 1000mg with tea')).toEqual([
      ['Metformin', '500mg', '', 'with breakfast and 1000mg with tea'],
    ]);
    expect(one('Amitriptyline 10mg and then 20mg')).toEqual([['Amitriptyline', '10mg', '', 'and then 20mg']]);
  });
});

describe('several medicines', () => {
  it('come one a line, whatever ends the line', () => {
    const names = ['\ufeffParacetamol\r\n\r\nCodeine\u00a015mg\rNaproxen\n  \n'].flatMap(read);
    expect(names.map(({ name, strength }) => [name, strength])).toEqual([
      ['Paracetamol', ''],
      ['Codeine', '15mg'],
      ['Naproxen', ''],
    ]);
  });

  it('leave out headings and titles, with a colon, brackets or neither', () => {
    const headings = [
      ...[
        'Repeat medication:',
        'Current medicines',
        'My medicines (4):',
        'Acute:',
        'Over the counter:',
        'Acute',
        'Regular',
      ],
      ...[
        'Tablets for my heart:',
        'Regular medicines (from GP):',
        'Things I buy myself [not on prescription]:',
        'Repeats',
      ],
    ];
    expect(read(headings.join('\n'))).toEqual([]);
  });

  it('are each of their own in one line, and two substances or a second choice are not', () => {
    const names = (line: string) =>
      read(line).map(({ name, strength, dose }) => [name, strength, dose].filter(Boolean).join(' | '));
    expect(names('amitriptyline 10mg, codeine 30mg; naproxen')).toEqual([
      'amitriptyline | 10mg',
      'codeine | 30mg',
      'naproxen',
    ]);
    expect(names('I take gabapentin 300mg at night and codeine 15mg prn.')).toEqual([
      'gabapentin | 300mg | at night',
      'codeine | 15mg | prn',
    ]);
    for (const line of [
      'Ramipril 5mg - cough, may change to amlodipine 5mg',
      'Codeine 30mg at night with paracetamol, ibuprofen if bad',
      'Naproxen 250mg bd (not with ibuprofen, aspirin)',
      'Paracetamol and codeine',
    ]) {
      expect(read(line)).toHaveLength(1);
    }
  });

  it('are never made of "none"', () => {
    expect(read('Acute: none\nRepeats: nil\nn/a\nOver the counter: N/A\nNone\nDrug\tDose\nnil\tnone')).toEqual([]);
  });

  it('keep a small number before the name as how many are taken, and drop one that only counts the lines', () => {
    const said = (text: string) => read(text).map(({ name, dose }) => [name, dose]);
    expect(said('1 Ramipril 5mg capsule\n1 Aspirin 75mg\n2 Senna 7.5mg')).toEqual([
      ['Ramipril', '1'],
      ['Aspirin', '1'],
      ['Senna', '2'],
    ]);
    expect(said('1 Ramipril 5mg\n2 Aspirin 75mg\n3 Senna')).toEqual([
      ['Ramipril', ''],
      ['Aspirin', ''],
      ['Senna', ''],
    ]);
    expect(said('2 Senna')).toEqual([['2 Senna', '']]);
  });

  it('stay as they are under a word that labels each card, and change under a heading', () => {
    const stopped = (text: string) => read(text).map((one) => one.stopped === true);
    expect(stopped('Past medicines\nSenna 7.5mg tablets\nRepeat\nCodeine 30mg tablets\nRepeat')).toEqual([true, true]);
    expect(stopped('STOPPED MEDICINES\nIbuprofen 400mg tablets\nCONTINUED\nSenna 7.5mg tablets')).toEqual([
      true,
      false,
    ]);
    expect(stopped('Previously tried: codeine (sick), naproxen (ulcer).\nSenna 7.5mg')).toEqual([true, true, false]);
  });
});
