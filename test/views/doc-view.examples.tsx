import type { ReactElement } from 'react';
import { summarise } from '#passport/summary/summarise.ts';
import { DocView } from '#views/doc-view.tsx';
import { english } from '../passport/summary/locale-words.ts';
import { everything, exampleExtract, extractOf, today, told } from '../passport/summary/told-person.ts';

const arabic = { ...english, lang: 'ar', dir: 'rtl' as const };
const mixed = extractOf({
  words: [told({ label: { own: 'ألمي' } }, 'ar')],
  matters: [told({ most: 'آخذ 5-7 حبات ثم أمشي' }, 'ar'), told({})],
  medicines: [told({ name: 'Zapain', strength: '30/500', pattern: 'flares', dose: '1–2', purpose: 'Bad nights' })],
});

/** Every way a Doc is drawn, by name. */
export const examples: Readonly<Record<string, ReactElement>> = {
  'the example for a GP': <DocView doc={summarise(exampleExtract('gp'), english, { today })} />,
  'the example for an ambulance, held out': (
    <DocView doc={summarise(exampleExtract('emergency'), english, { today })} size="large" />
  ),
  'a page inside a screen': <DocView doc={summarise(exampleExtract('gp'), english, { today })} level={2} />,
  'Arabic words on an English page': <DocView doc={summarise(mixed, english, { today, missing: 1 })} />,
  'English words on a right-to-left page': <DocView doc={summarise(mixed, arabic, { today })} />,
  'words in a language nobody knows': (
    <DocView doc={summarise(extractOf({ matters: [told({ most: 'x' }, '?')] }), english, { today })} />
  ),
  'everything there can be': <DocView doc={summarise(everything(3), english, { today, newer: 2 })} />,
  'nothing at all': <DocView doc={summarise(extractOf({}), english, { today })} />,
};
