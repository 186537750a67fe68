import { useMemo, useState } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isPrivateField, isPrivateRecord } from '#passport/private.ts';
import {
  type PutBack as Back,
  changesToVersions,
  differenceTo,
  earlierVersions,
  putBackToEdits,
  type Version,
} from '#passport/versions.ts';
import type { Session } from '#store/session.ts';
import { type Editor, useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { LineView } from '#views/line-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { ForEver } from './for-ever.tsx';
import { Gone, isRemovedForEver } from './gone.tsx';
import { PutBack } from './put-back.tsx';
import { removeEarlier } from './remove-earlier.ts';
import { type Log, useLog } from './use-log.ts';
import { VersionEntry, VersionList } from './version-list.tsx';
import { VersionView } from './version-view.tsx';
import { minuteOf, timeAndWho, versionWith, whenInWords } from './version-words.ts';

type Props = { session: Session; part: Part; recordId: string };

/**
 * Who wrote what in one record, and when, latest first. Any earlier words can be put back, one field or all of it, or
 * removed for ever.
 */
export function HistoryScreen(props: Props) {
  // What was undone before must not come back by "undo" once it is removed for ever.
  const [round, setRound] = useState(0);
  const [asking, setAsking] = useState(false);
  const { session, part, recordId } = props;
  const passport = usePassport(session.store);
  const log = useLog(session.store, part.id, recordId);
  const name = useName(part, passport, recordId);
  if (isRemovedForEver(passport, recordId)) return <Gone part={part} />;
  if (!asking) {
    return (
      <Versions key={round} {...props} passport={passport} log={log} name={name} onForEver={() => setAsking(true)} />
    );
  }
  return (
    <ForEver
      what="earlier"
      name={name}
      remove={() => removeEarlier(session.store, part, recordId)}
      onKeep={() => setAsking(false)}
      onDone={() => {
        setRound(round + 1);
        setAsking(false);
      }}
    />
  );
}

function useName(part: Part, passport: Passport, recordId: string) {
  const t = useT();
  const words = useWords();
  if (!part.many) return partWords(t, part.id).name;
  const line = recordToTitle(part, recordOf(passport, part.id, recordId), words);
  return line.length > 0 ? <LineView line={line} /> : null;
}

type VersionsProps = Props & {
  passport: Passport;
  log: Log;
  name: ReturnType<typeof useName>;
  onForEver: () => void;
};

function Versions({ session, part, recordId, passport, log, name, onForEver }: VersionsProps) {
  const t = useT();
  const editor = useEditor(session);
  const isHelped = session.writer.by !== '';
  const record = recordOf(passport, part.id, recordId);
  const isHidden = isHelped && record !== undefined && isPrivateRecord(part, record);
  const changes = log.state === 'read' && !isHidden ? log.changes : null;
  const versions = useMemo(() => (changes ? changesToVersions(changes, minuteOf) : []), [changes]);
  const told = (only: 'open' | 'private') => versions.flatMap((version) => versionWith(part, version, only) ?? []);
  const [open, hidden] = [told('open'), isHelped ? [] : told('private')];
  const earlier = changes && !isHelped ? earlierVersions(passport, part, changes) : null;
  const list = (some: readonly Version[]) => (
    <VersionList versions={some}>
      {(version) => (
        <Told key={version.last.id} {...{ session, part, passport, version, editor }} changes={changes ?? []} />
      )}
    </VersionList>
  );

  return (
    <Page
      back={{
        href: part.many ? routes.record(part.id, recordId) : routes.part(part.id),
        label: partWords(t, part.id).name,
      }}
      end={<SavingStatus saving={editor.saving} />}
      title={part.many && name ? name : t('part:historyTitle')}
      under={part.many && name ? t('part:historyTitle') : name}
    >
      <SavingProblem saving={editor.saving} />
      {log.state === 'failed' && <ProblemView t={t} problem={log.problem} />}
      {log.state === 'read' && open.length + hidden.length === 0 && <p>{t('part:historyEmpty')}</p>}
      {list(open)}
      {hidden.length > 0 && <Disclosure summary={t('part:privateShort')}>{list(hidden)}</Disclosure>}
      {earlier && (
        <Stretch tight>
          <Button look="plain" icon="remove" onPress={onForEver}>
            {t('part:forever.earlier.ask')}
          </Button>
        </Stretch>
      )}
    </Page>
  );
}

type ToldProps = {
  session: Session;
  part: Part;
  passport: Passport;
  version: Version;
  changes: NonNullable<Parameters<typeof differenceTo>[1]>;
  editor: Editor;
};

/** One version, with the ways back to it. */
function Told({ session, part, passport, version, changes, editor }: ToldProps) {
  const t = useT();
  const lang = useLang();
  const [asking, setAsking] = useState<Back | null>(null);
  const isHelped = session.writer.by !== '';
  const back = useMemo(() => {
    const whole = differenceTo(part, changes, version.last);
    const fields = whole?.fields.filter(({ field }) => !isHelped || !isPrivateField(part, field)) ?? [];
    return whole && (fields.length > 0 || whole.bringsBack) ? { ...whole, fields } : null;
  }, [part, changes, version, isHelped]);
  const putBack = (whole: Back) => {
    setAsking(null);
    void editor.edit(putBackToEdits(part.id, version.record, whole, session.writer.lang));
  };

  return (
    <VersionEntry title={timeAndWho(t, version.last, lang)}>
      <VersionView
        passport={passport}
        part={part}
        version={version}
        onPutBack={(field, { value, lang: tongue }) =>
          void editor.edit([{ part: part.id, record: version.record, set: { [field]: value } }], tongue)
        }
      />
      {back && (
        <Button
          icon="undo"
          look="plain"
          label={t('part:putAllBackLabel', { when: whenInWords(t, version.last.at, lang) })}
          onPress={() => setAsking(back)}
        >
          {t('part:putAllBack')}
        </Button>
      )}
      {asking && (
        <PutBack
          passport={passport}
          part={part}
          version={version}
          back={asking}
          onYes={() => putBack(asking)}
          onNo={() => setAsking(null)}
        />
      )}
    </VersionEntry>
  );
}
