import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';

type Props = { title: string; children: ReactNode; onClose: () => void };

/** A native modal dialog, open while it is rendered. Escape closes it. */
export function Dialog({ title, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-label={title} onCancel={onClose}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
