import { useState } from 'react';
import { dayOf } from '#i18n/dates.ts';
import { useT } from '#i18n/i18n.ts';
import { handOutProblem } from '#store/hand-out.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { Button } from '#ui/button.tsx';
import { fileName } from '#ui/file-name.ts';
import { useHiding } from '#ui/hide.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Status } from '#ui/status.tsx';
import { ProblemView } from '#views/problem-view.tsx';

/** Everything as a file that anyone can read: said so. Private pages stay out of it. */
export function PlainCopy({ session, pages }: { session: Session; pages: Pages | null }) {
  const { store, world, example } = session;
  const t = useT();
  const { discreet } = useHiding();
  const [said, setSaid] = useState<'saved' | ReturnType<typeof handOutProblem> | null>(null);
  const name = fileName(`${example ? 'example' : 'copy'}-${dayOf(world.now())}.mfp`, { discreet });
  const save = async () => {
    const bytes = await store.download().catch(handOutProblem);
    if (typeof bytes === 'string') return setSaid(bytes);
    saveFile(new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/octet-stream' }));
    setSaid('saved');
  };
  return (
    <>
      {said && said !== 'saved' && <ProblemView key={said} t={t} problem={said} />}
      <p>{t('keep:plain.text')}</p>
      {session.writer.by === '' && pages && pages.state() !== 'none' && <p>{t('keep:plain.pages')}</p>}
      <Button icon="download" onPress={() => void save()}>
        {t('keep:plain.save')}
      </Button>
      <Status message={said === 'saved' ? t('keep:plain.saved', { name: `\u2066${name}\u2069` }) : null} />
    </>
  );
}
