import { FINDING_WORDS, isIllnessWord, SITE_WORDS, stem } from './word-classes.ts';

const NAMES =
  /^(?:syndrome|disease|disorder|palsy|asthma|migraine|diabet|depress|anxi|epilep|gout|eczema|psoria|sciatic|fibromyalgia|psycho|phobi|autis|adhd|lupus|scleros|hernia|vertigo|tinnitus|deaf|blind|suicid|self-?harm)/iu;
// Words of findings that stand in the name of a place, too.
const OF_PLACES = new Set(['medical', 'surgical', 'surgery', 'birth'].map(stem));

/** Whether a text holds a word of the body or of an illness, so that it may be a problem whatever else it looks like. */
export function namesIllness(text: string): boolean {
  return (text.match(/[\p{L}\p{M}-]+/gu) ?? []).some((word) => {
    const root = stem(word);
    return (
      NAMES.test(word) ||
      SITE_WORDS.has(root) ||
      isIllnessWord(word) ||
      (FINDING_WORDS.has(root) && !OF_PLACES.has(root))
    );
  });
}
