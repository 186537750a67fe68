import { useState } from 'react';
import type { Value } from '#passport/field.ts';

type Pending = { readonly value: Value | null; readonly saves: number };

/**
 * What is picked, seen at once: the saved value, or while a save is under way the one being saved, so that the next
 * pick builds on it. A save that fails leaves what was saved before.
 */
export function usePicked(
  saved: Value | null,
  onChange: (value: Value | null) => unknown,
): readonly [Value | null, (value: Value | null) => void] {
  const [pending, setPending] = useState<Pending | null>(null);
  const put = async (value: Value | null) => {
    setPending((before) => ({ value, saves: (before?.saves ?? 0) + 1 }));
    await onChange(value);
    setPending((before) => (before && before.saves > 1 ? { ...before, saves: before.saves - 1 } : null));
  };
  return [pending ? pending.value : saved, (value) => void put(value)];
}
