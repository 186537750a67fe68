import type { Change } from '#passport/change.ts';
import type { Value } from '#passport/field.ts';

type Fields = Readonly<Record<string, Value>>;

/** An invented person with a passport filled in as a real one would be, for tests that need a believable size. */
const me: Fields = {
  preferredName: 'Rosa',
  fullName: 'Rosalind Marchetti-Okoro',
  birthDate: '1974-08-19',
  nhsNumber: '943 476 5919',
  pronouns: 'she',
  languages: ['en', 'it'],
  interpreter: 'no',
  communication: ['extra_time', 'written_down', { own: 'Please say it again if I look lost' }],
  alone: ['see_me_alone'],
  emergencyContacts: [
    { name: 'Chidi (husband)', phone: '07700 900614', when: 'any time' },
    { name: 'Paola (sister)', phone: '07700 900188', when: 'evenings' },
  ],
};

const words: Fields = {
  label: 'fibromyalgia',
  inMyWords:
    'It is like having flu and having run a marathon on the same day. My skin hurts when clothes touch it. ' +
    'Some mornings my hands will not close.',
  where: ['neck_back', 'shoulder_l', 'shoulder_r', 'lower_back', 'hand_l', 'hand_r', 'knee_l'],
  usual: 'Aching all over, worse in the morning. Tingling in both hands. Headache most weeks.',
  notUsual: 'Weakness on one side, numbness around the saddle, fever.',
  isNew: 'Since September my left knee locks on the stairs.',
  wordsThatHelp: ['believe', 'together', { own: 'We will look at this again in a month' }],
  wordsThatHurt: [{ own: 'It is only wear and tear' }, { own: 'You look well' }],
  pleaseDo: ['sit', 'ask_touch', 'time'],
  pleaseDont: ['touch', 'change'],
};

const visit: Fields = {
  want: 'To talk about my sleep, and whether to go on with amitriptyline. I would like one plan for winter.',
  hardHow: 'read',
  hardToSay: 'I am frightened that I will have to stop work.',
};

const matters: Fields = {
  most: 'Staying able to pick up my grandson, and keeping my job at the library.',
  people: 'Chidi, my sister Paola, my daughter Ada and her little boy Leo.',
  goodDay: 'I walk to the library, do four hours, cook, and read to Leo.',
  hardDay: 'I cannot dress without help and I lose words in the middle of a sentence.',
  support: 'Ask me before you help. Let me sit down. Let me finish, even if it takes a while.',
  alsoKnow: 'Bright lights and loud rooms make everything worse.',
  helper: 'Ada',
};

const allergies: readonly Fields[] = [
  { substance: 'Penicillin', whatHappened: 'Hives and a swollen face', date: '1989', sort: 'allergy' },
  { substance: 'Tramadol', whatHappened: 'Saw things that were not there', date: '2016-05', sort: 'bad_reaction' },
];

