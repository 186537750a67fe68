import { useRef } from 'react';
import { useT } from '#i18n/i18n.ts';
import { endWords } from '#i18n/words.ts';
import type { Condition, Value } from '#passport/field.ts';
import { entryValue } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { Button } from '#ui/button.tsx';
import type { PartFormProps } from './part-form.tsx';
import { usePicked } from './use-picked.ts';

type Props = Pick<PartFormProps, 'record' | 'onChange'> & { part: Part; ends: Condition };

/**
 * "I have stopped this", and at the same place "I take this again", which puts back what stood before for as long as the
 * form is open, and otherwise leaves it open when it is taken.
 */
export function EndButton({ part, ends, record, onChange }: Props) {
  const t = useT();
  const before = useRef<Value | null>(null);
  const [now, put] = usePicked(entryValue(part, record, ends.field), (value) => onChange(ends.field, value));
  const { end, again } = endWords(t, part.id);
  const isEnded = now === ends.is;
  return (
    <Button
      icon={isEnded ? 'undo' : 'stop'}
      onPress={() => {
        if (!isEnded) before.current = now;
        put(isEnded ? before.current : ends.is);
      }}
    >
      {isEnded ? again : end}
    </Button>
  );
}
