import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AddressCard,
  addressesIn,
  cardsToAddresses,
  gather,
  longestFragment,
  readAddress,
} from '#exchange/code/address.ts';
import { bytesToDigits, bytesWithin, digitsFor, digitsToBytes } from '#exchange/code/digits.ts';
import { encode } from '#exchange/code/encode.ts';
import { largestCard, seal } from '#exchange/code/envelope.ts';
import { emptyShare, pick } from '#passport/extract.ts';
import { fold } from '#passport/fold.ts';
import { casesOf } from '../../cases-of.ts';
import { personToChanges } from '../../passport/person.ts';

const base = 'https://passport.example.org/';
const contents = fc.uint8Array({ minLength: 8, maxLength: 120 });
const sealed = (content: Uint8Array) => seal(Uint8Array.from(content));

async function someAddresses(count = 3): Promise<readonly string[]> {
  const text = (place: number) => new TextEncoder().encode(`card ${place} of a share that was split`);
  return cardsToAddresses(await Promise.all(Array.from({ length: count }, (_, place) => sealed(text(place)))), base);
}

function cardOf(address: string): AddressCard {
  const read = readAddress(address);
  if (!read.ok) throw new Error(read.problem);
  return read.card;
}

test('bytes become digits and digits the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const digits = bytesToDigits(bytes);
      expect(digits).toMatch(/^\d*$/);
      expect(digits).toHaveLength(digitsFor(bytes.length));
      expect(bytesWithin(digits.length)).toBe(bytes.length);
      expect(digitsToBytes(digits)).toEqual(bytes);
    }),
    { numRuns: casesOf(3_000) },
  );
  expect(bytesToDigits(new Uint8Array(7).fill(255))).toBe('72057594037927935');
});

test('digits that no bytes make are refused', () => {
  for (const digits of ['72057594037927936', '99999999999999999', '256', '1', '12', '1234', '12x', '١٢٣']) {
    expect(digitsToBytes(digits)).toBeNull();
  }
});

test('an address has only digits after the #, begins with its version, and keeps its card', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 9 }), async (all) => {
      const cards = await Promise.all(all.map(sealed));
      const addresses = cardsToAddresses(cards, base);
      expect(addresses.every((address) => /^https:\/\/passport\.example\.org\/#1\d+$/.test(address))).toBe(true);
      expect(addresses.map((address) => cardOf(address).bytes)).toEqual(cards);
      expect(addresses.map((address) => cardOf(address).index)).toEqual(cards.map((_, place) => place + 1));
    }),
    { numRuns: casesOf(200) },
  );
});

test('the host does not matter, nor what a message wraps around the link', async () => {
  const [address = ''] = await someAddresses(1);
  const card = cardOf(address);
  const digits = address.slice(base.length + 1);
  for (const text of [
    `#${digits}`,
    `http://gone.example/old/path#${digits}`,
    `Hello, room #2, here it is: ${address}.`,
    `<${address}>\n12 November`,
    `${address.slice(0, 70)}\r\n  ${address.slice(70)}`,
    `https://x.example/%23${digits}`,
    `https://x.example/%2523${digits}`,
    `https://gate.example/?url=https%3A%2F%2Fx.example%2F%23${digits}&data=05%7C01%7C&reserved=0`,
    `https://gate.example/v2/url?u=https-3A__x.example_-23${digits}&d=DwMFaQ`,
    `https://gate.example/v3/__https://x.example/*${digits}__;Iw!!aBc$`,
    `From: me\nhttps://x.example/=23${digits.replace(/(.{70})/g, '$1=\r\n')}\n`,
    `<https://x.example/%23${digits.replace(/(.{70})/g, '$1=')}>30 November`,
    `> > ${address.slice(0, 60)}\n> > ${address.slice(60)}\n> 30 November`,
    `${address.replace(/(.{60})/g, '$1\n')}\n2026-11-30 at 9`,
    `\u2068${address.replace(/(.{40})/g, '$1\u00ad\u200b')}\u2069`,
    `https://x.example/${digits}`,
    digits,
    digits.replace(/(.{5})/g, '$1 '),
    digits.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit))),
  ]) {
    expect(cardOf(text)).toEqual(card);
  }
});

