import { useMemo } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { partOf } from '#passport/catalogue.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isPrivatePart, isPrivateRecord, openFields } from '#passport/private.ts';
import { changesToVersions, type Version } from '#passport/versions.ts';
import type { Session } from '#store/session.ts';
import { usePassport } from '#store/use-passport.ts';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { LineView } from '#views/line-view.tsx';
import { ProblemView } from '#views/problem-view.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { useLog } from './use-log.ts';
import { VersionEntry, VersionList } from './version-list.tsx';
import { VersionView } from './version-view.tsx';
import { minuteOf, timeAndWho, versionWith } from './version-words.ts';

type Props = {
  session: Session;
  /** Every part when left out. */
  part?: Part;
};

/** Who wrote what and when in a whole part, or in everything, latest first. Nothing private is in it. */
export function PartHistoryScreen({ session, part }: Props) {
  const t = useT();
  const lang = useLang();
  const passport = usePassport(session.store);
  const log = useLog(session.store);
  const versions = useMemo(
    () =>
      log.state === 'read' ? listed(changesToVersions(log.changes, minuteOf), session.store.passport(), part) : [],
    [log, session.store, part],
  );
  const { name } = part ? partWords(t, part.id) : { name: null };

  return (
    <Page
      back={part ? { href: routes.part(part.id), label: name ?? '' } : { href: routes.more, label: t('nav.more') }}
      title={t('part:historyTitle')}
      under={name}
    >
      {log.state === 'failed' && <ProblemView t={t} problem={log.problem} />}
      {log.state === 'read' && versions.length === 0 && <p>{t('part:historyEmpty')}</p>}
      <VersionList versions={versions.map(({ version }) => version)}>
        {(version) => {
          const of = partOf(version.part) as Part;
          const where = of.many && !part ? ` · ${partWords(t, of.id).name}` : '';
          return (
            <VersionEntry
              key={version.last.id}
              title={<RecordLink passport={passport} part={of} record={version.record} />}
              under={timeAndWho(t, version.last, lang) + where}
            >
              <VersionView passport={passport} part={of} version={version} brief />
            </VersionEntry>
          );
        }}
      </VersionList>
    </Page>
  );
}

/** The versions that may stand in a list, each with only what may. */
function listed(versions: readonly Version[], passport: Passport, only: Part | undefined) {
  return versions.flatMap((version) => {
    const part = only ? (only.id === version.part ? only : undefined) : partOf(version.part);
    const record = part && recordOf(passport, part.id, version.record);
    if (!record || isPrivatePart(part) || isPrivateRecord(part, record)) return [];
    const isHead = record.id === part.id;
    const isOpen = isHead || openFields(part).some((field) => Object.hasOwn(record.entries, field));
    const open = isOpen ? versionWith(part, version, 'open') : null;
    return open ? [{ version: open }] : [];
  });
}

/** What it is called now, leading to all that was written in it. The head of a list has no page of its own. */
function RecordLink({ passport, part, record }: { passport: Passport; part: Part; record: string }) {
  const t = useT();
  const words = useWords();
  const { name } = partWords(t, part.id);
  if (record === part.id) return part.many ? name : <a href={routes.history(part.id, record)}>{name}</a>;
  const line = recordToTitle(part, recordOf(passport, part.id, record), words);
  return <a href={routes.history(part.id, record)}>{line.length > 0 ? <LineView line={line} /> : t('part:unnamed')}</a>;
}
