import { useT } from '#i18n/i18n.ts';
import type { Stopped } from '#store/store.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';

type Props = {
  /** After a newer version drafts are kept; an erased passport takes none. */
  why: Exclude<Stopped, 'locked'>;
};

/** This tab can save nothing more: why, and what becomes of the words in hand. */
export function StaleBanner({ why }: Props) {
  const t = useT();
  const [title, text] =
    why === 'newer' ? [t('newer.title'), t('newer.text')] : [t('newer.erased'), t('newer.erasedText')];
  return (
    <Banner words={`${title}. ${text}`}>
      <Button look="main" onPress={() => window.location.reload()}>
        {t('newer.reload')}
      </Button>
    </Banner>
  );
}
