import { useState } from 'react';
import { docToMessage } from '#exchange/text/text.ts';
import { useT } from '#i18n/i18n.ts';
import { Button } from '#ui/button.tsx';
import { Status } from '#ui/status.tsx';
import type { OutgoingPage } from './page.ts';
import { type Paper, paperName } from './paper.ts';

type Props = { page: OutgoingPage; paper: Paper };

/** What the device's own share sheet takes: the paper where it takes files, else the text; null where there is none. */
function sheetTakes(): 'file' | 'text' | null {
  if (typeof navigator.share !== 'function') return null;
  const file = new File(['%PDF'], paperName, { type: 'application/pdf' });
  return navigator.canShare?.({ files: [file] }) ? 'file' : 'text';
}

/** The device's own share sheet. */
export function PhoneWay({ page, paper }: Props) {
  const t = useT();
  const [said, setSaid] = useState<'again' | 'done' | null>(null);
  const takes = sheetTakes();
  if (!takes) return null;

  const hand = async () => {
    setSaid(null);
    const file = takes === 'file' ? await paper.make() : null;
    if (takes === 'file' && !file) return;
    try {
      await navigator.share(file ? { files: [file] } : { text: docToMessage(page.doc) });
      setSaid('done');
    } catch (error) {
      // Making the paper took longer than a tap counts for: the next one finds it ready.
      if (error instanceof DOMException && error.name === 'NotAllowedError') setSaid('again');
    }
  };
  return (
    <>
      <Button icon="share" onPress={() => void hand()} disabled={paper.state.at === 'making'}>
        {t('share:ways.phone.share')}
      </Button>
      <Status message={said && t(`share:ways.phone.${said}`)} />
    </>
  );
}
