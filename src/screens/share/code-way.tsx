import { useCallback, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { ChooseOne } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { isLocalAddress } from '#views/public-address.ts';
import { CodePlayer } from './code-player.tsx';
import { type CodeSet, codesOf, insideOf, isShorter, partsToWords, type Size } from './codes.ts';
import type { OutgoingPage } from './page.ts';
import styles from './share.module.css';

type Props = { page: OutgoingPage };

/** Codes to be scanned from this screen: hidden until asked for, and what is in them said beside them. */
export function CodeWay({ page }: Props) {
  const t = useT();
  const [size, setSize] = useState<Size>('short');
  const [open, setOpen] = useState(false);
  const { extract } = page;
  const pack = useCallback(
    async () => ({ short: await codesOf(extract, 'short'), all: await codesOf(extract, 'all') }),
    [extract],
  );
  const packed = useLatest(pack);
  if (packed.failed) return <ProblemView t={t} problem="piece-missing" />;
  if (!packed.fresh || !packed.value) return <p role="status">{t('share:making')}</p>;

  const { short, all } = packed.value;
  const isChoice = all.addresses.length > 1 || isShorter(short.shown, all.shown);
  const codes = isChoice && size === 'short' ? short : all;
  const count = codes.addresses.length;
  const options = [
    {
      id: 'short',
      label: t('share:ways.code.short', { count: short.addresses.length }),
      detail: t('share:ways.code.shortDetail', { count: short.addresses.length }),
    },
    {
      id: 'all',
      label: t('share:ways.code.all', { count: all.addresses.length }),
      detail: t('share:ways.code.allDetail', { count: all.addresses.length }),
    },
  ];
  return (
    <>
      <p>{t('share:ways.code.hint')}</p>
      {isLocalAddress && <p>{t('share:localAddress')}</p>}
      {isChoice && (
        <FieldGroup id="code-size" label={t('share:ways.code.which')}>
          <ChooseOne options={options} picked={size} onPick={(id) => setSize(id as Size)} />
        </FieldGroup>
      )}
      {open ? (
        <CodePlayer key={codes.addresses[0]} addresses={codes.addresses} onClose={() => setOpen(false)} />
      ) : (
        <Button icon="code" onPress={() => setOpen(true)}>
          {t('share:ways.code.show', { count })}
        </Button>
      )}
      <Inside codes={codes} page={page} />
    </>
  );
}

/** What the codes hold, what they leave out, and whether the paper says more. */
function Inside({ codes, page }: { codes: CodeSet; page: OutgoingPage }) {
  const t = useT();
  const words = useWords();
  const toWords = (counts: Readonly<Record<string, number>>) =>
    partsToWords(counts, words, (part, count) => t('share:ways.code.counted', { part, count }));
  const inside = toWords(insideOf(codes.shown)) || t('share:ways.code.nothing');
  const [leftOut, shortened, notMeant] = [codes.leftOut, codes.shortened, codes.notMeant].map(toWords);
  return (
    <div className={styles['quiet']}>
      <p>{t('share:ways.code.inside', { count: codes.addresses.length, parts: inside })}</p>
      {leftOut && <p>{t('share:ways.code.leftOut', { parts: leftOut })}</p>}
      {shortened && <p>{t('share:ways.code.shortened', { parts: shortened })}</p>}
      {notMeant && <p>{t('share:ways.code.nowOnly', { parts: notMeant })}</p>}
      {isShorter(codes.shown, page.shown) && <p>{t('share:ways.code.shorter')}</p>}
    </div>
  );
}
