import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  newRecoveryKey,
  readRecoveryKey,
  recoveryGroupLength,
  recoveryGroups,
  recoveryToGroups,
} from '#store/lock/recovery.ts';
import { random } from './here.ts';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyKey = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes));
const wrong = (group: number | null) => ({ ok: false, problem: 'recovery-unread', group });

describe('a recovery key', () => {
  test('reads back as it was printed, in any of the ways people type', () => {
    fc.assert(
      fc.property(
        anyKey,
        fc.constantFrom('', ' ', '-', ' - ', '\n', '–', '. '),
        fc.boolean(),
        (key, between, lower) => {
          const groups = recoveryToGroups(key);
          expect(groups).toHaveLength(recoveryGroups);
          expect(groups.every((group) => new RegExp(`^[${letters}]{${recoveryGroupLength}}$`).test(group))).toBe(true);
          const typed = ` ${groups.join(between)} `;
          expect(readRecoveryKey(lower ? typed.toLowerCase() : typed)).toEqual({ ok: true, key });
          expect(readRecoveryKey([...groups.join('')].join(' '))).toEqual({ ok: true, key });
        },
      ),
    );
  });

  test('takes O for 0, I and L for 1, and the digits of an Arabic or Persian keyboard', () => {
    fc.assert(
      fc.property(anyKey, fc.constantFrom('I', 'L', 'i', 'l'), (key, one) => {
        const text = recoveryToGroups(key).join('-');
        expect(readRecoveryKey(text.replaceAll('0', 'o').replaceAll('1', one))).toEqual({ ok: true, key });
        const arabic = text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        const persian = text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
        expect(readRecoveryKey(arabic)).toEqual({ ok: true, key });
        expect(readRecoveryKey(persian)).toEqual({ ok: true, key });
      }),
    );
  });

  test('any one wrong letter is noticed, and in its group', () => {
    const key = newRecoveryKey(random);
    const groups = recoveryToGroups(key);
    for (let group = 0; group < recoveryGroups; group++) {
      for (let place = 0; place < recoveryGroupLength; place++) {
        for (const letter of `${letters}U?`) {
          const right = groups[group] ?? '';
          if (letter === right[place]) continue;
          const typed = groups.with(group, right.slice(0, place) + letter + right.slice(place + 1));
          expect(readRecoveryKey(typed.join(' '))).toEqual(wrong(group + 1));
        }
      }
    }
  });

  test('two neighbouring letters that changed places are noticed, in their group', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(recoveryGroups - 1), fc.nat(recoveryGroupLength - 2), (key, group, place) => {
        const groups = recoveryToGroups(key);
        const [...right] = groups[group] ?? '';
        [right[place], right[place + 1]] = [right[place + 1] ?? '', right[place] ?? ''];
        fc.pre(right.join('') !== groups[group]);
        expect(readRecoveryKey(groups.with(group, right.join('')).join(' '))).toEqual(wrong(group + 1));
      }),
    );
  });

  test('groups that changed places are noticed', () => {
    fc.assert(
      fc.property(anyKey, fc.nat(recoveryGroups - 1), fc.nat(recoveryGroups - 1), (key, a, b) => {
        const groups = recoveryToGroups(key);
        fc.pre(groups[a] !== groups[b]);
        const typed = groups.with(a, groups[b] ?? '').with(b, groups[a] ?? '');
        expect(readRecoveryKey(typed.join(' '))).toEqual(wrong(Math.min(a, b) + 1));
      }),
    );
  });

  test('a letter too few or too many, or a group, is noticed where it happens', () => {
    const groups = recoveryToGroups(newRecoveryKey(random));
    expect(readRecoveryKey('')).toEqual(wrong(1));
    expect(readRecoveryKey(groups.slice(0, 4).join('-'))).toEqual(wrong(5));
    expect(readRecoveryKey(groups.with(2, groups[2]?.slice(1) ?? '').join('-'))).toEqual(wrong(3));
    expect(readRecoveryKey(groups.with(2, `${groups[2]}0`).join('-'))).toEqual(wrong(3));
    expect(readRecoveryKey(`${groups.join('-')}-0`).ok).toBe(false);
    expect(readRecoveryKey('x'.repeat(1_000_000)).ok).toBe(false);
  });

  test('one with other random bits and the right checks in each group does not pass as a whole', () => {
    fc.assert(
      fc.property(anyKey, anyKey, fc.integer({ min: 1, max: recoveryGroups - 1 }), (a, b, cut) => {
        const [first, second] = [recoveryToGroups(a), recoveryToGroups(b)];
        const read = readRecoveryKey([...first.slice(0, cut), ...second.slice(cut)].join(' '));
        // one in 4,096 passes by chance, and then opens nothing
        if (read.ok) expect([...recoveryToGroups(read.key)]).toEqual([...first.slice(0, cut), ...second.slice(cut)]);
        else expect(read.group).toBeNull();
      }),
    );
  });

  test('is new each time', () => {
    expect(newRecoveryKey(random)).not.toEqual(newRecoveryKey(random));
  });
});
