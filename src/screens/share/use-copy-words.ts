import { useT } from '#i18n/i18n.ts';
import type { CopyWords } from '#ui/copy-text.tsx';

/** What a box to copy from says, with its own words on the button. */
export function useCopyWords(copy: string): CopyWords {
  const t = useT();
  return { copy, copied: t('share:ways.copied'), refused: t('share:ways.copyRefused') };
}
