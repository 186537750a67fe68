import { directionOfText } from '#passport/direction.ts';
import { isolate } from '#passport/isolate.ts';
import { LineView } from '#views/line-view.tsx';
import styles from './flare.module.css';

type Props = { text: string; lang: string };

/** The person's words as they wrote them, line for line, in their language; doses and times never turn round. */
export function OwnWords({ text, lang }: Props) {
  return (
    <span className={styles['own']} lang={lang || undefined} dir={directionOfText(text, lang) ?? 'auto'}>
      <LineView line={isolate(text, lang)} lang={lang} />
    </span>
  );
}
