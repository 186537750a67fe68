import { phonesIn } from '#passport/phone.ts';

/** Where numbers stand: in flare mode, on the Safety page, under a field where someone may say that they are not safe. */
export type CallPlace = 'flare' | 'safety' | 'form';

type Call = {
  readonly id: string;
  readonly phone: string;
  /** The key of the words beside it, in each place where it stands. */
  readonly words: Readonly<Partial<Record<CallPlace, string>>>;
};

/**
 * Whom to ring, by country: the one list of the app. GB: 999 and 111; 18000 and the 18001 prefix are the text relay
 * (Ofcom General Condition C5); 999, then 55 on a mobile, is the police's Silent Solution; 116 123 is Samaritans; Refuge's
 * National Domestic Abuse Helpline and Respect's Men's Advice Line. PL: Ogólnopolskie Pogotowie dla Osób Doznających
 * Przemocy Domowej „Niebieska Linia”.
 */
const emergencyNumbers: Readonly<Record<'GB' | 'PL', readonly Call[]>> = {
  GB: [
    {
      id: 'emergency',
      phone: '999',
      words: { flare: 'flare:help.emergency', safety: 'hide:lines.GB.emergency', form: 'hide:lines.GB.emergency' },
    },
    { id: 'urgent', phone: '111', words: { flare: 'flare:help.urgent', form: 'flare:help.urgent' } },
    { id: 'emergencyText', phone: '18000', words: { flare: 'flare:help.emergencyText' } },
    { id: 'urgentText', phone: '18001 111', words: { flare: 'flare:help.urgentText' } },
    { id: 'listen', phone: '116 123', words: { flare: 'flare:help.listen', form: 'flare:help.listen' } },
    {
      id: 'abuse',
      phone: '0808 2000 247',
      words: { safety: 'hide:lines.GB.abuse', form: 'hide:lines.GB.abuse' },
    },
    { id: 'men', phone: '0808 801 0327', words: { safety: 'hide:lines.GB.men' } },
  ],
  PL: [
    { id: 'emergency', phone: '112', words: { safety: 'hide:lines.PL.emergency', form: 'hide:lines.PL.emergency' } },
    { id: 'abuse', phone: '800 120 002', words: { safety: 'hide:lines.PL.abuse', form: 'hide:lines.PL.abuse' } },
  ],
};

type CallLine = { readonly id: string; readonly phone: string; readonly href: string; readonly words: string };

/** The numbers that stand in one place, by country. */
export function numbersIn(place: CallPlace): readonly { country: 'GB' | 'PL'; lines: readonly CallLine[] }[] {
  return (['GB', 'PL'] as const)
    .map((country) => ({
      country,
      lines: emergencyNumbers[country].flatMap(({ id, phone, words }) => {
        const key = words[place];
        return key === undefined ? [] : phonesIn(phone).map(({ href }) => ({ id, phone, href, words: key }));
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
