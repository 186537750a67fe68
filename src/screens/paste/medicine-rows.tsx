import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { joined } from '#passport/paste/medicine-entry.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stretch } from '#ui/page.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { AllergyRow } from './allergy-row.tsx';
import { MedicineDiffers } from './medicine-differs.tsx';
import { MedicineLine } from './medicine-line.tsx';
import type { MedicineRow } from './medicine-row.ts';
import styles from './paste.module.css';
import { choiceOf, type RowBeside } from './rows-beside.ts';

type Props = {
  rows: readonly RowBeside[];
  /** Medicines stand in the passport already, so that the list is shown in groups. */
  isBeside: boolean;
  onChange: (rows: readonly MedicineRow[]) => void;
};

/** The list as it was read: one row each, what differs from the passport with both its sides, what is the same folded. */
export function MedicineRows({ rows, isBeside, onChange }: Props) {
  const t = useT();
  const [open, setOpen] = useState<number | null>(null);
  const [before, setBefore] = useState<readonly MedicineRow[] | null>(null);
  if (rows.length === 0) return <p>{t('paste:medicines.empty')}</p>;
  const all = rows.map(({ row }) => row);
  const places = new Map(rows.map((one, at) => [one, at]));
  const put = (at: number, piece: Partial<MedicineRow>) => {
    setBefore(null);
    onChange(all.map((row, place) => (place === at ? { ...row, ...piece } : row)));
  };
  const join = (at: number) => {
    const [above, row] = [all[at - 1], all[at]];
    if (!above || !row) return;
    setBefore(all);
    setOpen(at - 1);
    const dose = joined([above.dose, row.line.replace(/\s+/gu, ' ') || row.name]);
    onChange([...all.slice(0, at - 1), { ...above, dose }, ...all.slice(at + 1)]);
  };
  const drawn = (one: RowBeside) => {
    const at = places.get(one) ?? 0;
    const change = (piece: Partial<MedicineRow>) => put(at, piece);
    const { row, beside } = one;
    if (row.allergy && row.place !== 'medicines') return <AllergyRow row={row} onChange={change} />;
    const choice = choiceOf(one);
    const isAsked = beside !== null && beside.kind !== 'new' && beside.kind !== 'same';
    return (
      <>
        {isAsked && (
          <MedicineDiffers row={row} kind={beside.kind} standing={beside.standing} choice={choice} onChange={change} />
        )}
        {!isAsked && (
          <MedicineLine
            row={row}
            n={at + 1}
            isAdded={choice === 'add'}
            isOpen={open === at}
            onOpen={(isOpen) => setOpen(isOpen ? at : null)}
            onJoin={at > 0 ? () => join(at) : null}
            onChange={change}
          />
        )}
      </>
    );
  };
  const list = (some: readonly RowBeside[]) => (
    <MoreRows items={some} size={50}>
      {(shown) => (
        <ol className={styles['medicines']}>
          {shown.map((one) => (
            <li key={places.get(one)}>{drawn(one)}</li>
          ))}
        </ol>
      )}
    </MoreRows>
  );
  const undo = before !== null && (
    <Button
      onPress={() => {
        onChange(before);
        setBefore(null);
        setOpen(null);
      }}
    >
      {t('paste:medicines.unjoin')}
    </Button>
  );
  if (!isBeside) {
    return (
      <>
        {list(rows)}
        {undo}
      </>
    );
  }
  const of = (...kinds: readonly string[]) => rows.filter(({ beside }) => kinds.includes(beside?.kind ?? 'none'));
  const same = of('same');
  const groups = [
    { title: t('paste:beside.differs.title'), some: of('differs', 'over', 'again') },
    { title: t('paste:beside.new'), some: of('new', 'none') },
  ].filter(({ some }) => some.length > 0);
  return (
    <>
      {groups.map(({ title, some }) => (
        <Stretch key={title} title={title}>
          {list(some)}
        </Stretch>
      ))}
      {undo}
      {same.length > 0 && (
        <Disclosure summary={t('paste:beside.same', { count: same.length })}>
          <p>{t('paste:beside.sameHint')}</p>
          {list(same)}
        </Disclosure>
      )}
    </>
  );
}
