import styles from './secret-input.module.css';
import boxStyles from './text-input.module.css';

type Props = {
  id: string;
  /**
   * A PIN gets the keys for figures; a key is read from left to right in every language, over two lines. A phrase of
   * several words is always shown, all of it in sight.
   */
  kind?: 'words' | 'pin' | 'key' | 'phrase';
  value: string;
  onType: (text: string) => void;
  /** Shown as plain words; a key or phrase always is. */
  isShown?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
};

/** A box for a secret: pasting and password managers work, and no spelling check ever sees what is typed. */
export function SecretInput({ id, kind = 'words', value, onType, isShown = false, describedBy, invalid }: Props) {
  const shared = {
    id,
    value,
    dir: kind === 'words' || kind === 'phrase' ? 'auto' : 'ltr',
    autoComplete: 'off',
    autoCapitalize: kind === 'key' ? 'characters' : 'none',
    autoCorrect: 'off',
    spellCheck: false,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
  } as const;

  if (kind === 'key' || kind === 'phrase') {
    return (
      <textarea
        rows={2}
        className={`${boxStyles['input']} ${styles[kind]}`}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        {...shared}
      />
    );
  }
  return (
    <input
      type={isShown ? 'text' : 'password'}
      inputMode={kind === 'pin' ? 'numeric' : 'text'}
      className={boxStyles['input']}
      onChange={(event) => onType(event.target.value)}
      {...shared}
    />
  );
}
