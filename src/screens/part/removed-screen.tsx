import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { type Change, compareChanges } from '#passport/change.ts';
import { type Passport, type PassportRecord, removedOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isOpenlyWritten, openParts } from '#passport/private.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { usePassport } from '#store/use-passport.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { LineView } from '#views/line-view.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { ForEver } from './for-ever.tsx';
import styles from './removed.module.css';
import { useLog } from './use-log.ts';
import { whenInWords, whoInWords } from './version-words.ts';

type Props = { session: Session };

type Removed = { readonly part: Part; readonly record: PassportRecord };

/** Everything that was taken out, latest first: each can be brought back, or removed for ever. */
export function RemovedScreen({ session }: Props) {
  // "Undo" must not reach behind something that was removed for ever.
  const [round, setRound] = useState(0);
  const [asking, setAsking] = useState<{ record: string; name: ReactNode } | null>(null);
  if (!asking) return <List key={round} session={session} onForEver={setAsking} />;
  return (
    <ForEver
      what="record"
      name={asking.name}
      remove={() => session.store.removeForEver([asking.record])}
      onKeep={() => setAsking(null)}
      onDone={() => {
        setRound(round + 1);
        setAsking(null);
      }}
    />
  );
}

type ListProps = Props & { onForEver: (asking: { record: string; name: ReactNode }) => void };

function List({ session, onForEver }: ListProps) {
  const t = useT();
  const words = useWords();
  const passport = usePassport(session.store);
  const editor = useEditor(session);
  const list = useRef<HTMLUListElement>(null);
  const log = useLog(session.store);
  const removals = useMemo(
    () => new Map(log.state === 'read' ? log.changes.map((change) => [change.id, change]) : []),
    [log],
  );
  const removed = removedIn(passport);
  const isHelped = session.writer.by !== '';

  const bringBack = async ({ part, record }: Removed) => {
    const saved = await editor.edit([{ part: part.id, record: record.id, removed: false }]);
    // its button is gone: the keyboard stays in the list
    if (saved) list.current?.focus();
  };

  return (
    <Page
      back={{ href: routes.more, label: t('nav.more') }}
      end={<SavingStatus saving={editor.saving} />}
      title={t('part:removedTitle')}
      under={removed.length > 0 ? t('part:removedUnder') : undefined}
    >
      <SavingProblem saving={editor.saving} />
      {removed.length === 0 && <p>{t('part:removedEmpty')}</p>}
      <MoreRows items={removed}>
        {(shown) => (
          <ul ref={list} className={styles['list']} aria-label={t('part:removedTitle')} tabIndex={-1}>
            {shown.map(({ part, record }) => {
              const line = recordToTitle(part, record, words);
              const name = line.length > 0 ? <LineView line={line} /> : t('part:unnamed');
              const plain = line.map(({ text }) => text).join('') || t('part:unnamed');
              return (
                <li key={record.id} className={styles['item']}>
                  <div>
                    <p className={styles['title']}>{name}</p>
                    <RemovedWhen part={part} removal={removals.get(record.removal?.id ?? '')} />
                  </div>
                  <div className={styles['ways']}>
                    <Button
                      icon="undo"
                      label={t('part:bringBackName', { name: plain })}
                      onPress={() => void bringBack({ part, record })}
                    >
                      {t('part:bringBackShort')}
                    </Button>
                    {!isHelped && (
                      <Button
                        look="plain"
                        label={t('part:forever.record.askName', { name: plain })}
                        onPress={() => onForEver({ record: record.id, name })}
                      >
                        {t('part:forever.record.ask')}
                      </Button>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </MoreRows>
    </Page>
  );
}

/** "Medicines · 21 November 2026 at 10:04, Leyla". */
function RemovedWhen({ part, removal }: { part: Part; removal: Change | undefined }) {
  const t = useT();
  const lang = useLang();
  const name = removal && whoInWords(t, removal.by);
  const when = removal && t('part:historyWho', { date: whenInWords(t, removal.at, lang), name });
  return <p className={styles['detail']}>{[partWords(t, part.id).name, ...(when ? [when] : [])].join(' · ')}</p>;
}

/** What was taken out of every part that is not private, latest first. */
function removedIn(passport: Passport): readonly Removed[] {
  return openParts
    .filter((part) => part.many)
    .flatMap((part) => removedOf(passport, part).map((record) => ({ part, record })))
    .filter(({ part, record }) => isOpenlyWritten(part, record))
    .sort((a, b) => compareChanges(b.record.removal ?? b.record.last, a.record.removal ?? a.record.last));
}
