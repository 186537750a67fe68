import { describe, expect, it } from 'vitest';
import { type KeptProblem, keptBefore } from '#passport/paste/kept-before.ts';
import { readProblemList } from '#passport/paste/problem-list.ts';

const kept = (id: string, name: string, more: Partial<KeptProblem> = {}): KeptProblem => ({
  id,
  names: [name],
  original: name,
  began: null,
  recordSays: null,
  ...more,
});
const found = (text: string, ...before: KeptProblem[]) => {
  const { entries } = readProblemList(text);
  const map = keptBefore(entries, before);
  return entries.map((entry) => map.get(entry)?.id ?? null);
};

describe('a list pasted a year later', () => {
  it('knows a problem by its lines, its code or its name, however it is written', () => {
    expect(found('Gout 2003', kept('a', 'Gout', { original: 'Gout 2003' }))).toEqual(['a']);
    expect(found('12/05/2003  GOUT', kept('a', 'Gout', { original: 'Gout 2003', began: '2003' }))).toEqual(['a']);
    expect(found('Gouty arthropathy [90560007]', kept('a', 'Gout', { original: '90560007 | Gout' }))).toEqual(['a']);
    expect(found('Low back pain', kept('a', 'The beast', { names: ['The beast', 'low-back pain'] }))).toEqual(['a']);
  });

  it('does not know what has another name or side', () => {
    expect(found('Asthma', kept('a', 'Gout'))).toEqual([null]);
    expect(found('L knee pain', kept('a', 'R knee pain'))).toEqual([null]);
  });

  it('keeps what stands twice as often as it is there, those of one date together', () => {
    const two = [kept('old', 'Depression', { began: '2001' }), kept('new', 'Depression', { began: '2012' })];
    expect(found('Depression 2012\nDepression 2001\nDepression 2020', ...two)).toEqual(['new', 'old', null]);
  });
});
