import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKey, slipIn } from '#store/lock/compare-key.ts';
import { newRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';

const keys = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => newRecoveryKey(() => bytes));
const written = (groups: readonly string[], between: string) => groups.join(between);

test('a key copied from paper is that key, whatever stands between its groups', () => {
  fc.assert(
    fc.property(keys, fc.constantFrom(' ', '-', '', '\n', ' – '), fc.boolean(), (key, between, small) => {
      const typed = written(recoveryToGroups(key), between);
      expect(compareKey(small ? typed.toLowerCase() : typed, key)).toBe(null);
    }),
  );
});

test('the group with the slip is named', () => {
  fc.assert(
    fc.property(
      keys,
      fc.nat(6),
      fc.nat(4),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (key, at, place, letter) => {
        const groups = [...recoveryToGroups(key)];
        const group = groups[at] as string;
        fc.pre(group[place] !== letter);
        groups[at] = group.slice(0, place) + letter + group.slice(place + 1);
        expect(compareKey(written(groups, ' '), key)).toEqual({ found: 'group', group: at + 1 });
      },
    ),
  );
});

test('half a key that is right so far is only unfinished', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 34 }), (key, length) => {
      const typed = written(recoveryToGroups(key), '').slice(0, length);
      expect(compareKey(typed, key)).toEqual({ found: 'part', typed: Math.floor(length / 5), total: 7 });
    }),
  );
});

test('a sheet from an earlier try is another key, and an empty box is empty', () => {
  const key = newRecoveryKey((count) => new Uint8Array(count).fill(7));
  const old = newRecoveryKey((count) => new Uint8Array(count).fill(9));
  expect(compareKey(written(recoveryToGroups(old), ' '), key)).toEqual({ found: 'other' });
  expect(slipIn(written(recoveryToGroups(old), ' '))).toBe(null);
  expect(compareKey(' - ', key)).toEqual({ found: 'empty' });
  const mixed = recoveryToGroups(key).map((group, at) => (at < 3 ? group : (recoveryToGroups(old)[at] as string)));
  expect(compareKey(written(mixed, ' '), key)).toEqual({ found: 'other' });
});
