import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './status.module.css';

type Props = {
  /** What to say; null says nothing and keeps its place. */
  message: string | null;
  undo?: { label: string; onPress: () => void } | undefined;
  /** True while the message tells of something that is not done yet: then it has no tick. */
  isUnderway?: boolean;
  /** True while something newer than the message is under way. */
  busy?: boolean;
};

/** The quiet "Saved", spoken politely, with its undo beside it. */
export function Status({ message, undo, isUnderway = false, busy = false }: Props) {
  return (
    <div className={styles['status']}>
      <p role="status" aria-busy={busy} className={styles['message']}>
        {message && (
          <>
            {!isUnderway && <Icon name="check" />}
            <span>{message}</span>
          </>
        )}
      </p>
      {message && undo && (
        <span className={styles['undo']}>
          <Button look="plain" icon="undo" onPress={undo.onPress}>
            {undo.label}
          </Button>
        </span>
      )}
    </div>
  );
}
