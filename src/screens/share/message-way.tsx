import { docToMessage, docToWholeText } from '#exchange/text/text.ts';
import { useT } from '#i18n/i18n.ts';
import { CopyText } from '#ui/copy-text.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { OutgoingPage } from './page.ts';
import { useCopyWords } from './use-copy-words.ts';

type Props = { page: OutgoingPage };

/** Page one as plain text, shown whole before it is copied; everything stands second. */
export function MessageWay({ page: { doc } }: Props) {
  const t = useT();
  const words = useCopyWords(t('share:ways.message.copy'));
  const allWords = useCopyWords(t('share:ways.message.copyAll'));
  const { lang, dir } = doc;
  return (
    <>
      <p>{t('share:ways.message.hint')}</p>
      <CopyText label={t('share:ways.message.box')} text={docToMessage(doc)} lang={lang} dir={dir} words={words} />
      {doc.record.length > 0 && (
        <Disclosure summary={t('share:ways.message.all')}>
          <p>{t('share:ways.message.allHint')}</p>
          <CopyText
            label={t('share:ways.message.all')}
            text={docToWholeText(doc)}
            lang={lang}
            dir={dir}
            words={allWords}
          />
        </Disclosure>
      )}
    </>
  );
}
