import { OwnText } from '#views/own-text.tsx';
import styles from './paste.module.css';

type Props = { text: string; lang?: string | undefined };

const longest = 2_000;

/** A line as it was pasted. A whole letter pasted by mistake is kept whole, and shown by its beginning. */
export function PastedLineView({ text, lang }: Props) {
  const seen = text.trim();
  return (
    <p className={styles['line']} lang={lang} dir="auto">
      <OwnText text={seen.length > longest ? `${seen.slice(0, longest)}…` : seen} lang={lang} />
    </p>
  );
}