const medicines: readonly Fields[] = [
  {
    name: 'Amitriptyline',
    strength: '10 mg',
    dose: '2 tablets',
    howOften: 'night',
    pattern: 'regular',
    form: 'tablet',
    purpose: 'sleep and pain at night',
    helps: 'little',
    helpsHow: 'I wake twice and not six times',
    sideEffects: 'Dry mouth, thick head until ten',
    started: '2021-03',
    prescriber: { own: 'Dr Farrukh Anwar' },
    source: 'prescribed',
    worries: 'Putting on weight',
  },
  {
    name: 'Duloxetine',
    brand: 'Cymbalta',
    strength: '60 mg',
    dose: '1 capsule',
    howOften: 'morning',
    pattern: 'regular',
    form: 'capsule',
    purpose: 'pain and mood',
    helps: 'lot',
    helpsHow: 'I can work four hours',
    started: '2022-01-17',
    prescriber: { own: 'Pain clinic' },
    source: 'prescribed',
    reallyTake: 'I skip it on Sundays',
  },
  {
    name: 'Paracetamol',
    strength: '500 mg',
    dose: '2 tablets',
    howOften: 'as_needed',
    pattern: 'as_needed',
    form: 'tablet',
    purpose: 'headache',
    helps: 'little',
    source: 'counter',
  },
  {
    name: 'Ibuprofen gel',
    strength: '5%',
    dose: 'a thin layer',
    howOften: 'three',
    pattern: 'as_needed',
    form: 'cream',
    purpose: 'my knee',
    helps: 'little',
    started: '2024',
    source: 'counter',
  },
  {
    name: 'Levothyroxine',
    strength: '75 micrograms',
    dose: '1 tablet',
    howOften: 'morning',
    pattern: 'regular',
    form: 'tablet',
    purpose: 'thyroid',
    helps: 'lot',
    started: '2009',
    source: 'prescribed',
  },
  {
    name: 'Omeprazole',
    strength: '20 mg',
    dose: '1 capsule',
    howOften: 'morning',
    pattern: 'regular',
    form: 'capsule',
    purpose: 'protects my stomach',
    started: '2018',
    source: 'prescribed',
  },
  {
    name: 'Naproxen',
    strength: '250 mg',
    dose: '1 tablet',
    howOften: 'twice',
    pattern: 'flares',
    form: 'tablet',
    purpose: 'the first three days of a flare',
    helps: 'little',
    sideEffects: 'Heartburn',
    source: 'prescribed',
  },
  {
    name: 'Gabapentin',
    strength: '300 mg',
    pattern: 'stopped',
    form: 'capsule',
    purpose: 'burning in my legs',
    helps: 'worse',
    started: '2017-02',
    stopped: '2017-11',
    stoppedWhy: 'Fell twice, could not think at work',
    stoppedBy: 'together',
    highestDose: '900 mg a day',
    highestFor: 'three months',
  },
  {
    name: 'Pregabalin',
    strength: '75 mg',
    pattern: 'stopped',
    purpose: 'burning in my legs',
    helps: 'not_really',
    started: '2018',
    stopped: '2019-06',
    stoppedWhy: 'Swollen ankles and two stone heavier',
    stoppedBy: 'gp',
  },
  {
    name: 'Codeine',
    strength: '30 mg',
    pattern: 'stopped',
    purpose: 'bad days',
    helps: 'not_really',
    started: '2012',
    stopped: '2015',
    stoppedWhy: 'Constipation, and it stopped working',
    stoppedBy: 'me',
  },
  {
    name: 'Tramadol',
    strength: '50 mg',
    pattern: 'stopped',
    purpose: 'after my fall',
    helps: 'worse',
    started: '2016-04',
    stopped: '2016-05',
    stoppedWhy: 'Saw things that were not there',
    stoppedBy: 'hospital',
  },
  {
    name: 'Low dose naltrexone',
    strength: '4.5 mg',
    pattern: 'stopped',
    purpose: 'pain',
    helps: 'not_sure',
    started: '2023-01',
    stopped: '2023-04',
    stoppedWhy: 'Too dear to go on with',
    stoppedBy: 'me',
    trialAim: 'Fewer days in bed',
    trialReview: '2023-04-12',
    trialResult: 'About the same',
  },
];

const flare: Fields = {
  steps: [
    'Stop, and tell Chidi it has started',
    'Warm bath or wheat bag for twenty minutes',
    'Cancel what can be cancelled',
    'Breathe out longer than in, ten times',
    'Move a little every hour\nTo the kitchen and back is enough',
    'Ring Paola in the evening',
  ],
  contacts: [
    { name: 'Meadow Lane Surgery', phone: '020 7946 0712', when: 'after three days' },
    { name: 'NHS 111', phone: '111', when: 'nights and weekends' },
  ],
  urgent: 'Numb between the legs, cannot pass water, weak on one side, chest pain, or not safe.',
  signs: 'Jaw aches, I get clumsy, I cannot bear noise.',
  triggers: 'Cold wind, two late nights, long journeys, an argument.',
  helps: 'Heat, quiet, dark, being believed.',
  worse: 'Being hurried. Lying still all day.',
  medicines: 'Naproxen with food for three days at most, as agreed with Dr Anwar.',
  restart: 'Half a day at the library for a week, then as before.',
  whatHelped: 'Starting on day one and not on day three.',
  noticed: 'It came after the long drive in March too.',
};

