import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

type Props = { summary: ReactNode; children: () => ReactNode; className?: string | undefined };

/** A fold whose inside may be long: it is drawn once it is opened, and for paper, for which it opens by itself. */
export function LateDetails({ summary, children, className }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    let wasOpen = false;
    const open = (isOpen: boolean) => {
      if (details.current) details.current.open = isOpen;
    };
    const before = () => {
      wasOpen = details.current?.open ?? false;
      // at once: paper is laid out before React would draw again
      flushSync(() => setDrawn(true));
      open(true);
    };
    const after = () => open(wasOpen);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return (
    <details className={className} ref={details} onToggle={() => setDrawn(true)}>
      <summary>{summary}</summary>
      {isDrawn && children()}
    </details>
  );
}
