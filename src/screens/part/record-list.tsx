import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import {
  entryValue,
  headOf,
  isWritten,
  listOf,
  type Passport,
  type PassportRecord,
  removedOf,
} from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isHeld, isOpenlyWritten, isPrivatePart } from '#passport/private.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button, ButtonLink, IconButton } from '#ui/button.tsx';
import { ChooseMany } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Note } from '#ui/note.tsx';
import { routes } from '#ui/routes.ts';
import { Row, RowLink, Rows } from '#ui/rows.tsx';
import { LongLine } from '#views/long-line.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { recordToDetail, recordToTitle } from '#views/record-words.ts';
import { usePicked } from '#views/use-picked.ts';
import { Unfinished } from './unfinished.tsx';

type Props = { session: Session; part: Part; passport: Passport; editor: Editor };

const pasted: Readonly<Record<string, { href: string; words: 'part:paste.problems' | 'part:paste.medicines' }>> = {
  problems: { href: routes.paste('problems'), words: 'part:paste.problems' },
  medicines: { href: routes.paste('medicines'), words: 'part:paste.medicines' },
};

/** The records of a list: open one, add one, put them in order, or say that there are none. */
export function RecordList({ session, part, passport, editor }: Props) {
  const t = useT();
  const words = useWords();
  const [ordering, setOrdering] = useState(false);
  const { name, add } = partWords(t, part.id);
  const isHelped = session.writer.by !== '';
  const isSeen = isHelped ? isOpenlyWritten : isWritten;
  const all = listOf(passport, part);
  const placed = all.filter((record) => !isHeld(part, record));
  const held = all.length - placed.length;
  // whoever helps is not told that something private was begun
  const records = isHelped ? placed.filter((record) => isOpenlyWritten(part, record)) : placed;
  const removed = removedOf(passport, part).filter((record) => isSeen(part, record));
  const [none, putNone] = usePicked(entryValue(part, headOf(passport, part), 'none'), (value) =>
    editor.edit([{ part: part.id, record: part.id, set: { none: value } }]),
  );
  const paste = isHelped && part.held ? undefined : pasted[part.id];
  const titleOf = (record: PassportRecord) => {
    const line = recordToTitle(part, record, words);
    return line.length > 0 ? <LongLine line={line} brief /> : t('part:unnamed');
  };
  const plainTitle = (record: PassportRecord) =>
    recordToTitle(part, record, words)
      .map(({ text }) => text)
      .join('') || t('part:unnamed');
  const move = (from: number, to: number) => {
    const ids = records.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    ids.splice(to, 0, moved as string);
    void editor.edit([{ part: part.id, record: part.id, set: { order: ids } }]);
  };

  return (
    <>
      {records.length > 0 && (
        <MoreRows items={records}>
          {(shown) => (
            <Rows label={t('part:list', { part: name })} ordered={ordering}>
              {shown.map((record, at) =>
                ordering ? (
                  <Row key={record.id} title={titleOf(record)}>
                    <IconButton
                      icon="up"
                      label={t('part:up', { name: plainTitle(record) })}
                      disabled={at === 0}
                      onPress={() => move(at, at - 1)}
                    />
                    <IconButton
                      icon="down"
                      label={t('part:down', { name: plainTitle(record) })}
                      disabled={at === records.length - 1}
                      onPress={() => move(at, at + 1)}
                    />
                  </Row>
                ) : (
                  <RowLink
                    key={record.id}
                    href={routes.record(part.id, record.id)}
                    title={titleOf(record)}
                    detail={<LongLine line={recordToDetail(part, record, words)} brief />}
                  />
                ),
              )}
            </Rows>
          )}
        </MoreRows>
      )}
      <Unfinished session={session} part={part} passport={passport} />
      {held > 0 && !isHelped && (
        <Note title={t('part:held', { count: held })}>
          <ButtonLink href={routes.paste('problems')}>{t('part:heldWalk')}</ButtonLink>
        </Note>
      )}
      {part.canBeNone && records.length === 0 && (
        <ChooseMany
          options={[{ id: 'none', label: t('part:none') }]}
          picked={new Set(none === true ? ['none'] : [])}
          onToggle={(_, on) => putNone(on ? true : null)}
        />
      )}
      <Button
        icon="add"
        look="main"
        onPress={() => {
          window.location.hash = routes.record(part.id, newId(session.world));
        }}
      >
        {add}
      </Button>
      {paste && <ButtonLink href={paste.href}>{t(paste.words)}</ButtonLink>}
      {removed.length > 0 && (
        <Disclosure summary={t('part:removedList', { count: removed.length })}>
          <MoreRows items={removed}>
            {(shown) => (
              <Rows label={t('part:removedList', { count: removed.length })}>
                {shown.map((record) => (
                  <Row key={record.id} title={titleOf(record)}>
                    <IconButton
                      icon="undo"
                      label={t('part:bringBackName', { name: plainTitle(record) })}
                      onPress={() => void editor.edit([{ part: part.id, record: record.id, removed: false }])}
                    />
                  </Row>
                ))}
              </Rows>
            )}
          </MoreRows>
          {!isPrivatePart(part) && (
            <ButtonLink look="plain" href={routes.removed}>
              {t('part:removedAll')}
            </ButtonLink>
          )}
        </Disclosure>
      )}
      {records.length > 1 && (
        <Button look="plain" pressed={ordering} onPress={() => setOrdering(!ordering)}>
          {ordering ? t('part:orderDone') : t('part:order')}
        </Button>
      )}
    </>
  );
}