const problems: readonly Fields[] = [
  {
    name: 'Fibromyalgia',
    mine: 'my pain',
    status: 'active',
    since: '2013',
    agreedWith: 'Dr Anwar',
    agreedOn: '2024-11-05',
  },
  { name: 'Hypothyroidism', mine: 'slow thyroid', status: 'active', since: '2009' },
  { name: 'Migraine', status: 'active', since: '1991' },
  { name: 'Osteoarthritis of knee', mine: 'my knee', status: 'discuss', since: '2025-09' },
  { name: 'Irritable bowel syndrome', status: 'active', since: '2015' },
  { name: 'Depressive disorder NEC', status: 'past', since: '2006', ended: '2008', mine: 'after my mother died' },
  { name: 'Somatization disorder', status: 'does_not_fit', since: '2011-06-02' },
  { name: 'Fractured wrist', status: 'past', since: '2016-04-11', ended: '2016' },
];

const tried: readonly Fields[] = [
  {
    what: 'physiotherapy',
    helped: 'little',
    again: 'yes',
    date: '2019',
    place: 'Whittington',
    notes: 'Six visits was too few',
  },
  {
    what: 'programme',
    helped: 'lot',
    again: 'yes',
    date: '2022',
    place: 'Queen Square',
    notes: 'Pacing and the group',
  },
  { what: 'tens', helped: 'not_really', again: 'maybe', date: '2018' },
  { what: 'acupuncture', helped: 'little', again: 'maybe', date: '2020', notes: 'Good for two days each time' },
  { what: 'injections', helped: 'worse', again: 'no', date: '2016', place: 'Royal Free' },
  { what: { own: 'Choir on Thursdays' }, helped: 'lot', again: 'yes', notes: 'I forget my hands' },
];

const goals: readonly Fields[] = [
  {
    what: 'Walk to the library and back',
    why: 'It is who I am',
    steps: ['To the corner', 'To the park bench', 'One way'],
    helper: { own: 'Physio Marta' },
    by: '2027-03',
    sure: 'fairly',
    going: 'on_the_go',
    bumps: 'Snow. Wait for a dry day.',
  },
  { what: 'Sleep five hours in one go', why: 'So that I can think', sure: 'little', going: 'not_started' },
  { what: 'Sing in the summer concert', why: 'Joy', steps: ['Sit in the front row'], sure: 'very', going: 'well' },
];

const team: readonly Fields[] = [
  {
    name: 'Dr Farrukh Anwar',
    role: 'gp',
    phone: '020 7946 0712',
    usual: true,
    since: '2014',
    place: 'Meadow Lane Surgery',
  },
  {
    name: 'Marta Kowalczyk',
    role: 'physio',
    phone: '020 7946 0455',
    place: 'Community health centre',
    does: 'Knee and pacing',
  },
  { name: 'Dr Siobhan Lees', role: 'pain_clinic', place: 'Queen Square', does: 'Once a year' },
  { name: 'Ada', role: 'family', phone: '07700 900321', does: 'Comes with me and writes things down' },
];

const lists: Readonly<Record<string, readonly Fields[]>> = { allergies, medicines, problems, tried, goals, team };
const singles: Readonly<Record<string, Fields>> = { me, words, visit, matters, flare };

/** The changes that make this person's passport, all in one language. */
export function personToChanges(lang = 'en-GB'): readonly Change[] {
  const changes: Change[] = [];
  const add = (part: string, record: string, set: Fields) => {
    const n = changes.length + 1;
    changes.push({ id: `c${n}`, n, at: '2026-11-20T10:00:00.000Z', by: '', lang, part, record, set });
  };
  for (const [part, fields] of Object.entries(singles)) add(part, part, { ...fields, checked: '2026-11-20' });
  for (const [part, records] of Object.entries(lists)) {
    for (const [place, fields] of records.entries()) add(part, `${part}${place}`, fields);
    add(part, part, { checked: '2026-10-02' });
  }
  return changes;
}
