import type { Translate } from '#i18n/i18n.ts';
import { Disclosure } from '#ui/disclosure.tsx';

type Props = { t: Translate };

/** For a clinician who has never seen one. */
export function About({ t }: Props) {
  return (
    <Disclosure summary={t('reader:about.title')}>
      <p>{t('reader:about.what')}</p>
      <p>{t('reader:about.how')}</p>
      <p>{t('reader:about.words')}</p>
      <p>{t('reader:about.changes')}</p>
      <p>{t('reader:about.confidence')}</p>
    </Disclosure>
  );
}
