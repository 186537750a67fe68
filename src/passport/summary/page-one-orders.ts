import type { ReaderId } from '#passport/extract.ts';

/**
 * How page one is laid out for one reader: sections in the order they are `shown`, those of `leads` as long as
 * their share of the page allows before the others, and when there is no room the last of `importance` only named.
 */
export type Order = {
  readonly shown: readonly string[];
  readonly leads: readonly { readonly sections: readonly string[]; readonly share: number }[];
  readonly importance: readonly string[];
};

/** What no one must be left to guess. */
const known = { sections: ['medicines', 'allergies'], share: 0.5 };

/** Looks ahead: this visit, what matters, medicines now, what is new. */
const gp: Order = {
  shown: words(`visit matters pleaseDo pleaseDont wordsThatHurt usual alone medicines tried allergies flare problems
    goals contacts not_written`),
  leads: [known],
  importance: words(`medicines allergies not_written alone visit usual tried flare pleaseDo pleaseDont matters
    goals wordsThatHurt problems contacts`),
};

/** Looks back: what was tried and why it stopped, before what is taken now; goals last. */
const specialist: Order = {
  shown: words(`visit tried medicines allergies usual problems alone pleaseDo pleaseDont wordsThatHurt matters flare
    contacts not_written goals`),
  leads: [known, { sections: ['tried'], share: 0.26 }],
  importance: words(`medicines allergies tried not_written alone visit usual problems flare pleaseDo pleaseDont matters
    wordsThatHurt contacts goals`),
};

/** What a stranger must know at once. */
const emergency: Order = {
  shown: words(`usual allergies medicines flare visit alone pleaseDo pleaseDont wordsThatHurt problems contacts tried
    matters goals not_written`),
  leads: [known],
  importance: words(`allergies medicines usual not_written contacts flare alone pleaseDo pleaseDont visit problems tried
    wordsThatHurt matters goals`),
};

/** Someone of whom nothing is known: the person first, and whom to ask, whom a GP has on file. */
const everything: Order = {
  shown: words(`matters visit pleaseDo pleaseDont wordsThatHurt usual alone medicines tried allergies flare contacts
    problems goals not_written`),
  leads: [known],
  importance: words(`medicines allergies not_written alone usual matters flare contacts pleaseDo pleaseDont visit
    wordsThatHurt tried problems goals`),
};

export const orders: Readonly<Record<ReaderId, Order>> = { gp, specialist, emergency, everything };

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
