import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMedicineList } from '#passport/paste/medicine-list.ts';

const TODAY = '2026-11-30';
const readLines = (text: string) => readMedicineList(text, TODAY).medicines;
const read = (text: string) => readLines(text).map(({ line: _, ...said }) => said);
const plain = { strength: '', form: '', dose: '', says: '', purpose: '' };

describe('a medicine that was stopped', () => {
  const lines: [string, object][] = [
    ['Naproxen (stopped 2016)', { name: 'Naproxen', stoppedOn: '2016' }],
    ['STOPPED: Tramadol 50mg', { name: 'Tramadol', strength: '50mg' }],
    ['STOPPED: Tramadol 50mg 2019', { name: 'Tramadol', strength: '50mg', stoppedOn: '2019' }],
    ['Stopped March 2016: Naproxen 250mg', { name: 'Naproxen', strength: '250mg', stoppedOn: '2016-03' }],
    ['Previous: Gabapentin 300mg', { name: 'Gabapentin', strength: '300mg' }],
    ['Gabapentin d/c', { name: 'Gabapentin' }],
    ["Gabapentin 300mg D/C'd 2019", { name: 'Gabapentin', strength: '300mg', stoppedOn: '2019' }],
    ['Codeine 30mg discontinued', { name: 'Codeine', strength: '30mg' }],
    ['Codeine ended 03/2019', { name: 'Codeine', stoppedOn: '2019-03' }],
    [
      'Codeine 30mg tablets, one at night, ended 14/03/2019',
      { name: 'Codeine', strength: '30mg', form: 'tablets', dose: 'one at night', stoppedOn: '2019-03-14' },
    ],
    ['No longer taking Tramadol', { name: 'Tramadol' }],
    ['Tramadol - no longer taking it', { name: 'Tramadol' }],
    ['I stopped taking tramadol in 2016', { name: 'tramadol', stoppedOn: '2016' }],
    ['Tramadol (past)', { name: 'Tramadol' }],
    ['Naproxen stopped 250mg twice a day', { name: 'Naproxen', strength: '250mg', dose: 'twice a day' }],
    ['Duloksetyna 30mg odstawiona 2019', { name: 'Duloksetyna', strength: '30mg', stoppedOn: '2019' }],
    ['نابروكسين أوقفته ٢٠١٦', { name: 'نابروكسين', stoppedOn: '2016' }],
  ];
  it.each(lines)('%s', (line, expected) => expect(read(line)).toEqual([{ ...plain, ...expected, stopped: true }]));

  const reasons: [string, object][] = [
    [
      'Naproxen stopped 2016 because it made my stomach bleed',
      { stoppedOn: '2016', stoppedWhy: 'because it made my stomach bleed' },
    ],
    ['Naproxen stopped - made me sick', { stoppedWhy: 'made me sick' }],
    ['Naproxen stopped by GP in 2018', { stoppedOn: '2018', stoppedWhy: 'stopped by GP in 2018' }],
    ['Naproxen stopped last spring', { stoppedWhy: 'stopped last spring' }],
    ['Naproxen (GP stopped 2016, bleeding)', { stoppedOn: '2016', stoppedWhy: 'GP stopped 2016, bleeding' }],
    ['Naproxen stopped 2016 bad reaction', { stoppedOn: '2016', stoppedWhy: 'bad reaction' }],
  ];
  it.each(reasons)('keeps what else is said: %s', (line, expected) =>
    expect(read(line)).toEqual([{ ...plain, name: 'Naproxen', ...expected, stopped: true }]),
  );

  const kept: [string, object][] = [
    ['Naproxen (never again)', { stoppedWhy: 'never again' }],
    ['Stopped naproxen in 2019, made me fall', { stoppedOn: '2019', stoppedWhy: 'made me fall' }],
    ["Naproxen - can't take, ulcer", { stoppedWhy: "can't take, ulcer" }],
    ['Naproxen - gave up, too groggy', { stoppedWhy: 'gave up, too groggy' }],
    ['Naproxen: not taking at the moment', { stoppedWhy: 'not taking at the moment' }],
    ['Naproxen, haven’t taken since summer', { stoppedWhy: 'haven’t taken since summer' }],
    ['no longer taking naproxen - stomach', { stoppedWhy: 'stomach' }],
    ['Naproxen 2015-2017', { stoppedOn: '2017' }],
  ];
  it.each(kept)('says so in other words: %s', (line, expected) => {
    const [one, ...others] = readLines(line);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ ...expected, stopped: true });
    expect(one?.name).toMatch(/^naproxen/iu);
  });

  it.each([
    "Naproxen - didn't tolerate 500mg, now 250mg",
    "Naproxen, can't take it on an empty stomach",
    'Naproxen on hold until surgery',
    'Naproxen start 3 Dec',
    'Naproxen 2024-2030',
    'Co-codamol take until pain has stopped',
    'Prednisolone must not be stopped suddenly',
    'Champix 1mg, stopped smoking',
    'Sertraline stopped 2016, restarted 2019',
    'Ibuprofen, no longer than 5 days',
    'Amitriptyline 10mg (previously 20mg)',
    'Sumatriptan 50mg - at onset',
    'Tramadol 50mg since 2019',
    'Codeine 30mg qds, stopped helping but I still take it',
    'Codeine, stopped working',
    'Sumatriptan has stopped my headaches',
    'Norethisterone 5mg, bleeding stopped',
    'Propranolol 40mg no longer get palpitations',
    'Fluoxetine ended up on 40mg',
    'Nortriptyline 10mg not taking it every day',
    'Ramipril 10mg withheld until the clinic',
    'Doxycycline 100mg od, end date 20/12/2026',
    'Doxycycline 100mg, end date 30/11/2026',
    'Amoxicillin, course finished 12/2026',
    'Duloxetine, to be stopped in January',
    'Codeine ended 1 January 2044',
  ])('is not made out of other words: %s', (line) => {
    expect(readLines(line).map(({ stopped }) => stopped)).toEqual([undefined]);
  });

  it.each([
    'Codeine 30mg qds, stopped helping but I still take it',
    'Doxycycline 100mg od, end date 20/12/2026',
    'Amoxicillin, course finished 12/2026',
  ])('and where nothing ends, no word is cut out: %s', (line) => {
    const [one] = readLines(line);
    const [name = ''] = line.split(/[ ,]/);
    expect(one?.name).toBe(name);
    expect(`${one?.strength} ${one?.dose}`.trim()).toBe(line.slice(name.length).replace(/^[, ]+/, ''));
  });

  it('goes by the day it is read on', () => {
    const read = (today: string) =>
      readMedicineList('Doxycycline od, end date 20/12/2026', today).medicines[0]?.stopped;
    expect([read('2026-11-30'), read('2026-12-20'), read('2026-12-21')]).toEqual([undefined, undefined, true]);
  });

  it('loses nothing but the words that say so and the date', () => {
    const marks = ['stopped', 'discontinued', 'ended', 'd/c', 'no longer taking'];
    const dates = ['', '2016', '03/2019', '14/03/2019', 'March 2018'];
    const piece = fc.constantFrom('tablets', 'one at night', 'with food', 'made me sick', 'الدواء', 'for my knee');
    const line = fc.record({
      mark: fc.constantFrom(...marks),
      date: fc.constantFrom(...dates),
      strength: fc.constantFrom('', '50mg', '30/500'),
      before: piece,
      after: fc.option(piece, { nil: '' }),
      isOpen: fc.boolean(),
    });
    const words = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();
    fc.assert(
      fc.property(line, ({ mark, date, strength, before, after, isOpen }) => {
        const said = `${mark} ${date}`.trim();
        const typed = `Tramadol ${strength} ${before} ${isOpen ? `(${said})` : `- ${said} -`} ${after}`;
        const [one] = readLines(typed);
        expect(one?.stopped).toBe(true);
        expect(one?.stoppedOn !== undefined).toBe(date !== '');
        expect(one?.line).toBe(typed.replace(/ +/g, ' ').trim());
        const kept = words(`${one?.name} ${one?.strength} ${one?.form} ${one?.dose} ${one?.stoppedWhy ?? ''}`);
        expect(kept).toEqual(words(`Tramadol ${strength} ${before} ${after}`));
      }),
    );
  });
});

