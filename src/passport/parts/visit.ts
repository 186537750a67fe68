import { definePart } from '#passport/part.ts';

/**
 * What I would like from this visit. What is hard to say is private: its words leave the device only when "read this" is
 * picked and they are ticked that time; that there is something to ask about, only when "ask me" is picked and ticked.
 */
export const visit = definePart({
  id: 'visit',
  tag: 4,
  many: false,
  title: 'want',
  detail: [],
  fields: {
    want: { tag: 1, kind: 'long', card: 'ae', first: true },
    hardHow: {
      tag: 2,
      kind: 'term',
      card: 'clinic',
      set: 'hard',
      private: true,
      onlyTold: 'ask',
      first: true,
    },
    hardToSay: {
      tag: 3,
      kind: 'long',
      card: 'clinic',
      private: true,
      toldWhen: { field: 'hardHow', is: 'read' },
      notSent: true,
      first: true,
    },
  },
});
