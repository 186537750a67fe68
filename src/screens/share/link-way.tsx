import { cardsToAddresses } from '#exchange/code/address.ts';
import { useT } from '#i18n/i18n.ts';
import { CopyText } from '#ui/copy-text.tsx';
import { Note } from '#ui/note.tsx';
import { isLocalAddress, publicAddress } from '#views/public-address.ts';
import type { OutgoingPage } from './page.ts';
import { useCopyWords } from './use-copy-words.ts';

type Props = { page: OutgoingPage };

// What mail programs and messengers are known to carry whole.
const safeLength = 2_000;

/** The whole page in an address: nothing of it reaches a server, and all of it stays wherever the link goes. */
export function LinkWay({ page: { cards } }: Props) {
  const t = useT();
  const words = useCopyWords(t('share:ways.link.copy'));
  const [link = ''] = cardsToAddresses(cards, publicAddress);
  return (
    <>
      <p>{t('share:ways.link.hint')}</p>
      <Note>
        <p>{t('share:ways.link.warning')}</p>
        {isLocalAddress && <p>{t('share:localAddress')}</p>}
        {link.length > safeLength && <p>{t('share:ways.link.long')}</p>}
      </Note>
      <CopyText label={t('share:ways.link.box')} text={link} dir="ltr" words={words} short />
    </>
  );
}
