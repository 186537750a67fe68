import type { ReactNode } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Pieces } from '#ui/pieces.tsx';

type Props<T> = { items: readonly T[]; children: (shown: readonly T[]) => ReactNode; size?: number };

/** A long list of the person's own a piece at a time, with a button for what comes next. */
export function MoreRows<T>({ items, children, size }: Props<T>) {
  const t = useT();
  return (
    <Pieces items={items} more={(left) => t('showMore', { number: left })} {...(size && { size })}>
      {children}
    </Pieces>
  );
}
