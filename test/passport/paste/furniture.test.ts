import { describe, expect, it } from 'vitest';
import { isDoubtful, isFurniture } from '#passport/paste/furniture.ts';

describe('a line that may be furniture and may be a problem', () => {
  it.each([
    'Patient: reports fatigue',
    'Surgery: Appendicectomy 1998',
    'Age-related macular degeneration: dry',
    'Allergies: penicillin',
    'Plan: refer to physiotherapy',
    'MS Relapsing',
    'Consultant in Pain Medicine',
    'Signed off work since 2019',
    'Things you said at your last visit',
    '12 acacia avenue',
  ])('"%s" is doubtful, and not furniture', (line) => {
    expect([isFurniture(line), isDoubtful(line)]).toEqual([false, true]);
  });

  it.each([
    'Page 1 of 2',
    'NHS No: 999 000 0018',
    'Strona 1 z 2',
    'الصفحة ١ من ٢',
    'Usual GP: Dr A Example',
    'Mrs A Example',
  ])('"%s" is furniture, and there is no doubt', (line) => {
    expect([isFurniture(line), isDoubtful(line)]).toEqual([true, false]);
  });

  it.each([
    'Bell’s palsy',
    'Dr Smith referral for chest pain',
    'Hospital acquired pneumonia',
    'Low back pain',
    'Page kidney',
  ])('"%s" is neither', (line) => {
    expect([isFurniture(line), isDoubtful(line)]).toEqual([false, false]);
  });
});
