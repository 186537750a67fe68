import { useT } from '#i18n/i18n.ts';
import { isWritten, type Passport, removedOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isOpenlyWritten, isPrivatePart } from '#passport/private.ts';
import type { Editor } from '#store/use-editor.ts';
import { ButtonLink, IconButton } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { routes } from '#ui/routes.ts';
import { Row, Rows } from '#ui/rows.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { RecordName, useNameAsText } from './record-name.tsx';

type Props = { part: Part; passport: Passport; editor: Editor; isHelped: boolean };

/** What was taken out of a list, folded away, each one tap from coming back. */
export function TakenOut({ part, passport, editor, isHelped }: Props) {
  const t = useT();
  const nameOf = useNameAsText(part);
  const isSeen = isHelped ? isOpenlyWritten : isWritten;
  const removed = removedOf(passport, part).filter((record) => isSeen(part, record));
  if (removed.length === 0) return null;
  const title = t('part:removedList', { count: removed.length });
  return (
    <Disclosure summary={title}>
      <MoreRows items={removed}>
        {(shown) => (
          <Rows label={title}>
            {shown.map((record) => (
              <Row key={record.id} title={<RecordName part={part} record={record} />}>
                <IconButton
                  icon="undo"
                  label={t('part:bringBackName', { name: nameOf(record) })}
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
  );
}
