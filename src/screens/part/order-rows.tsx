import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { PassportRecord } from '#passport/fold.ts';
import { underHeadings } from '#passport/headings.ts';
import type { Part } from '#passport/part.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { moved, PlacePick, useFocusOnMoved } from '#ui/place-pick.tsx';
import { Row, Rows } from '#ui/rows.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { Headings } from './headings.tsx';
import { RecordName, useNameAsText } from './record-name.tsx';

type Props = { part: Part; records: readonly PassportRecord[]; editor: Editor; onDone: () => void };

/** The records under their headings, each with its place among those: up, down, or straight to another place. */
export function OrderRows({ part, records, editor, onDone }: Props) {
  const t = useT();
  const nameOf = useNameAsText(part);
  const [said, setSaid] = useState('');
  const ids = records.map(({ id }) => id);
  const focusOn = useFocusOnMoved(ids.join());
  const move = (group: readonly PassportRecord[], from: number, to: number, control: string) => {
    const record = group[from] as PassportRecord;
    const isAtEnd = to === 0 || to === group.length - 1;
    // at either end the arrow that brought it there goes out
    focusOn(`${isAtEnd ? 'place' : control}-${record.id}`);
    setSaid(t('part:placed', { name: nameOf(record), n: to + 1, of: group.length }));
    const own = new Set(group.map(({ id }) => id));
    const inOrder = moved(group, from, to).map(({ id }) => id);
    const order = ids.map((id) => (own.has(id) ? (inOrder.shift() as string) : id));
    void editor.edit([{ part: part.id, record: part.id, set: { order } }]);
  };
  const done = (
    <Button look="main" icon="check" onPress={onDone}>
      {t('part:orderDone')}
    </Button>
  );

  return (
    <>
      {done}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Headings part={part} headed={underHeadings(part, records)}>
        {(group, label) => (
          <MoreRows items={group}>
            {(shown) => (
              <Rows label={label} ordered whole>
                {shown.map((record, at) => (
                  <Row key={record.id} title={<RecordName part={part} record={record} />}>
                    {group.length > 1 && (
                      <>
                        <PlacePick
                          id={`place-${record.id}`}
                          label={t('part:place', { name: nameOf(record) })}
                          at={at}
                          count={group.length}
                          onPick={(to) => move(group, at, to, 'place')}
                        />
                        <IconButton
                          id={`up-${record.id}`}
                          icon="up"
                          label={t('part:up', { name: nameOf(record) })}
                          disabled={at === 0}
                          onPress={() => move(group, at, at - 1, 'up')}
                        />
                        <IconButton
                          id={`down-${record.id}`}
                          icon="down"
                          label={t('part:down', { name: nameOf(record) })}
                          disabled={at === group.length - 1}
                          onPress={() => move(group, at, at + 1, 'down')}
                        />
                      </>
                    )}
                  </Row>
                ))}
              </Rows>
            )}
          </MoreRows>
        )}
      </Headings>
      {records.length > 6 && done}
    </>
  );
}
