import { type ReactNode, useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { groupName } from '#i18n/words.ts';
import { dotted } from '#passport/summary/phrase.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { LongLine } from './long-line.tsx';
import type { PartFormProps } from './part-form.tsx';
import { fieldToLine, underLabel } from './record-words.ts';

type Props = Pick<PartFormProps, 'part' | 'record' | 'drafts'> & {
  /** Its id in the part's `groups`; null for the line in another language. */
  group: string | null;
  fields: readonly string[];
  children: ReactNode;
};

/**
 * Questions folded away under their heading, each group by itself; while it is folded, what is written in it stands
 * under the heading. A group with unfinished words in it is open.
 */
export function QuestionGroup({ part, record, drafts, group, fields, children }: Props) {
  const t = useT();
  const words = useWords();
  const [isOpen, setOpen] = useState(() => fields.some((id) => drafts.has(id)));
  const written = dotted(
    words,
    fields.map((id) => underLabel(part, id, fieldToLine(part, record, id, words), words)),
  );
  return (
    <Disclosure
      summary={group === null ? t('part:otherLanguage') : groupName(t, part.id, group)}
      detail={written.length > 0 ? <LongLine line={written} brief /> : undefined}
      open={isOpen}
      onToggle={setOpen}
    >
      {children}
    </Disclosure>
  );
}
