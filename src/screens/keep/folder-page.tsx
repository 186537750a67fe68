import { useEffect, useState } from 'react';
import { dateToWords, dayOf, timeToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { hasOldGiven } from '#store/backups.ts';
import type { Pages } from '#store/pages.ts';
import type { Proof } from '#store/proving.ts';
import type { Session } from '#store/session.ts';
import { useBackups } from '#store/use-backups.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { usePlace } from '#ui/use-place.ts';
import { ProblemView } from '#views/problem-view.tsx';
import { useProof } from '#views/use-proof.tsx';
import type { FolderBackup } from './folder-backup.ts';
import styles from './keep.module.css';
import { OwnPage } from './own-page.tsx';
import { PhrasePage } from './phrase-page.tsx';
import { PhraseView } from './phrase-view.tsx';
import { type Chosen, usePhrase } from './use-phrase.ts';

type Props = { session: Session; pages: Pages | null; folder: FolderBackup | null };

type Place = 'what' | 'phrase' | 'own';

const steps = 2;

/** A folder that the app writes to by itself: chosen once, stopped at any time. */
export function FolderPage({ session, pages, folder }: Props) {
  const t = useT();
  const { notes } = useBackups(session);
  const { chosen, choose, another } = usePhrase(session.world);
  const { place, go, back, swap } = usePlace<Place>('what', (wanted) => wanted === 'what' || chosen !== null);
  const gate = useProof(session.store.locking);
  const [proof, setProof] = useState<Proof | null>(null);
  // it goes with the walk: whoever has left that proves themselves again
  useEffect(() => {
    if (place === 'what') setProof(null);
  }, [place]);
  const [said, setSaid] = useState<'refused' | 'stopped' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const above = { href: routes.keep, label: t('keep:title') };

  if (!folder) {
    return (
      <Page back={above} title={t('keep:folder.title')}>
        <p>{t('keep:folder.none')}</p>
      </Page>
    );
  }
  const begin = async (given: Proof | null) => {
    setSaid(null);
    // someone who knew an old way in may have seen the phrase that was kept
    if (notes?.phrase && !chosen && !hasOldGiven(notes)) choose({ phrase: notes.phrase, from: 'kept' });
    else if (!chosen && !(await another())) return setProblem('piece-missing');
    setProblem(null);
    setProof(given);
    go('phrase');
  };
  const choosePlace = async ({ phrase }: Chosen) => {
    const isChosen = await folder.choose(phrase, proof);
    setSaid(isChosen ? null : 'refused');
    swap('what');
  };

  const ask = () => gate.ask(t('lock:proof.folder'), (given) => void begin(given));

  if (gate.page) return gate.page;
  if (place === 'own') {
    return (
      <OwnPage
        key={place}
        step={[1, steps]}
        onUse={(phrase) => {
          choose({ phrase, from: 'own' });
          back();
        }}
        onBack={back}
      />
    );
  }
  if (place === 'phrase' && chosen) {
    return (
      <PhrasePage
        key={place}
        session={session}
        chosen={chosen}
        step={[1, steps]}
        keep={null}
        onKeep={() => undefined}
        onAnother={() => void another()}
        onOwn={() => go('own')}
        onNext={() => void choosePlace(chosen)}
        onBack={back}
      />
    );
  }
  const shown = problem ?? folder.problem;
  return (
    <Page key="what" back={above} title={t('keep:folder.title')}>
      {shown && <ProblemView key={shown} t={t} problem={shown} />}
      {folder.state === 'off' ? (
        <>
          <p className={styles['lede']}>{t('keep:folder.text')}</p>
          <p>{t('keep:folder.sync')}</p>
          <p>{t('keep:folder.three')}</p>
          <p>{t('keep:folder.phrase')}</p>
          <Button look="main" icon="file" onPress={ask}>
            {t('keep:folder.choose')}
          </Button>
        </>
      ) : (
        <ChosenFolder
          folder={folder}
          phrase={chosen?.phrase ?? notes?.phrase ?? null}
          onOther={ask}
          onStop={() => void folder.stop().then(() => setSaid('stopped'))}
        />
      )}
      {session.writer.by === '' && pages?.hasPassphrase() && <p>{t('keep:folder.pagesClosed')}</p>}
      <p role="status">{said ? t(`keep:folder.${said}`) : ''}</p>
    </Page>
  );
}

type ChosenProps = { folder: FolderBackup; phrase: string | null; onOther: () => void; onStop: () => void };

function ChosenFolder({ folder, phrase, onOther, onStop }: ChosenProps) {
  const t = useT();
  const lang = useLang();
  const name = `\u2068${folder.name}\u2069`;
  const at = folder.at ? new Date(folder.at) : null;
  return (
    <>
      {folder.state === 'lost' ? (
        <Stretch>
          <p>{t('keep:folder.lost', { name })}</p>
          <Button look="main" onPress={() => void folder.again()}>
            {t('keep:folder.again')}
          </Button>
          <Button onPress={onOther}>{t('keep:folder.other')}</Button>
        </Stretch>
      ) : (
        <Stretch>
          <p className={styles['lede']}>{t('keep:folder.on', { name })}</p>
          <p role="status">
            {folder.busy
              ? t('keep:folder.writing')
              : at
                ? t('keep:folder.at', { date: dateToWords(dayOf(at), lang), time: timeToWords(at, lang) })
                : t('keep:folder.not')}
          </p>
          <p>{t('keep:folder.three')}</p>
          <Button onPress={() => void folder.writeNow()} disabled={folder.busy}>
            {t('keep:folder.nowGo')}
          </Button>
          <Button look="plain" onPress={onOther}>
            {t('keep:folder.other')}
          </Button>
        </Stretch>
      )}
      {phrase && (
        <Disclosure summary={t('keep:folder.showPhrase')}>
          <PhraseView phrase={phrase} label={t('keep:phrase.label')} />
        </Disclosure>
      )}
      <Button look="plain" onPress={onStop}>
        {t('keep:folder.stop')}
      </Button>
    </>
  );
}
