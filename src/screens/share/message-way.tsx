import { docToMessage } from '#exchange/text/text.ts';
import { useT } from '#i18n/i18n.ts';
import { CopyText } from '#ui/copy-text.tsx';
import type { OutgoingPage } from './page.ts';
import { useCopyWords } from './use-copy-words.ts';

type Props = { page: OutgoingPage };

/** The page as plain text, shown whole before it is copied. */
export function MessageWay({ page: { doc } }: Props) {
  const t = useT();
  const words = useCopyWords(t('share:ways.message.copy'));
  return (
    <>
      <p>{t('share:ways.message.hint')}</p>
      <CopyText
        label={t('share:ways.message.box')}
        text={docToMessage(doc)}
        lang={doc.lang}
        dir={doc.dir}
        words={words}
      />
    </>
  );
}
