import { useCallback, useState } from 'react';
import { makePhrase } from '#exchange/file/phrase.ts';
import { useLang } from '#i18n/i18n.ts';
import type { World } from '#passport/write.ts';

/** A phrase and where it is from: made by the app, the person's own, or kept from last time. */
export type Chosen = { readonly phrase: string; readonly from: 'made' | 'own' | 'kept' };

export type Phrase = {
  readonly chosen: Chosen | null;
  readonly choose: (chosen: Chosen) => void;
  /** Makes another; false when the list of words is not on this device yet. */
  readonly another: () => Promise<boolean>;
};

/** The phrase of one walk. It lives no longer than the screen. */
export function usePhrase(world: World): Phrase {
  const lang = useLang();
  const [chosen, choose] = useState<Chosen | null>(null);
  const another = useCallback(async () => {
    const phrase = await makePhrase(lang, world.random).catch(() => null);
    if (phrase !== null) choose({ phrase, from: 'made' });
    return phrase !== null;
  }, [lang, world]);
  return { chosen, choose, another };
}
