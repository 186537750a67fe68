import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';
import { HideButton } from './hide.tsx';
import { useBack } from './use-back.ts';

type Props = { title: string; children: ReactNode; onClose: () => void };

/** A native modal dialog, open while it is rendered. Escape and the device's "back" close it. */
export function Dialog({ title, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useBack(1, onClose);
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
      {/* last, so that focus begins on what the dialog is about */}
      <span className={styles['hide']}>
        <HideButton bare />
      </span>
    </dialog>
  );
}
