import { describe, expect, test } from 'vitest';
import { cardsToAddresses, readAddress } from '#exchange/code/address.ts';
import { phrasesToTry } from '#exchange/file/phrase.ts';
import { isNhsNumber } from '#passport/field.ts';
import { readDate, westernDigits } from '#passport/partial-date.ts';
import { phonesIn } from '#passport/phone.ts';
import { foldPin, foldSecret } from '#passport/secret.ts';
import { isBirthOf } from '#screens/keep/whose.ts';
import { judgePin } from '#store/lock/judge-secret.ts';
import { newRecoveryKey, readRecoveryKey, recoveryToGroups } from '#store/lock/recovery.ts';

const noughts = {
  'Arabic-Indic': 0x660,
  Persian: 0x6f0,
  Devanagari: 0x966,
  Bengali: 0x9e6,
  Gurmukhi: 0xa66,
  Tamil: 0xbe6,
  Thai: 0xe50,
  Burmese: 0x1040,
  'full width': 0xff10,
  'mathematical bold': 0x1d7ce,
  'mathematical sans bold': 0x1d7ec,
};
const card = new Uint8Array([40, ...Array.from({ length: 24 }, (_, at) => at)]);
const [address = ''] = cardsToAddresses([card], 'https://example.org/');
const key = newRecoveryKey((count) => new Uint8Array(count).map((_, at) => 17 * at + 1));

describe.each(Object.entries(noughts))('figures of a keyboard in %s', (_, nought) => {
  const write = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(nought + Number(digit)));

  test('are read as figures wherever figures are read', () => {
    expect(westernDigits(write('0123456789 mg'))).toBe('0123456789 mg');
    expect(isNhsNumber(write('999 000 0018'))).toBe(true);
    expect(isNhsNumber(write('999 000 0019'))).toBe(false);
    expect(phonesIn(write('07700 900123')).map(({ href }) => href)).toEqual(['tel:07700900123']);
    for (const typed of ['2012', '14/3/2015', '\u200f14\u200f/3/2015', '3-2015', '14–3–2015', '2015-03-14'])
      expect(readDate(write(typed))).toEqual(readDate(typed.replace(/\u200f/g, '').replace(/–/g, '-')));
    expect(readDate(write('14 March 2015'))).toEqual({ ok: true, iso: '2015-03-14' });
    expect(isBirthOf({ names: null, birth: '1971-05-14' }, write('14.5.1971'), 'en-GB')).toBe(true);
    expect(foldPin(write('4711'))).toBe('4711');
    expect(judgePin(write('4711'), '4711')).toBe(null);
    expect(foldSecret(write('flat 12, since 1998'))).toBe('flat 12, since 1998');
    expect(phrasesToTry(write('4821 0937 1102 5566 7780 0003'))).toContain('4821 0937 1102 5566 7780 0003');
    expect(readRecoveryKey(write(recoveryToGroups(key).join(' ')))).toEqual({ ok: true, key });
    expect(readAddress(write(address))).toEqual(readAddress(address));
    expect(readAddress(write(address.split('#')[1] ?? ''))).toEqual(readAddress(address));
  });
});