describe('a heading', () => {
  it.each([
    'Past medication:',
    'Past medicines',
    'Stopped:',
    'Stopped',
    'Past:',
    'No longer taking:',
    'Medicines I have stopped:',
    'Medicines I no longer take',
    'Previous medications (3)',
    'Past repeat medication:',
    'Leki odstawione:',
    'أدوية سابقة:',
  ])('"%s" is over medicines from before, as far as the next heading', (heading) => {
    expect(read(`Senna\n${heading}\nTramadol 50mg\nCodeine ended 2019\nRepeat:\nParacetamol`)).toEqual([
      { ...plain, name: 'Senna' },
      { ...plain, name: 'Tramadol', strength: '50mg', stopped: true },
      { ...plain, name: 'Codeine', stopped: true, stoppedOn: '2019' },
      { ...plain, name: 'Paracetamol' },
    ]);
  });

  it.each(['Allergies', 'Allergies:', 'Drug allergies', 'Allergies and adverse reactions:', 'Alergie:', 'الحساسية:'])(
    '"%s" is over no medicines',
    (heading) => {
      expect(read(`${heading}\nPenicillin\nCurrent medicines:\nSenna`)).toEqual([
        { ...plain, name: 'Penicillin', allergy: true },
        { ...plain, name: 'Senna' },
      ]);
    },
  );

  it('that names how a medicine is taken makes up nothing about it', () => {
    for (const heading of ['Repeat medication:', 'Current and past medicines']) {
      expect(read(`${heading}\nSenna`)).toEqual([{ ...plain, name: 'Senna' }]);
    }
    expect(read('As needed:\nSenna')).toEqual([{ ...plain, name: 'Senna', asNeeded: true }]);
  });

  it('of one word ends what went before, and is no medicine', () => {
    expect(read('Stopped:\nTramadol\nRegular\nSenna').map(({ name, stopped }) => [name, stopped])).toEqual([
      ['Tramadol', true],
      ['Senna', undefined],
    ]);
  });
});

describe('an allergy among the medicines', () => {
  it.each([
    ['allergic to penicillin', 'penicillin'],
    ['Allergy: penicillin', 'penicillin'],
    ['I am allergic to codeine - itching', 'codeine - itching'],
    ['Penicillin (allergic)', 'Penicillin (allergic)'],
    ['Penicillin allergy', 'Penicillin allergy'],
    ['Penicillin - bad reaction, rash', 'Penicillin - bad reaction, rash'],
    ['Allergies: none known', 'Allergies: none known'],
    ['NKDA', 'NKDA'],
    ['uczulenie na penicylinę', 'uczulenie na penicylinę'],
    ['حساسية من البنسلين', 'حساسية من البنسلين'],
  ])('%s', (line, name) => {
    expect(readLines(line)).toEqual([{ ...plain, name, line, allergy: true }]);
  });

  it.each([
    'Cetirizine 10mg for allergies',
    'EpiPen for nut allergy',
    'Benadryl Allergy Relief',
    'Fexofenadine 120mg tablets allergic rhinitis',
  ])('is not seen in what is taken for one: %s', (line) => {
    expect(readLines(line).map(({ allergy }) => allergy)).toEqual([undefined]);
  });
});
