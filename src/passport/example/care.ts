import { goals } from '#passport/parts/goals.ts';
import { problems } from '#passport/parts/problems.ts';
import { team } from '#passport/parts/team.ts';
import { tried } from '#passport/parts/tried.ts';
import { type ExampleEdit, many } from './written.ts';

/** Her problem list, what she tried, what she wants to do, and who looks after her. */
export function careOfAmina(): readonly ExampleEdit[] {
  return [
    ...many(problems, {
      widespread: {
        name: 'Chronic widespread pain',
        mine: 'Persistent pain',
        status: 'active',
        since: '2014',
        agreedWith: 'Dr Osei',
        agreedOn: '2026-03',
      },
      depression: { name: 'Depressive disorder', mine: 'Low days', status: 'active', since: '2017' },
      sciatica: { name: 'Lumbar radiculopathy', mine: 'My left leg', status: 'active', since: '2022-06' },
      pressure: { name: 'Essential hypertension', mine: 'Blood pressure', status: 'active', since: '2015' },
      thyroid: { name: 'Hypothyroidism', mine: 'Slow thyroid', status: 'active', since: '2008' },
      cholesterol: { name: 'Hypercholesterolaemia', status: 'active', since: '2018' },
      knee: { name: 'Osteoarthritis of right knee', mine: 'My knee', status: 'active', since: '2020' },
      sleep: { name: 'Insomnia', status: 'discuss', since: '2019' },
      migraine: { name: 'Migraine', status: 'missing', since: '1999' },
      bleed: { name: 'Gastric haemorrhage', mine: 'The bleed', status: 'past', since: '2016', ended: '2016' },
      wrist: { name: 'Fracture of left wrist', status: 'past', since: '2009', ended: '2009' },
      fertility: { name: 'Fertility problem', status: 'past', since: '1998' },
      anxiety: { name: 'Anxiety state', status: 'does_not_fit', since: '2011' },
    }),
    ...many(tried, {
      physio: {
        what: 'physiotherapy',
        state: 'stopped',
        helped: 'little',
        again: 'yes',
        date: '2022',
        place: 'Marsh Lane',
        notes: 'Helped the second time, with Jo. The sessions ran out.',
      },
      water: {
        what: 'water',
        state: 'still',
        helped: 'lot',
        again: 'yes',
        date: '2025',
        translation: 'In water my legs are my own.',
        translator: 'Yusuf',
      },
      tens: {
        what: 'tens',
        state: 'still',
        helped: 'little',
        again: 'yes',
        date: '2024',
        notes: 'In the evening, when I sew.',
      },
      acupuncture: {
        what: 'acupuncture',
        state: 'stopped',
        helped: 'not_really',
        again: 'no',
        date: '2019',
        notes: 'Too dear to go on with.',
      },
      programme: {
        what: 'programme',
        state: 'not_begun',
        date: '2026',
        place: 'Northgate',
        again: 'yes',
      },
      talking: {
        what: 'talking',
        state: 'not_begun',
        again: 'later',
        notes: 'Not while Nur is ill.',
      },
    }),
    { part: 'tried', record: 'example-water', lang: 'tr', set: { notes: 'Suda bacaklarım benim oluyor.' } },
    ...many(goals, {
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
      swim: {
        what: 'Swim with Emre once a month',
        by: '2027-06',
        steps: ['Stand in the shallow end', 'One width'],
        sure: 'fairly',
        going: 'paused',
      },
    }),
    ...many(team, {
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
      mehta: {
        name: 'Ravi Mehta',
        role: 'pharmacist',
        phone: '020 7946 0178',
        place: 'Marsh Lane Chemist',
        since: '2018',
      },
      yusuf: { name: 'Yusuf', role: 'family', phone: '07700 900123', does: 'Comes with me, reads letters, cooks.' },
      clinic: { name: 'Northgate pain clinic', role: 'pain_clinic', since: '2020', does: 'Letters only, for now.' },
    }),
  ];
}
