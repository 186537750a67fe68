import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupProblems, splitGroup } from '#passport/paste/problem-groups.ts';
import { readProblemList } from '#passport/paste/problem-list.ts';

const PRINTED = readFileSync(new URL('../../fixtures/problem-list.tsv', import.meta.url), 'utf8');
const groupsOf = (...names: string[]) =>
  groupProblems(readProblemList(names.join('\n')).entries).map((group) => group.entries.map((entry) => entry.original));

describe('the printed list of the example', () => {
  const groups = groupProblems(readProblemList(PRINTED).entries);

  it('has exactly four groups, and everything else alone', () => {
    const together = groups.filter((group) => group.entries.length > 1);
    expect(together.map((group) => group.entries.map((entry) => entry.original.split('\t')[1]))).toEqual([
      ['Somatization disorder', 'Somatization disorder'],
      [
        'Helicobacter breath test positive',
        'Helicobacter pylori gastrointestinal tract infection 29.4.13',
        'Helicobacter breath test positive',
      ],
      ['Depressive disorder NEC', 'Depressive disorder NEC'],
      ['Fertility problem', 'Secondary infertility unspecified -9yrs', 'Fertility problem', 'Infertility - female NOS'],
    ]);
    expect(groups).toHaveLength(19);
  });

  it('keeps the oldest and the newest date, and the newest name', () => {
    const shown = groups
      .filter((group) => group.entries.length > 1)
      .map(({ name, began, latest }) => [name, began, latest]);
    expect(shown).toEqual([
      ['Somatization disorder', '2016-04-14', '2016-08-31'],
      ['Helicobacter breath test positive', '2008-04-09', '2016-04-05'],
      ['Depressive disorder', '2001-08-21', '2012-07-11'],
      ['Fertility problem', '1998-09-01', '2003-09-19'],
    ]);
  });
});

describe('apart', () => {
  const pairs: [string, string][] = [
    ['Type 2 diabetes', 'Type 1 diabetes'],
    ['Type II diabetes mellitus', 'Type I diabetes mellitus'],
    ['Chronic kidney disease stage 3', 'Chronic kidney disease stage 4'],
    ['Hepatitis B', 'Hepatitis C'],
    ['Vitamin D deficiency', 'Vitamin B12 deficiency'],
    ['Chest pain', 'Back pain'],
    ['Back pain', 'Neck pain and sciatica'],
    ['Left knee pain', 'Right knee pain and gout'],
    ['Chest infection', 'Urinary tract infection'],
    ['Hypertension', 'Hypotension'],
    ['Hypothyroidism', 'Hyperthyroidism'],
    ['Essential hypertension', 'Pulmonary hypertension'],
    ['Anxiety disorder', 'Panic disorder'],
    ['Eating disorder', 'Bipolar disorder'],
    ['Knee problem', 'Knee pain'],
    ['Eye symptoms', 'Eye disorder'],
    ['Heart failure', 'Heart disease'],
    ['Left knee pain', 'Right knee pain'],
    ['Pain in L knee', 'Pain in R knee'],
    ['Osteoarthritis of left hip', 'Osteoarthritis of right hip'],
    ['Osteoarthritis of hip', 'Osteoarthritis of knee'],
    ['Total hip replacement', 'Total knee replacement'],
    ['Lumbar disc prolapse', 'Cervical disc prolapse'],
    ['Acute bronchitis', 'Chronic bronchitis'],
    ['Stable angina', 'Unstable angina'],
    ['Male infertility', 'Female infertility'],
    ['Migraine with aura', 'Migraine without aura'],
    ['Helicobacter breath test positive', 'Helicobacter breath test negative'],
    ['Breast cancer', 'Family history of breast cancer'],
    ['Asthma', 'FH: Asthma'],
    ['Epilepsy', 'Non-epileptic seizures'],
    ['Stress incontinence', 'Urge incontinence'],
    ['Stress incontinence', 'Stress'],
    ['Iron deficiency', 'Iron overload'],
    ['Penicillin allergy', 'Nut allergy'],
    ['Rheumatoid arthritis', 'Psoriatic arthritis'],
    ['Diabetes mellitus', 'Diabetic retinopathy'],
    ['Diabetes', 'Diabetic foot'],
    ['Frozen shoulder', 'Frozen embryo transfer'],
    ['Restless legs', 'Restless sleep'],
    ['Sleep apnoea', 'Sleep disturbance'],
    ['Carpal tunnel injection', 'Carpal tunnel release'],
    ['Chronic pain syndrome', 'Chronic fatigue syndrome'],
    ['Anxiety', 'Depression with anxiety'],
  ];
  it.each(pairs)('%s, and %s', (a, b) => expect(groupsOf(a, b)).toEqual([[a], [b]]));
});

