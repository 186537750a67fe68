import { Fragment, type ReactNode } from 'react';

// Browsers shape what is left of a word anew for every line of it: a word of 120,000 letters took 18 s. Chinese and
// Japanese may break anywhere already.
const unbroken = String.raw`[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const stretch = new RegExp(String.raw`${unbroken}{100}\p{M}*(?=${unbroken})`, 'gu');

/** The text as it is, with a place to break a line after each hundred letters that stand together. */
export function breakLong(text: string): ReactNode {
  if (text.length <= 100) return text;
  const ends = [...text.matchAll(stretch)].map((found) => found.index + found[0].length);
  if (ends.length === 0) return text;
  return [...ends, text.length].map((end, at) => (
    <Fragment key={end}>
      {at > 0 && <wbr />}
      <span>{text.slice(ends[at - 1] ?? 0, end)}</span>
    </Fragment>
  ));
}
