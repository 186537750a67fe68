import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Version } from '#passport/versions.ts';
import { Button } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';
import styles from './history.module.css';
import { dayInWords } from './version-words.ts';

const page = 50;

type Props = {
  /** Latest first. */
  versions: readonly Version[];
  children: (version: Version) => ReactNode;
};

/** Versions under their days, a page at a time: what is shown next takes the focus. */
export function VersionList({ versions, children }: Props) {
  const t = useT();
  const lang = useLang();
  const [shown, setShown] = useState(page);
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    list.current?.querySelectorAll<HTMLElement>('h3')[next.current]?.focus();
    next.current = null;
  });

  return (
    <div ref={list} className={styles['versions']}>
      {byDay(versions.slice(0, shown), lang).map(({ day, of }) => (
        <Stretch key={of[0]?.last.id} title={day || t('part:historyUndated')}>
          {of.map(children)}
        </Stretch>
      ))}
      {versions.length > shown && (
        <Button
          onPress={() => {
            next.current = shown;
            setShown(shown + page);
          }}
        >
          {t('part:historyEarlier')}
        </Button>
      )}
    </div>
  );
}

function byDay(versions: readonly Version[], lang: string) {
  const days: { day: string; of: Version[] }[] = [];
  for (const version of versions) {
    const day = dayInWords(version.last.at, lang);
    const open = days.at(-1);
    if (open?.day === day) open.of.push(version);
    else days.push({ day, of: [version] });
  }
  return days;
}

type EntryProps = { title: ReactNode; under?: ReactNode; children: ReactNode };

/** One version under its heading. */
export function VersionEntry({ title, under, children }: EntryProps) {
  const id = useId();
  return (
    <article className={styles['entry']} aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      {under && <p className={styles['under']}>{under}</p>}
      {children}
    </article>
  );
}
