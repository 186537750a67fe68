import { useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Loss, Opened } from '#store/opened.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';
import { Note } from '#ui/note.tsx';
import { Page } from '#ui/page.tsx';
import { saveFile } from '#ui/save-file.ts';
import { FlareLink } from '#views/flare-link.tsx';
import { ProblemView } from '#views/problem-view.tsx';

type Props = { loss: Loss; onOpened: (opened: Opened) => Promise<void> };

type Way = 'restore' | 'leave';

/** Something that was saved is missing here: what, what the safe copy holds of it, and both ways on. */
export function LostPage({ loss, onOpened }: Props) {
  const t = useT();
  const lang = useLang();
  const { discreet } = useHiding();
  const [working, setWorking] = useState<Way | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { kind, expected, here, safe, isStuck, leavesNothing } = loss;
  const isWorking = working !== null;
  const leaving = t(here > 0 ? 'lost.leave' : 'lost.begin');

  const go = async (way: Way) => {
    setAsking(false);
    setRefused(false);
    setWorking(way);
    try {
      const opened = await loss[way]();
      // a restoring that is stuck is told of below, with the file that is the way on
      setRefused(way === 'leave' && !opened.ok && opened.problem === 'store-refused');
      await onOpened(opened);
    } catch {
      setRefused(true);
    } finally {
      setWorking(null);
    }
  };
  const save = async () => {
    const name = fileName(safe?.flushed ? `copy-${dayOf(safe.flushed)}.mfp` : 'copy.mfp', { discreet });
    saveFile(new File([await loss.download()], name, { type: 'application/octet-stream' }));
  };
  return (
    <Page top={discreet ? t('hide.name') : t('name')} end={<FlareLink />} title={t('lost.title')}>
      {isRefused && <ProblemView t={t} problem="store-refused" />}
      <p>{t(`lost.${kind}`)}</p>
      {kind === 'behind' && expected !== null && expected > here && (
        <p>{t('lost.count', { count: expected - here })}</p>
      )}
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
      <p role="status">{working && t(working === 'leave' ? 'opening' : 'lost.working')}</p>
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
        <Button look="main" disabled={isWorking} onPress={() => void go('restore')}>
          {t('lost.restore')}
        </Button>
      )}
      <Button disabled={isWorking} onPress={() => window.location.reload()}>
        {t('refused.again')}
      </Button>
      {leavesNothing && <p>{t('lost.leavesNothing')}</p>}
      <Button look="plain" disabled={isWorking} onPress={() => (leavesNothing ? setAsking(true) : void go('leave'))}>
        {leaving}
      </Button>
      {safe && <p>{t('lost.leaveHint')}</p>}
      {isAsking && (
        <Dialog title={t('part:forever.sure')} onClose={() => setAsking(false)}>
          <p>{t('lost.leavesNothing')}</p>
          <Button look="main" onPress={() => setAsking(false)}>
            {t('part:forever.record.keep')}
          </Button>
          <Button look="warm" onPress={() => void go('leave')}>
            {leaving}
          </Button>
        </Dialog>
      )}
    </Page>
  );
}
