import { useMemo } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { textToRows } from './medicine-row.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';

type Props = { text: string; today: string };

/** What a pasted list of medicines holds that went into no row, as it stood. */
export function LeftOut({ text, today }: Props) {
  const t = useT();
  const { leftOut } = useMemo(() => textToRows(text, today), [text, today]);
  if (leftOut.length === 0) return null;
  return (
    <Disclosure summary={t('paste:medicines.leftOut', { count: leftOut.length })}>
      <p>{t('paste:medicines.leftOutHint')}</p>
      <ul className={styles['lines']}>
        {leftOut.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
          <li key={at}>
            <PastedLineView text={line} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
