import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import { entryValue, headOf, listOf, type Passport } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { isHeld, isOpenlyWritten } from '#passport/private.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChooseMany } from '#ui/choices.tsx';
import { Note } from '#ui/note.tsx';
import { routes } from '#ui/routes.ts';
import { usePicked } from '#views/use-picked.ts';
import { OrderRows } from './order-rows.tsx';
import { RecordRows } from './record-rows.tsx';
import { TakenOut } from './taken-out.tsx';
import { Twins } from './twins.tsx';
import { Unfinished } from './unfinished.tsx';

type Props = { session: Session; part: Part; passport: Passport; editor: Editor };

const pasted: Readonly<Record<string, { href: string; words: 'part:paste.problems' | 'part:paste.medicines' }>> = {
  problems: { href: routes.paste('problems'), words: 'part:paste.problems' },
  medicines: { href: routes.paste('medicines'), words: 'part:paste.medicines' },
};

/** The records of a list: open one, add one, put them in order, or say that there are none. */
export function RecordList({ session, part, passport, editor }: Props) {
  const t = useT();
  const [ordering, setOrdering] = useState(false);
  const { add } = partWords(t, part.id);
  const isHelped = session.writer.by !== '';
  const all = listOf(passport, part);
  const placed = all.filter((record) => !isHeld(part, record));
  const held = all.length - placed.length;
  // whoever helps is not told that something private was begun
  const records = isHelped ? placed.filter((record) => isOpenlyWritten(part, record)) : placed;
  const [none, putNone] = usePicked(entryValue(part, headOf(passport, part), 'none'), (value) =>
    editor.edit([{ part: part.id, record: part.id, set: { none: value } }]),
  );
  const paste = isHelped && part.held ? undefined : pasted[part.id];
  if (ordering && records.length > 1) {
    return <OrderRows part={part} records={records} editor={editor} onDone={() => setOrdering(false)} />;
  }

  return (
    <>
      {part.id === medicines.id && <Twins passport={passport} editor={editor} />}
      {records.length > 1 && (
        <Button look="plain" icon="order" onPress={() => setOrdering(true)}>
          {t('part:order')}
        </Button>
      )}
      {records.length > 0 && <RecordRows part={part} records={records} />}
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
      <TakenOut part={part} passport={passport} editor={editor} isHelped={isHelped} />
    </>
  );
}