describe('together', () => {
  // "Migraine with aura" names a kind of what "Migraine" names, and its words contradict nothing: one question is
  // enough, and the person can split them. Beside "Migraine without aura" too there is doubt, and all stay apart.
  const pairs: [string, string][] = [
    ['Asthma', 'Asthma NOS'],
    ['Osteoarthritis of knee', 'Osteoarthritis of knee'],
    ['Osteoarthritis of knee', 'Knee osteoarthritis'],
    ['Knee pain', 'Pain in knee'],
    ['Migraine', 'Migraine with aura'],
    ['Migraine', 'Migraines'],
    ['Depression', 'Depressive disorder'],
    ['Low back pain', 'Chronic low back pain'],
    ['Somatisation', 'Somatization disorder'],
    ['Depression', 'Anxiety and depression'],
    ['Fibromyalgia', 'Fibromyalgia and chronic fatigue'],
    ['Low back pain', 'Back pain and sciatica'],
    ['Lumbago', 'Sciatica and low back pain'],
    ['Osteoarthritis of hip and knee', 'Osteoarthritis of the knee and hip'],
    ['Backache', 'Lumbago'],
    ['Low back pain', 'Lumbago'],
    ['High blood pressure', 'Hypertension'],
    ['Heart attack', 'Myocardial infarction'],
    ['Anaemia', 'Anemia'],
    ['Haemorrhoids', 'Hemorrhoids'],
    ['Type 2 diabetes', 'Diabetes mellitus type II'],
    ['Mobility problem', 'Immobility'],
    ['Chlamydia', 'Chlamydial infection'],
    ['Renal stone', 'Kidney stones'],
    ['Tiredness', 'Tiredness symptom'],
    ['Ménière disease', 'Meniere disease'],
    ['[X]Fibromyalgia', 'Fibromyalgia syndrome (203082005)'],
    ['ألم الظهر', 'ألم الظهر'],
  ];
  it.each(pairs)('%s, and %s', (a, b) => expect(groupsOf(a, b)).toEqual([[a, b]]));
});

describe('doubt', () => {
  it('keeps apart what one short name could join', () => {
    const arthritis = ['Rheumatoid arthritis', 'Arthritis', 'Psoriatic arthritis'];
    expect(groupsOf(...arthritis)).toEqual(arthritis.map((name) => [name]));
    const migraines = ['Migraine with aura', 'Migraine', 'Migraine without aura'];
    expect(groupsOf(...migraines)).toEqual(migraines.map((name) => [name]));
    const mixed = ['Anxiety', 'Anxiety and depression', 'Depression'];
    expect(groupsOf(...mixed)).toEqual(mixed.map((name) => [name]));
    const depression = ['Depression', 'Depression with anxiety', 'Postnatal depression'];
    expect(groupsOf(...depression)).toEqual(depression.map((name) => [name]));
  });

  it('about one knee does not part the two entries of the other', () => {
    expect(groupsOf('Osteoarthritis of hip', 'Osteoarthritis of knee', 'Osteoarthritis of left knee')).toEqual([
      ['Osteoarthritis of hip'],
      ['Osteoarthritis of knee', 'Osteoarthritis of left knee'],
    ]);
  });
});

describe('a group', () => {
  const entries = readProblemList('Asthma 2001\nAsthma NOS 1998\nAsthma\nMigraine 2010 - 2012').entries;
  const [asthma, migraine] = groupProblems(entries);

  it('can be split, and each half keeps its own dates', () => {
    if (!asthma || !entries[1]) throw new Error('no group');
    const halves = splitGroup(asthma, entries[1]);
    expect(halves.map((half) => [half.entries.map((entry) => entry.original), half.began, half.latest])).toEqual([
      [['Asthma 2001', 'Asthma'], '2001', '2001'],
      [['Asthma NOS 1998'], '1998', '1998'],
    ]);
  });

  it('is left whole by an entry that is its only one, or not in it', () => {
    if (!asthma || !migraine || !entries[3]) throw new Error('no group');
    expect(splitGroup(migraine, entries[3])).toEqual([migraine]);
    expect(splitGroup(asthma, entries[3])).toEqual([asthma]);
  });

  it('counts an end as its newest date', () => {
    expect([migraine?.began, migraine?.latest]).toEqual(['2010', '2012']);
  });
});
