import type { Contact, Field } from '#passport/field.ts';
import type { FieldId, Part } from '#passport/part.ts';
import { allergies } from '#passport/parts/allergies.ts';
import { flare } from '#passport/parts/flare.ts';
import { goals } from '#passport/parts/goals.ts';
import { matters } from '#passport/parts/matters.ts';
import { me } from '#passport/parts/me.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { problems } from '#passport/parts/problems.ts';
import { team } from '#passport/parts/team.ts';
import { tried } from '#passport/parts/tried.ts';
import { visit } from '#passport/parts/visit.ts';
import { words } from '#passport/parts/words.ts';
import type { TermOf, TermSet } from '#passport/terms.ts';
import type { Edit } from '#passport/write.ts';

/** An edit that says its own language, which goes before the writer's. */
export type ExampleEdit = Edit & { readonly lang: string };

// A wrong field, term or link does not compile.
type Own = { readonly own: string };
type Pick<F extends Field> =
  | (F extends { set: infer S extends TermSet } ? TermOf<S> : never)
  | (F extends { own: true } ? Own : never);
type Written<F extends Field> = F['kind'] extends 'text' | 'long' | 'date'
  ? string
  : F['kind'] extends 'term'
    ? Pick<F>
    : F['kind'] extends 'terms'
      ? readonly Pick<F>[]
      : F['kind'] extends 'link'
        ? MemberId | Own
        : F['kind'] extends 'contacts'
          ? readonly Contact[]
          : F['kind'] extends 'yes'
            ? true
            : readonly string[];
type Set<P extends Part> = { readonly [F in FieldId<P>]?: Written<P['fields'][F]> } & {
  readonly translation?: string;
  readonly translator?: string;
};
type MemberId = 'example-osei' | 'example-pike' | 'example-yusuf' | 'example-clinic';

/**
 * A whole, invented person, for looking around and for samples: Amina Yıldız, in every part, with private things that
 * nothing ticks. Telephone numbers are from Ofcom's range for drama; the NHS number is a published test number.
 * `checked` is the ISO day she last checked everything.
 */
