import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { HideButton } from './hide.tsx';
import { useBack } from './use-back.ts';

type Props = {
  title: string;
  children: ReactNode;
  onClose: () => void;
  /** What closes it with nothing done, as a cross in its corner; left out where one of its buttons does. */
  close?: string;
};

/** A native modal dialog, open while it is rendered. Escape and the device's "back" close it. */
export function Dialog({ title, children, onClose, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useBack(1, onClose);
  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const corner = (
    <span className={styles['corner']}>
      {close && <IconButton icon="close" label={close} onPress={onClose} />}
      <HideButton bare />
    </span>
  );
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-label={title} onCancel={onClose}>
      <h2 data-close={close !== undefined || undefined}>{title}</h2>
      {close !== undefined && corner}
      {children}
      {/* last, so that focus begins on what the dialog is about, or on closing it */}
      {close === undefined && corner}
    </dialog>
  );
}
