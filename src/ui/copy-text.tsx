import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './copy-text.module.css';
import { Status } from './status.tsx';

export type CopyWords = { readonly copy: string; readonly copied: string; readonly refused: string };

type Props = {
  /** What the box holds, for those who do not see it. */
  label: string;
  text: string;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  words: CopyWords;
  /** A long line of no use to the eye takes little room. */
  short?: boolean;
};

/** Exactly what will be copied, and the button that copies it. Where the browser refuses, the text stands selected. */
export function CopyText({ label, text, lang, dir, words, short = false }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly text: string; readonly ok: boolean } | null>(null);

  const copy = async () => {
    const ok = await copyToClipboard(text);
    if (!ok) box.current?.select();
    setCopied({ text, ok });
  };

  const now = copied?.text === text ? copied : null;
  return (
    <div className={styles['copy']}>
      <textarea
        ref={box}
        className={styles['text']}
        readOnly
        rows={short ? 2 : 10}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        lang={lang}
        dir={dir}
        data-short={short || undefined}
        value={text}
      />
      <Button icon="copy" onPress={() => void copy()}>
        {words.copy}
      </Button>
      {now && !now.ok && <p role="alert">{words.refused}</p>}
      <Status message={now?.ok ? words.copied : null} />
    </div>
  );
}

/** Puts text on the clipboard; false where the browser refuses. */
export async function copyToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
