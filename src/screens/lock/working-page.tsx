import { useT } from '#i18n/i18n.ts';
import { Page, Stretch } from '#ui/page.tsx';

type Props = { what: 'on' | 'change' | 'off' | 'pin' };

/** While everything is sealed anew: nothing to press, and nothing to fear. */
export function WorkingPage({ what }: Props) {
  const t = useT();
  return (
    <Page title={t(`lock:working.${what}`)}>
      <div role="status">
        <Stretch>
          <p>{t('lock:working.text')}</p>
          <p>{t('lock:working.safe')}</p>
        </Stretch>
      </div>
    </Page>
  );
}
