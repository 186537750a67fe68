import { type ReactNode, useEffect, useRef } from 'react';
import { HideButton } from './hide.tsx';
import { Icon } from './icon.tsx';
import styles from './page.module.css';

type Props = {
  /** Where "back" leads, in words: the page above. */
  back?: { href: string; label: string } | undefined;
  /** What stands in the top line when there is no way back: whose passport this is. */
  top?: ReactNode;
  /** At the other end of the top line. */
  end?: ReactNode;
  title: ReactNode;
  /** Small words under the title. */
  under?: ReactNode;
  children: ReactNode;
  wide?: boolean;
};

/** A screen: a top line with the way to hide at its end, one h1 that takes focus when the screen opens, and its content. */
export function Page({ back, top, end, title, under, children, wide = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // also where one page takes another's place under one address
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement === document.body || document.activeElement?.closest('nav, [data-skip]'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={styles['page']} data-wide={wide || undefined}>
      <header className={styles['top']} data-screen-only>
        <div className={styles['line']}>
          {back ? (
            <a className={styles['back']} href={back.href}>
              <Icon name="back" />
              <span className={styles['place']}>{back.label}</span>
            </a>
          ) : (
            <span className={styles['id']}>{top}</span>
          )}
          {end}
        </div>
        <HideButton />
      </header>
      <main className={styles['main']}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {under && <div className={styles['under']}>{under}</div>}
        </div>
        {children}
      </main>
    </div>
  );
}

type SectionProps = { title?: string; children: ReactNode; tight?: boolean };

/** A stretch of a screen with space around it. */
export function Stretch({ title, children, tight = false }: SectionProps) {
  return (
    <section className={styles['stretch']} data-tight={tight || undefined}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
