import { useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Pages } from '#store/pages.ts';
import type { Session } from '#store/session.ts';
import { useBackups } from '#store/use-backups.ts';
import { Button } from '#ui/button.tsx';
import { CopyText } from '#ui/copy-text.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Note } from '#ui/note.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { Status } from '#ui/status.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import type { FolderBackup } from './folder-backup.ts';
import styles from './keep.module.css';
import { MakeWalk } from './make-walk.tsx';

type Props = {
  session: Session;
  pages: Pages | null;
  makeBackupWorker: () => Worker;
  folder: FolderBackup | null;
};

/** A sealed file for someone to keep: they cannot read it, and the phrase goes another way or nowhere. */
export function TrustedPage(props: Props) {
  const t = useT();
  const { session } = props;
  return (
    <MakeWalk
      {...props}
      kind="trusted"
      first={(onNext, problem) => (
        <Page back={{ href: routes.keep, label: t('keep:title') }} title={t('keep:trusted.title')}>
          {problem && <ProblemView t={t} problem={problem} />}
          <Kept session={session} />
          <p>{t('keep:trusted.text')}</p>
          <Note>
            <p>{t('keep:trusted.apart')}</p>
            <p>{t('keep:trusted.also')}</p>
          </Note>
          <Button look="main" onPress={onNext}>
            {t('keep:trusted.go')}
          </Button>
        </Page>
      )}
      after={
        <>
          <Message />
          <Where session={session} />
        </>
      }
    />
  );
}

/** Where a copy is already, and the way to forget it when there is none any more. */
function Kept({ session }: { session: Session }) {
  const t = useT();
  const lang = useLang();
  const { notes, keep } = useBackups(session);
  if (!notes?.trusted) return null;
  const { where, at } = notes.trusted;
  return (
    <Stretch>
      <p className={styles['lede']}>
        {t('keep:now.trusted', { where: `\u2068${where}\u2069`, date: dateToWords(at, lang) })}
      </p>
      <Button look="plain" onPress={() => void keep('trusted', null)}>
        {t('keep:trusted.forget')}
      </Button>
    </Stretch>
  );
}

function Message() {
  const t = useT();
  const lang = useLang();
  const words = {
    copy: t('keep:trusted.copy'),
    copied: t('keep:trusted.copied'),
    refused: t('keep:trusted.copyRefused'),
  };
  return (
    <Stretch title={t('keep:trusted.message')}>
      <CopyText label={t('keep:trusted.message')} text={t('keep:trusted.messageText')} lang={lang} words={words} />
      <p>{t('keep:trusted.apart')}</p>
    </Stretch>
  );
}

/** Where the copy is now, for the person to remember; sealed on this device. */
function Where({ session }: { session: Session }) {
  const t = useT();
  const { notes, keep } = useBackups(session);
  const [typed, setTyped] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const where = typed ?? notes?.trusted?.where ?? '';
  const save = async () => {
    const words = where.trim();
    const saved = await keep('trusted', words === '' ? null : { where: words, at: dayOf(session.world.now()) });
    setProblem(saved.ok ? null : saved.problem);
    setIsSaved(saved.ok);
  };
  return (
    <Form main={t('keep:trusted.whereSave')} onSend={() => void save()}>
      {problem && <ProblemView t={t} problem={problem} />}
      <Field id="trusted-where" label={t('keep:trusted.where')} hint={t('keep:trusted.whereHint')}>
        <OwnTextInput
          id="trusted-where"
          value={where}
          onType={(text) => {
            setTyped(text);
            setIsSaved(false);
          }}
          describedBy="trusted-where-hint"
        />
      </Field>
      <Status message={isSaved ? t('keep:trusted.whereSaved') : null} />
    </Form>
  );
}
