import { useCallback, useEffect, useRef, useState } from 'react';
import { answerTo, type Held, nothingHeld, takeFragment, takeScan, takeTold } from './held.ts';

// A phone camera opens each code in a tab of its own; tabs of this device tell each other, and no one else.
const channelName = 'moving-forwards-codes';

/** `hello`: what a tab holds, to be answered by one that holds more. `have`: the answer. */
type Telling = { readonly kind: 'hello' | 'have'; readonly addresses: readonly string[] };

/** The cards in hand: from the page's address, scanned, pasted, or in another tab. Gone when the tab closes. */
export function useHeld(fragment: string | null) {
  const [held, setHeld] = useState<Held>(() => open(nothingHeld, fragment));
  const [opened, setOpened] = useState(fragment);
  if (opened !== fragment) {
    setOpened(fragment);
    setHeld(open(held, fragment));
  }
  const latest = useRef(held);
  const channel = useRef<BroadcastChannel | null>(null);

  useEffect(() => {
    latest.current = held;
  }, [held]);

  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const tabs = new BroadcastChannel(channelName);
    channel.current = tabs;
    tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isTelling(data)) return;
      const addresses = data.kind === 'hello' ? answerTo(latest.current, data.addresses) : [];
      if (addresses.length > 0) tabs.postMessage({ kind: 'have', addresses } satisfies Telling);
      setHeld((before) => takeTold(before, data.addresses));
    };
    return () => {
      channel.current = null;
      tabs.close();
    };
  }, []);

  const { pieces } = held;
  useEffect(() => {
    const count = pieces[0]?.card.count ?? 1;
    if (count < 2) return;
    const addresses = pieces.map(({ address }) => address);
    channel.current?.postMessage({ kind: 'hello', addresses } satisfies Telling);
  }, [pieces]);

  const take = useCallback((address: string) => setHeld((before) => takeScan(before, address)), []);
  const clear = useCallback(() => setHeld(nothingHeld), []);
  return { held, take, clear };
}

function open(held: Held, fragment: string | null): Held {
  return fragment === null ? nothingHeld : takeFragment(held, fragment);
}

function isTelling(data: unknown): data is Telling {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, addresses } = data as Partial<Record<keyof Telling, unknown>>;
  const isKind = kind === 'hello' || kind === 'have';
  return (
    isKind && Array.isArray(addresses) && addresses.length < 10 && addresses.every((one) => typeof one === 'string')
  );
}
