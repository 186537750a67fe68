import type { Contact } from '#passport/field.ts';
import { phonesIn } from '#passport/phone.ts';
import { isolateText } from '#passport/signs.ts';

/** A button that rings: the name in "Call …", and the `tel:` address. */
export type Call = { readonly name: string; readonly href: string };

/** A button for each number of a contact; each says which number it is where there are several. */
export function contactToCalls(contact: Contact): readonly Call[] {
  const phones = phonesIn(contact.phone);
  const name = isolateText(contact.name.trim(), 'und');
  return phones.map(({ text, href }) => {
    const number = `\u2066${text}\u2069`;
    return { href, name: name === '' ? number : phones.length > 1 ? `${name}, ${number}` : name };
  });
}

/** What is written with the numbers and not on the buttons: an extension, an hour. Empty when there is nothing more. */
export function beyondCalls({ phone }: Contact): string {
  const called = phonesIn(phone);
  const figures = (text: string) => text.match(/\p{Nd}/gu)?.length ?? 0;
  const isMore = figures(phone) > figures(called.map(({ text }) => text).join(''));
  return isMore || /\p{L}/u.test(phone) ? phone.trim() : '';
}
