import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './form.module.css';

type Props = {
  /** What the one main button says. */
  main: string;
  /** 'line' where the main thing to do is something else on the page. */
  look?: 'main' | 'line';
  onSend: () => void;
  children: ReactNode;
};

/** Boxes with one main button: Enter, and the "go" of a phone's keyboard, press it. Nothing is sent anywhere. */
export function Form({ main, look = 'main', onSend, children }: Props) {
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <Button look={look} type="submit" onPress={leaveToSubmit}>
        {main}
      </Button>
    </form>
  );
}

function leaveToSubmit() {}