export function exampleEdits(checked = '2026-11-19'): readonly ExampleEdit[] {
  return [
    ...only(me, checked, {
      preferredName: 'Amina',
      fullName: 'Amina Yıldız',
      birthDate: '1971-05-14',
      nhsNumber: '943 476 5919',
      pronouns: 'she',
      languages: ['tr', 'en'],
      interpreter: 'sometimes',
      communication: ['extra_time'],
      alone: ['see_me_alone'],
      emergencyContacts: [{ name: 'Yusuf, my son', phone: '07700 900123', when: '' }],
    }),
    ...only(words, checked, {
      label: 'persistent',
      inMyWords: 'Like wearing a coat of wet sand.',
      where: ['lower_back', 'thigh_r', 'thigh_l', 'foot_l'],
      usual: 'Legs burning at night.',
      notUsual: 'Weak legs.',
      isNew: 'Since May: numb left foot.',
      wordsThatHelp: ['believe', 'plain'],
      wordsThatHurt: [{ own: 'degenerative' }, { own: 'just anxiety' }],
      pleaseDo: ['sit', 'write'],
    }),
    ...only(visit, checked, {
      want: 'Hydrotherapy before winter?',
      hardHow: 'read',
      hardToSay: 'I sleep sitting up.',
    }),
    ...only(matters, checked, {
      most: 'Walking my grandson to school. Sleep. Being believed.',
      people: 'Yusuf, my son. Emre, my grandson, who is six. My sister Leyla in İzmir, on Sundays.',
      goodDay: 'I walk Emre to school, sit down, cook, and still have something left for the evening.',
      hardDay: 'The stairs are a mountain. I talk less. I am not cross with you, I am counting my breath.',
      support: 'In the mornings I am slow.',
      alsoKnow: 'I cleaned offices for nineteen years and miss it.',
      helper: 'Yusuf',
    }),
    ...many(allergies, checked, {
      naproxen: { substance: 'Naproxen', whatHappened: 'Stomach bleed', date: '2016', sort: 'bad_reaction' },
    }),
    ...many(medicines, checked, {
      duloxetine: {
        name: 'Duloxetine',
        strength: '30 mg',
        pattern: 'regular',
        purpose: 'Legs, mood',
        howOften: 'morning',
        form: 'capsule',
        helps: 'little',
        helpsHow: 'I can stand to cook.',
        sideEffects: 'Dry mouth',
        started: '2023-09',
        worries: 'I was shaky for days when I ran out once. Please go slowly with any change.',
        prescriber: 'example-osei',
        source: 'prescribed',
      },
      paracetamol: {
        name: 'Paracetamol',
        strength: '500 mg',
        pattern: 'regular',
        purpose: 'Back',
        dose: '1–2, up to 4 times a day',
        form: 'tablet',
        helps: 'not_really',
        reallyTake: 'Some days none. I keep them for the evening.',
        source: 'counter',
      },
      zapain: {
        name: 'Zapain',
        strength: '30/500',
        pattern: 'flares',
        purpose: 'Bad nights',
        form: 'tablet',
        helps: 'lot',
        prescriber: 'example-osei',
        source: 'prescribed',
      },
      amitriptyline: {
        name: 'Amitriptyline',
        pattern: 'stopped',
        purpose: 'Sleep, and the burning in my legs',
        stopped: '2023',
        stoppedWhy: 'Fell asleep on the bus twice.',
        stoppedBy: 'together',
        highestDose: '25 mg at night',
        highestFor: '5 months',
      },
      pregabalin: {
        name: 'Pregabalin',
        pattern: 'stopped',
        stopped: '2021',
        stoppedWhy: 'Weight, swelling',
        stoppedBy: 'gp',
        highestDose: '150 mg twice a day',
        highestFor: '4 months',
      },
      tramadol: { name: 'Tramadol', pattern: 'stopped', stopped: '2019', stoppedWhy: 'Sick', stoppedBy: 'me' },
    }),
    ...only(flare, checked, {
      steps: ['Heat', 'Lie on my side', 'Slow breathing'],
      contacts: [{ name: 'Yusuf, my son', phone: '07700 900123', when: '' }],
      urgent: 'Numb between my legs, cannot pee: A&E.',
      signs: 'Two bad nights together. My jaw is tight. I stop answering the phone.',
      triggers: 'Cold, long waits standing up, worry about letters. Sometimes nothing at all.',
      helps: 'Heat, radio low.',
      worse: 'Bed all day.',
      medicines: 'One Zapain 30/500.',
      restart: 'First the kitchen, then the gate, then the corner. Half of what I want to do, for three days.',
      whatHelped: 'Yusuf cooking, and nobody asking me questions until noon.',
      noticed: 'It was over in five days. I had thought it would be ten.',
    }),
    ...many(problems, checked, {
      widespread: {
        name: 'Chronic widespread pain',
        mine: 'Persistent pain',
        status: 'active',
        since: '2014',
        agreedWith: 'Dr Osei',
        agreedOn: '2026-03',
      },
      depression: { name: 'Depressive disorder', mine: 'Low days', status: 'active', since: '2017' },
      anxiety: { name: 'Anxiety state', status: 'does_not_fit' },
      fertility: { name: 'Fertility problem', status: 'past', since: '1998' },
      sleep: { name: 'Insomnia', status: 'discuss' },
    }),
    ...many(tried, checked, {
      physio: {
        what: 'physiotherapy',
        helped: 'little',
        again: 'yes',
        date: '2022',
        place: 'Marsh Lane',
        notes: 'Helped the second time, with Jo.',
      },
      water: {
        what: 'water',
        helped: 'lot',
        again: 'yes',
        date: '2025',
        translation: 'In water my legs are my own.',
        translator: 'Yusuf',
      },
    }),
    { part: 'tried', record: 'example-water', lang: 'tr', set: { notes: 'Suda bacaklarım benim oluyor.' } },
    ...many(goals, checked, {
      allotment: {
        what: 'Allotment on Saturdays',
        why: 'My tomatoes, and people who know me without the pain.',
        steps: ['Ask Leyla’s friend for a chair', 'Ten minutes, sitting', 'Twenty minutes, home by bus'],
        helper: 'example-yusuf',
        by: '2027-04',
        sure: 'fairly',
        going: 'on_the_go',
        bumps: 'Rain for three weeks. I start again when it is dry.',
      },
      play: {
        what: 'Emre’s school play',
        why: 'Emre is a tree this year.',
        sure: 'little',
        going: 'not_started',
      },
    }),
    ...many(team, checked, {
      osei: {
        name: 'Dr Grace Osei',
        role: 'gp',
        phone: '020 7946 0123',
        usual: true,
        since: '2019',
        place: 'Marsh Lane Surgery',
        does: 'Knows the whole story.',
      },
      pike: { name: 'Jo Pike', role: 'physio', phone: '020 7946 0161', since: '2022', place: 'Marsh Lane Surgery' },
      yusuf: { name: 'Yusuf', role: 'family', does: 'Comes with me, reads letters, cooks.' },
      clinic: { name: 'Northgate pain clinic', role: 'pain_clinic', since: '2020', does: 'Letters only, for now.' },
    }),
  ];
}

const lang = 'en-GB';

function only<P extends Part>(part: P, checked: string, set: Set<P>): readonly ExampleEdit[] {
  return [{ part: part.id, record: part.id, lang, set: { ...set, checked } as NonNullable<Edit['set']> }];
}

function many<P extends Part>(
  part: P,
  checked: string,
  records: Readonly<Record<string, Set<P>>>,
): readonly ExampleEdit[] {
  const edits = Object.entries(records).map(([id, set]) => ({
    record: `example-${id}`,
    set: set as NonNullable<Edit['set']>,
  }));
  const order = edits.map((edit) => edit.record);
  return [
    { part: part.id, record: part.id, lang, set: { checked, order } },
    ...edits.map((edit) => ({ part: part.id, lang, ...edit })),
  ];
}
