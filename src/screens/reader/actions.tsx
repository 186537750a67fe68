import { useEffect, useMemo, useRef, useState } from 'react';
import { unprintedScripts } from '#exchange/pdf/unprinted.ts';
import { docToText, docToWholeText } from '#exchange/text/text.ts';
import type { Translate } from '#i18n/i18n.ts';
import { wordsOf } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { CopyText, copyToClipboard } from '#ui/copy-text.tsx';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';
import { saveFile } from '#ui/save-file.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { makeFile, type Read } from './make-paper.ts';
import styles from './reader.module.css';

type Props = { t: Translate; read: Read; makePdfWorker: () => Worker };

type Said =
  | { readonly kind: 'copied' | 'making' | 'saved' }
  | { readonly kind: 'copy-refused'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: string };

/** What a clinician can take away: text for a record, a PDF, paper. */
export function Actions({ t, read, makePdfWorker }: Props) {
  const { doc } = read;
  const [said, setSaid] = useState<Said | null>(null);
  // A neutral name: a file in a list of downloads tells nothing.
  const name = fileName('summary.pdf', useHiding());
  const worker = useRef<Worker | null>(null);
  const job = useRef(0);
  const words = useMemo(() => wordsOf(t, doc.lang), [t, doc.lang]);
  const unprinted = useMemo(() => unprintedScripts(doc), [doc]);
  useEffect(() => () => worker.current?.terminate(), []);

  const copy = async (text: string) =>
    setSaid((await copyToClipboard(text)) ? { kind: 'copied' } : { kind: 'copy-refused', text });
  const save = async () => {
    job.current += 1;
    const mine = job.current;
    setSaid({ kind: 'making' });
    worker.current ??= makePdfWorker();
    const result = await makeFile(read, words, name, worker.current);
    if (!result.ok) {
      worker.current?.terminate();
      worker.current = null;
    }
    if (mine !== job.current) return;
    if (!result.ok) return setSaid({ kind: 'problem', problem: result.problem });
    saveFile(result.file);
    setSaid({ kind: 'saved' });
  };

  return (
    <div className={styles['actions']}>
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons are not a form's fieldset */}
      <div className={styles['buttons']} role="group" aria-label={t('reader:actions')}>
        <Button icon="copy" onPress={() => void copy(docToText(doc))}>
          {t('reader:copy')}
        </Button>
        <Button icon="copy" onPress={() => void copy(docToWholeText(doc))}>
          {t('reader:copyAll')}
        </Button>
        <Button icon="file" onPress={() => void save()} disabled={said?.kind === 'making'}>
          {t('reader:pdf')}
        </Button>
        <Button icon="print" onPress={() => window.print()}>
          {t('reader:print')}
        </Button>
      </div>
      {unprinted.length > 0 && (
        <p className={styles['said']}>
          {t('reader:pdfUnprinted', {
            list: words.list(unprinted.map((script) => words.say(`unprinted.scripts.${script}`))),
          })}
        </p>
      )}
      <p role="status" className={styles['said']}>
        {said?.kind === 'copied' && <span>{t('reader:copied')}</span>}
        {said?.kind === 'making' && <span>{t('reader:pdfMaking')}</span>}
        {said?.kind === 'saved' && <span>{t('reader:pdfReady', { file: name })}</span>}
      </p>
      {said?.kind === 'problem' && <ProblemView t={t} problem={said.problem} />}
      {said?.kind === 'copy-refused' && (
        <CopyText
          label={t('reader:text')}
          text={said.text}
          lang={doc.lang}
          dir={doc.dir}
          words={{ copy: t('reader:copy'), copied: t('reader:copied'), refused: t('reader:copyRefused') }}
        />
      )}
    </div>
  );
}
