import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isPrivateField } from '#passport/private.ts';
import type { Session } from '#store/session.ts';
import { routes } from '#ui/routes.ts';
import { RowLink, Rows } from '#ui/rows.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { OwnText } from '#views/own-text.tsx';

type Props = { session: Session; part: Part; passport: Passport };

// The form that was just left may still be writing its last letters.
const settling = 300;

/** Records that were begun and never saved: what was typed leads back to its form, by whatever way the person left it. */
export function Unfinished({ session, part, passport }: Props) {
  const t = useT();
  const isHelped = session.writer.by !== '';
  const [begun, setBegun] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let current = true;
    const read = () =>
      session.store.drafts.all().then(
        (all) => {
          if (current) setBegun(textByRecord(all, part, isHelped));
        },
        () => undefined,
      );
    void read();
    const later = setTimeout(() => void read(), settling);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [session.store, part, isHelped]);

  const unsaved = [...begun].filter(([id]) => id !== part.id && !recordOf(passport, part.id, id));
  if (unsaved.length === 0) return null;
  return (
    <MoreRows items={unsaved}>
      {(shown) => (
        <Rows label={t('part:unfinished')}>
          {shown.map(([id, text]) => (
            <RowLink
              key={id}
              href={routes.record(part.id, id)}
              title={text === '' ? t('part:unnamed') : <OwnText text={text} lang={session.writer.lang} />}
              detail={t('part:unfinished')}
            />
          ))}
        </Rows>
      )}
    </MoreRows>
  );
}

/** The first words of each record's drafts; for whoever helps, of what is not private. */
function textByRecord(drafts: ReadonlyMap<string, string>, part: Part, isHelped: boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, text] of drafts) {
    const [home, record = '', field = ''] = key.split('/');
    if (home !== part.id || !Object.hasOwn(part.fields, field) || text.trim() === '') continue;
    if (isHelped && isPrivateField(part, field)) continue;
    const isList = part.fields[field]?.kind === 'steps' || part.fields[field]?.kind === 'contacts';
    const isShown = !isList && !isPrivateField(part, field);
    if (field === part.title || !found.has(record)) found.set(record, isShown ? text : '');
  }
  return found;
}
