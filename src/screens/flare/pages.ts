import type { Contact } from '#passport/field.ts';
import { fieldValue, headOf, type Passport } from '#passport/fold.ts';
import { flare } from '#passport/parts/flare.ts';

/** Gentle things to begin with for someone who has written no steps: keys of the words in the flare locale. */
export const ideas = ['position', 'breath', 'warmth', 'tell', 'small'] as const;

/** One screen of flare mode. `key` stays the same while the person's words do, so that a run can be taken up again. */
export type FlarePage = { readonly key: string } & (
  | { readonly kind: 'idea'; readonly idea: (typeof ideas)[number]; readonly step: number }
  | { readonly kind: 'step'; readonly what: string; readonly how: string; readonly lang: string; readonly step: number }
  | {
      readonly kind: 'words';
      readonly field: 'helps' | 'medicines' | 'restart';
      readonly text: string;
      readonly lang: string;
    }
  | { readonly kind: 'contacts' }
  | { readonly kind: 'end' }
);

export type FlarePlan = {
  readonly pages: readonly FlarePage[];
  readonly steps: number;
  /** Nobody has written a step: the pages begin with ideas. */
  readonly isOwn: boolean;
  readonly contacts: readonly Contact[];
  readonly contactsLang: string;
  readonly urgent: { readonly text: string; readonly lang: string } | null;
};

/** The person's plan as screens, one step each; ideas where they wrote no steps, or while their passport is opening (null). */
export function planOf(passport: Passport | null): FlarePlan {
  const head = passport ? headOf(passport, flare) : undefined;
  const record = head?.removed ? undefined : head;
  const langOf = (field: string) => record?.entries[field]?.lang ?? '';
  const written = (fieldValue(flare, record, 'steps') ?? []).filter((step) => step.trim() !== '');
  const contacts = (fieldValue(flare, record, 'contacts') ?? []).filter(
    ({ name, phone, when }) => `${name}${phone}${when}`.trim() !== '',
  );
  const urgent = fieldValue(flare, record, 'urgent');

  const steps = written.map((text, at) =>
    stepOf(text, written.slice(0, at).filter((one) => one === text).length, at + 1, langOf('steps')),
  );
  const words = (['helps', 'medicines', 'contacts', 'restart'] as const).flatMap((field): FlarePage[] => {
    if (field === 'contacts') return contacts.length > 0 ? [{ key: field, kind: 'contacts' }] : [];
    const text = fieldValue(flare, record, field);
    return text === null ? [] : [{ key: field, kind: 'words', field, text, lang: langOf(field) }];
  });
  const first: FlarePage[] =
    steps.length > 0 ? steps : ideas.map((idea, at) => ({ key: `idea:${idea}`, kind: 'idea', idea, step: at + 1 }));

  return {
    pages: [...first, ...words, { key: 'end', kind: 'end' }],
    steps: first.length,
    isOwn: steps.length > 0,
    contacts,
    contactsLang: langOf('contacts'),
    urgent: urgent === null ? null : { text: urgent, lang: langOf('urgent') },
  };
}

function stepOf(text: string, before: number, step: number, lang: string): FlarePage {
  const [what = '', ...how] = text.trim().split('\n');
  return { key: `step:${before}:${text}`, kind: 'step', what, how: how.join('\n').trim(), lang, step };
}
