import { type ComponentProps, type UIEvent, useRef, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { isolate } from '#passport/isolate.ts';
import { hasLeftward } from '#passport/pieces.ts';
import { TextInput } from '#ui/text-input.tsx';
import styles from './own-text-input.module.css';

/** Longer text is read again only when the person leaves it: no key waits for it. */
const longest = 500;

/**
 * A text box for the person's words. A box cannot isolate what is in it: among right-to-left words `.5 mg` is seen in it
 * as `5 mg.`. So while nobody writes in it the same words lie over it with their figures isolated, and while somebody
 * does they stand under it. What a screen reader reads is the box alone.
 */
export function OwnTextInput(props: ComponentProps<typeof TextInput>) {
  const t = useT();
  const { value, lang = 'und', lines = 'one', ltr = false } = props;
  const over = useRef<HTMLSpanElement>(null);
  const [isWriting, setWriting] = useState(false);
  const isShort = value.length <= longest;
  const isTurned = (isShort || !isWriting) && turns(value, lang);
  const follow = ({ target }: UIEvent) => {
    if (over.current && target instanceof HTMLTextAreaElement) over.current.scrollTop = target.scrollTop;
  };
  return (
    <span className={styles['whole']} translate="no">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only watches what goes on in the box */}
      <span
        className={styles['box']}
        onScrollCapture={follow}
        onFocus={() => setWriting(true)}
        onBlur={() => setWriting(false)}
      >
        <TextInput {...props} />
        {isTurned && (
          <span ref={over} className={styles['over']} data-lines={lines} aria-hidden>
            <ReadLines text={value} lang={lang} ltr={ltr} />
          </span>
        )}
      </span>
      {isTurned && isShort && (
        <span className={styles['below']} data-lines={lines} aria-hidden>
          <span>{t('readsAs')}</span> <ReadLines text={value} lang={lang} ltr={ltr} />
        </span>
      )}
    </span>
  );
}

function turns(text: string, lang: string): boolean {
  return (
    hasLeftward(text) &&
    text.split('\n').some((line) => hasLeftward(line) && isolate(line, lang).some((run) => run.ltr))
  );
}

type ReadProps = { text: string; lang: string; ltr: boolean };

function ReadLines({ text, lang, ltr }: ReadProps) {
  return text.split('\n').map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
    <ReadLine key={at} text={line} lang={lang} ltr={ltr} />
  ));
}

/** One line in the direction that the box gives it: that of its first letter. */
function ReadLine({ text, lang, ltr }: ReadProps) {
  const isRtl = !ltr && hasLeftward(/\p{L}/u.exec(text)?.[0] ?? '');
  return (
    <span className={styles['line']} dir={isRtl ? 'rtl' : 'ltr'}>
      {isolate(text, lang).map((run, at) =>
        run.ltr ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is known by its place
          <bdi key={at} dir="ltr">
            {run.text}
          </bdi>
        ) : (
          run.text
        ),
      )}
    </span>
  );
}
