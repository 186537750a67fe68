import type { Change } from '#passport/change.ts';
import type { Value } from '#passport/field.ts';
import { fold, type Passport } from '#passport/fold.ts';

type Fields = Readonly<Record<string, Value>>;

const medicines: readonly Fields[] = [
  { name: 'Amitriptyline', strength: '10 mg', dose: '2 at night, by nine', purpose: 'sleep', helps: 'little' },
  { name: 'Ramipril', strength: '5 mg', dose: 'one in the morning' },
  { name: 'Buprenorphine patch', strength: '10 micrograms/hour', dose: 'one every seven days, other arm each time' },
  { name: 'Atorvastatin', strength: '20 mg', dose: 'one at night' },
  { name: 'Paracetamol', strength: '500 mg', dose: 'two, up to four times a day', pattern: 'as_needed' },
  { name: 'Duloxetine', strength: '60 mg', dose: 'one in the morning', purpose: 'legs and mood', helps: 'lot' },
  { name: 'Metformin', strength: '500 mg', dose: 'two with breakfast and two with the evening meal' },
  { name: 'Omeprazole', strength: '20 mg', dose: 'one before breakfast' },
  { name: 'Levothyroxine', strength: '75 micrograms', dose: 'one on waking, before food' },
  { name: 'Naproxen', strength: '250 mg', dose: 'one twice a day for three days', pattern: 'flares' },
  { name: 'Amlodipine', strength: '5 mg', dose: 'one in the morning' },
  { name: 'Baclofen', strength: '10 mg', dose: 'half a tablet three times a day', worries: 'Please never all at once' },
  { name: 'Salbutamol', strength: '100 micrograms', dose: 'two puffs, through the spacer', pattern: 'as_needed' },
  { name: 'Warfarin', strength: '3 mg', dose: 'as my yellow book says, at six in the evening' },
];

const allergies: readonly Fields[] = [
  { substance: 'Penicillin', whatHappened: 'Nothing the first time. The second time my throat closed.' },
  { substance: 'Ibuprofen', whatHappened: 'My stomach bled. I was in hospital for a week.' },
  { substance: 'Latex', whatHappened: 'My lips swelled at the dentist. An ambulance came.' },
  { substance: 'Tramadol', whatHappened: 'I saw people who were not there. It stopped the day after.' },
  { substance: 'Trimethoprim', whatHappened: 'A rash all over my body. My face was swollen for three days.' },
  { substance: 'Zinc oxide tape', whatHappened: 'My skin blistered under it. The marks took a month to go.' },
  { substance: 'Metoclopramide', whatHappened: 'My jaw locked. They gave me something and it let go.' },
  { substance: 'Contrast dye', whatHappened: 'I came out in hives on the table. I was watched overnight.' },
];

export const gridMedicines = { least: 4, most: medicines.length } as const;
export const gridAllergies = { least: 2, most: allergies.length } as const;

/**
 * An ordinary passport with that many medicines now and that many allergies, each of another name: every medicine has a
 * strength and how it is taken, every allergy what happened in two sentences. The rest of it is always the same.
 */
export function gridLife(many: { readonly medicines: number; readonly allergies: number }): Passport {
  const changes: Change[] = [];
  const add = (part: string, record: string, set: Fields) => {
    const n = changes.length + 1;
    changes.push({ id: `c${n}`, n, at: '2026-11-20T10:00:00.000Z', by: '', lang: 'en-GB', part, record, set });
  };
  const addAll = (part: string, records: readonly Fields[], count: number) => {
    if (count > records.length) throw new Error(`The grid has ${records.length} ${part}, not ${count}.`);
    for (const [place, set] of records.slice(0, count).entries()) add(part, `${part}-${place}`, set);
  };
  for (const [part, set] of Object.entries(about)) add(part, part, set);
  addAll(
    'medicines',
    medicines.map((one) => ({ pattern: 'regular', ...one })),
    many.medicines,
  );
  addAll('allergies', allergies, many.allergies);
  addAll('problems', problems, problems.length);
  return fold(changes);
}

const about: Readonly<Record<string, Fields>> = {
  me: {
    preferredName: 'Rosa',
    fullName: 'Rosalind Marchetti',
    birthDate: '1974-08-19',
    nhsNumber: '999 000 0042',
    interpreter: 'no',
    communication: ['written_down', 'extra_time'],
    emergencyContacts: [{ name: 'Chidi, my husband', phone: '07700 900614', when: 'any time' }],
  },
  words: {
    label: 'fibromyalgia',
    usual: 'Aching all over, worse in the morning. Tingling in both hands.',
    notUsual: 'Weakness on one side, numbness between the legs, fever.',
    isNew: 'Since September my left knee locks on the stairs.',
    pleaseDont: ['touch', 'change'],
  },
  visit: { want: 'To talk about my sleep, and to have one plan for the winter that we both keep a copy of.' },
  flare: {
    steps: ['Stop, and tell Chidi it has started', 'A warm bath for twenty minutes', 'Move a little every hour'],
    urgent: 'Numb between the legs, cannot pass water, weak on one side, or not safe.',
  },
};

const problems: readonly Fields[] = [
  { name: 'Fibromyalgia', mine: 'my pain', status: 'active', since: '2013' },
  { name: 'Hypothyroidism', status: 'active', since: '2009' },
  { name: 'Osteoarthritis of knee', mine: 'my knee', status: 'active', since: '2025-09' },
  { name: 'Fractured wrist', status: 'past', since: '2016', ended: '2016' },
];
