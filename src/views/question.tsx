import type { ComponentType } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Field, Kind } from '#passport/field.ts';
import { entryValue } from '#passport/fold.ts';
import { LinkControl, TermControl, TermsControl, YesControl } from './choice-controls.tsx';
import type { ControlProps } from './control.ts';
import { ContactsControl, StepsControl } from './list-controls.tsx';
import { NotSent } from './not-sent.tsx';
import styles from './part-form.module.css';
import type { PartFormProps } from './part-form.tsx';
import { DateControl, TextControl } from './text-controls.tsx';

// `order` is set by moving rows, never typed.
const controls = {
  text: TextControl,
  long: TextControl,
  date: DateControl,
  term: TermControl,
  terms: TermsControl,
  steps: StepsControl,
  contacts: ContactsControl,
  link: LinkControl,
  yes: YesControl,
  order: null,
} as const satisfies Record<Kind, ComponentType<ControlProps> | null>;

type Props = PartFormProps & { id: string; field: Field };

/** One field of a record, asked. */
export function Question({ part, record, recordId, drafts, onDraft, onChange, linkable, id, field }: Props) {
  const t = useT();
  const language = useLang();
  const Control: ComponentType<ControlProps> | null = controls[field.kind];
  if (!Control) return null;
  return (
    <div
      className={styles['question']}
      data-screen-only={field.private || undefined}
      translate={field.private ? 'no' : undefined}
    >
      <Control
        id={`${recordId}-${id}`}
        part={part.id}
        fieldId={id}
        field={field}
        value={entryValue(part, record, id)}
        lang={record?.entries[id]?.lang}
        draft={drafts.get(id)}
        onDraft={(text) => onDraft(id, text)}
        onChange={(value) => onChange(id, value)}
        t={t}
        language={language}
        linkable={linkable}
      />
      {field.private && <p className={styles['private']}>{t('part:private')}</p>}
      {field.notSent && <NotSent />}
    </div>
  );
}
