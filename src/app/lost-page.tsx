import { useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Loss, Opened } from '#store/opened.ts';
import { Button } from '#ui/button.tsx';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';
import { Note } from '#ui/note.tsx';
import { Page } from '#ui/page.tsx';
import { saveFile } from '#ui/save-file.ts';
import { FlareLink } from '#views/flare-link.tsx';

type Props = { loss: Loss; onOpened: (opened: Opened) => void };

/** Something that was saved is missing here: what, what the safe copy holds of it, and both ways on. */
export function LostPage({ loss, onOpened }: Props) {
  const t = useT();
  const lang = useLang();
  const { discreet } = useHiding();
  const [isWorking, setWorking] = useState(false);
  const { kind, expected, here, safe, isStuck } = loss;
  const go = async (way: () => Promise<Opened>) => {
    setWorking(true);
    onOpened(await way());
    setWorking(false);
  };
  const save = async () => {
    const name = fileName(safe?.flushed ? `copy-${dayOf(safe.flushed)}.mfp` : 'copy.mfp', { discreet });
    saveFile(new File([await loss.download()], name, { type: 'application/octet-stream' }));
  };
  return (
    <Page top={discreet ? t('hide.name') : t('name')} end={<FlareLink />} title={t('lost.title')}>
      <p>{t(`lost.${kind}`)}</p>
      {expected !== null && kind === 'behind' && <p>{t('lost.count', { count: expected - here })}</p>}
      <Note tone={safe ? 'accent' : 'warm'}>
        <p>
          {safe
            ? safe.flushed
              ? t('lost.safeFrom', { date: dateToWords(dayOf(safe.flushed), lang) })
              : t('lost.safe')
            : t('lost.noSafe')}
        </p>
        {safe && <p>{t('lost.safeCount', { count: safe.count })}</p>}
      </Note>
      <p role="status">{isWorking ? t('lost.working') : ''}</p>
      {safe && isStuck && (
        <>
          <p>{t('lost.stuck')}</p>
          <Button look="main" icon="download" disabled={isWorking} onPress={() => void save()}>
            {t('lost.save')}
          </Button>
          <p>{t('lost.open')}</p>
        </>
      )}
      {safe && !isStuck && (
        <Button look="main" disabled={isWorking} onPress={() => void go(loss.restore)}>
          {t('lost.restore')}
        </Button>
      )}
      <Button disabled={isWorking} onPress={() => window.location.reload()}>
        {t('refused.again')}
      </Button>
      <Button look="plain" disabled={isWorking} onPress={() => void go(loss.leave)}>
        {t(here > 0 ? 'lost.leave' : 'lost.begin')}
      </Button>
      <p>{t('lost.leaveHint')}</p>
    </Page>
  );
}
