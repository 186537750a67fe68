import { useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { CodeView } from '#views/code-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import styles from './share.module.css';

type Props = { addresses: readonly string[]; onClose: () => void };

const shownMs = 60_000;

/** One code after another, large; away by itself after a minute unless the person keeps it (WCAG 2.2.1). */
export function CodePlayer({ addresses, onClose }: Props) {
  const t = useT();
  const [at, setAt] = useState(0);
  const [kept, setKept] = useState(false);
  const [away, setAway] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const codes = addresses.length;
  const label = codes === 1 ? t('share:ways.code.one') : t('share:ways.code.of', { code: at + 1, codes });

  const draw = useCallback(async () => {
    const { addressToQr, qrToPath } = await import('#exchange/qr/qr.ts');
    return addresses.map((address) => qrToPath(addressToQr(address)));
  }, [addresses]);
  const drawn = useLatest(draw);
  const code = drawn.value?.[at];

  // The whole code is in view as soon as it is drawn.
  useEffect(() => {
    if (away || !drawn.fresh) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: 'start' });
  }, [away, drawn.fresh]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every code has its own minute
  useEffect(() => {
    if (kept || away) return;
    const timer = setTimeout(() => setAway(true), shownMs);
    return () => clearTimeout(timer);
  }, [kept, away, at]);

  if (away) {
    return (
      <>
        <p role="status">{t('share:ways.code.hidden')}</p>
        <Button icon="code" onPress={() => setAway(false)}>
          {t('share:ways.code.show', { count: codes })}
        </Button>
      </>
    );
  }
  return (
    <section className={styles['player']} aria-label={t('share:ways.code.title')}>
      <h3 ref={heading} tabIndex={-1} className={styles['which']} aria-live="polite">
        {label}
      </h3>
      <p>{t('share:ways.code.point')}</p>
      {codes > 1 && <p>{t('share:ways.code.allNeeded')}</p>}
      {drawn.failed && <ProblemView t={t} problem="piece-missing" />}
      <div className={styles['card']}>{code && <CodeView size={code.size} d={code.d} label={label} />}</div>
      <div className={styles['pair']}>
        <Button icon="hide" onPress={onClose}>
          {t('share:ways.code.hide')}
        </Button>
        {codes > 1 && (
          <Button look="main" onPress={() => setAt((at + 1) % codes)}>
            {t('share:ways.code.next')}
          </Button>
        )}
      </div>
      <div className={styles['quiet']}>
        <p>{kept ? t('share:ways.code.kept') : t('share:ways.code.hides')}</p>
      </div>
      {!kept && (
        <Button look="plain" onPress={() => setKept(true)}>
          {t('share:ways.code.keep')}
        </Button>
      )}
    </section>
  );
}
