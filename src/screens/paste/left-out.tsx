import { useMemo } from 'react';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { type MedicineRow, textToRows } from './medicine-row.ts';
import styles from './paste.module.css';
import { PastedLineView } from './pasted-line-view.tsx';

type Props = { text: string; today: string; rows: readonly MedicineRow[]; onBring: (line: string) => void };

/** What a pasted list of medicines holds that went into no row, as it stood; each line can be brought back as a row. */
export function LeftOut({ text, today, rows, onBring }: Props) {
  const t = useT();
  const { leftOut } = useMemo(() => textToRows(text, today), [text, today]);
  const left = useMemo(() => withoutRows(leftOut, rows), [leftOut, rows]);
  if (left.length === 0) return null;
  return (
    <Disclosure summary={t('paste:medicines.leftOut', { count: left.length })}>
      <p>{t('paste:medicines.leftOutHint')}</p>
      <ul className={styles['lines']}>
        {left.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          <li key={at} className={styles['left']}>
            <PastedLineView text={line} />
            <Button label={t('paste:medicines.bringNamed', { line: line.trim() })} onPress={() => onBring(line)}>
              {t('paste:medicines.bring')}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function withoutRows(leftOut: readonly string[], rows: readonly MedicineRow[]): readonly string[] {
  const brought = rows.filter(({ isBroughtBack }) => isBroughtBack).map(({ line }) => line);
  return leftOut.filter((line) => {
    const at = brought.indexOf(line);
    if (at >= 0) brought.splice(at, 1);
    return at < 0;
  });
}
