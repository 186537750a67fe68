import type { Contact } from '#passport/field.ts';
import { westernDigits } from '#passport/partial-date.ts';
import { isolateText } from '#passport/signs.ts';

/** The `tel:` address of the first number in what the person wrote (RFC 3966); null when there is none to ring. */
export function phoneToHref(written: string): string | null {
  const found = /\+?[\d(][\d\s().-]*/.exec(westernDigits(written))?.[0] ?? '';
  // "+44 (0)20 …": the nought in brackets is for those who ring from inside the country.
  const number = (found.startsWith('+') ? found.replace(/\(0\)/, '') : found).replace(/[^\d+]/g, '');
  return number.length >= 3 ? `tel:${number}` : null;
}

/** What to call a contact in "Call …": the name, or the number, figures kept left to right by isolates (UAX #9). */
export function contactToName({ name, phone }: Contact): string {
  return isolateText(name.trim(), 'und') || `\u2066${phone.trim()}\u2069`;
}
