import { useLayoutEffect, useRef } from 'react';
import styles from './text-input.module.css';

type Props = {
  id: string;
  value: string;
  /** Every keystroke; nothing typed waits for a button. */
  onType: (text: string) => void;
  /** When the person leaves the field or presses Enter in a single line. */
  onLeave?: (text: string) => void;
  lines?: 'one' | 'many';
  /** How many lines an empty box of many has. */
  rows?: number;
  /** Doses, numbers, names of medicines: left to right in every language. Free text follows its own first letter. */
  ltr?: boolean;
  lang?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  /** For an input whose visible label stands elsewhere. */
  label?: string;
  keyboard?: 'text' | 'tel' | 'numeric';
};

/** Letters that never fit into a box of 60% of the screen's height, which is as tall as one gets. */
const tall = 4_000;
const longParagraph = 8_000;

/** A text box that keeps nothing in the browser's own files: autofill is off (see docs/decisions). */
export function TextInput(props: Props) {
  const {
    id,
    value,
    onType,
    onLeave,
    lines = 'one',
    rows = 2,
    ltr = false,
    lang,
    describedBy,
    invalid,
    label,
    keyboard = 'text',
  } = props;
  const area = useRef<HTMLTextAreaElement>(null);

  // As tall as its words, so that nothing is hidden behind a scroll bar in a small box. A long text is as tall as a box
  // may be, and is not laid out three times for each key to find that out.
  const isTall = value.length > tall;
  const measured = isTall ? null : value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.blockSize = 'auto';
    box.style.blockSize = isTall ? '100vh' : `${box.scrollHeight + 4}px`;
  }, [isTall, measured]);

  const shared = {
    id,
    'data-long': hasLongParagraph(value) || undefined,
    value,
    lang,
    dir: ltr ? 'ltr' : 'auto',
    autoComplete: 'off',
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-label': label,
    className: styles['input'],
    onBlur: () => onLeave?.(value),
  } as const;

  if (lines === 'many') {
    return <textarea ref={area} rows={rows} spellCheck onChange={(event) => onType(event.target.value)} {...shared} />;
  }
  return (
    <input
      type="text"
      inputMode={keyboard}
      spellCheck={!ltr}
      autoCapitalize={ltr ? 'none' : 'sentences'}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        onLeave?.(value);
      }}
      {...shared}
    />
  );
}

/** So much in one paragraph that working out a direction for each of its lines takes longer than a key may. */
function hasLongParagraph(text: string): boolean {
  for (let from = 0; from + longParagraph < text.length; ) {
    const end = text.indexOf('\n', from);
    if (end < 0 || end - from > longParagraph) return true;
    from = end + 1;
  }
  return false;
}