test('a message with several links holds each of them, once', async () => {
  const addresses = await someAddresses(3);
  const mail = `Hello,\n${addresses.map((address, at) => `${at + 1}. <${address.slice(0, 60)}\n${address.slice(60)}>`).join('\n')}`;
  expect(addressesIn(`${mail}\n${mail}`).map((text) => cardOf(text).index)).toEqual([1, 2, 3]);
  const [one = ''] = addresses;
  expect(addressesIn(`room #2: ${one}`)).toEqual([`room #2: ${one}`]);
});

test('any one digit that changes on the way is noticed', async () => {
  for (const address of await someAddresses(2)) {
    const from = address.indexOf('#') + 1;
    for (let place = from; place < address.length; place += 1) {
      for (const digit of '0123456789') {
        if (digit === address[place]) continue;
        expect(readAddress(address.slice(0, place) + digit + address.slice(place + 1)).ok).toBe(false);
      }
    }
  }
});

test('two digits that change places are noticed', async () => {
  const [address = ''] = await someAddresses(1);
  for (let place = address.indexOf('#') + 1; place < address.length - 1; place += 1) {
    const [a, b] = [address.charAt(place), address.charAt(place + 1)];
    if (a !== b) expect(readAddress(address.slice(0, place) + b + a + address.slice(place + 2)).ok).toBe(false);
  }
});

test('a link that ends early says that it was cut', async () => {
  const [address = ''] = await someAddresses(1);
  const from = address.indexOf('#') + 1;
  for (let length = from + 9; length < address.length; length += 1) {
    expect(readAddress(address.slice(0, length))).toEqual({ ok: false, problem: 'code-cut' });
  }
  expect(readAddress(`${address}000`)).toEqual({ ok: false, problem: 'code-damaged' });
});

test('a route, an ordinary link or nothing at all is not one of ours', () => {
  for (const text of ['', '#', `${base}#/home`, 'https://www.nhs.uk/#content', '#12', '#0123456789012', 'twenty']) {
    expect(readAddress(text)).toEqual({ ok: false, problem: 'code-not-ours' });
  }
});

test('an address of a later version says so', async () => {
  const [address = ''] = await someAddresses(1);
  expect(readAddress(address.replace('#1', '#2'))).toEqual({ ok: false, problem: 'code-newer' });
});

test('an address longer than any of ours is refused, and the longest of ours is read', async () => {
  expect(readAddress(`#1${'0'.repeat(longestFragment)}`)).toEqual({ ok: false, problem: 'code-too-long' });
  expect(readAddress('1'.repeat(4 * longestFragment))).toEqual({ ok: false, problem: 'code-too-long' });
  const noise = Uint8Array.from({ length: largestCard - 8 }, (_, at) => (at * at * 31 + (at >> 3)) & 255);
  const card = await seal(noise);
  const [address = ''] = cardsToAddresses([card], base);
  expect(address.length).toBeLessThan(longestFragment);
  expect(cardOf(address).bytes).toEqual(card);
}, 20_000);

test('cards come together in any order, one of them twice', async () => {
  const addresses = await someAddresses(4);
  const cards = addresses.map(cardOf);
  fc.assert(
    fc.property(fc.shuffledSubarray([...cards, ...cards]), (some) => {
      const together = gather(some);
      const held = new Set(some.map(({ index }) => index));
      const missing = some.length === 0 ? [] : [1, 2, 3, 4].filter((index) => !held.has(index));
      expect(together).toEqual({
        ok: true,
        cards: cards.filter(({ index }) => held.has(index)).map(({ bytes }) => bytes),
        missing,
      });
    }),
  );
});

test('a card of another set is never mixed in', async () => {
  const ours = (await someAddresses(3)).map(cardOf);
  const theirs = (await someAddresses(2)).map(cardOf);
  const problem = { ok: false, problem: 'code-other-set' };
  expect(gather([...ours.slice(1), ...theirs.slice(0, 1)])).toEqual(problem);
  const [first, second, third] = ours as [AddressCard, AddressCard, AddressCard];
  const forged = { ...third, bytes: Uint8Array.from([...third.bytes, 1]) };
  expect(gather([first, forged, third])).toEqual(problem);
  expect(gather([first, second, forged])).toEqual(problem);
});

test('the same passport gives the same addresses', async () => {
  const extract = pick(fold(personToChanges()), emptyShare('gp'), '2026-11-21');
  const make = async () => cardsToAddresses([await encode(extract)], base);
  expect(await make()).toEqual(await make());
});
