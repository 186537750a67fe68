import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import type { Field, Value } from '#passport/field.ts';
import { sharedFields } from '#passport/field.ts';
import { entryValue, type PassportRecord } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isAsked } from '#passport/telling.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import type { ControlProps } from './control.ts';
import { EndButton } from './end-button.tsx';
import styles from './part-form.module.css';
import { Question } from './question.tsx';
import { QuestionGroup } from './question-group.tsx';

export type PartFormProps = {
  part: Part;
  /** Undefined until the first thing is written. */
  record: PassportRecord | undefined;
  recordId: string;
  /** Unfinished text by field id. */
  drafts: ReadonlyMap<string, string>;
  onDraft: (field: string, text: string) => void;
  onChange: (field: string, value: Value | null) => unknown;
  linkable: ControlProps['linkable'];
  /** Someone else is writing: private fields stay out of their sight. */
  isHelped: boolean;
  /** A line in another language can matter here. */
  isTranslated?: boolean;
};

type Asked = readonly [id: string, field: Field];

/**
 * The form of any part, from its description: three fields first, then the way to end it, what is already written or now
 * asked for, and the rest folded away in the part's groups or behind "add more". A field that has been shown stays
 * where it is while the form is open.
 */
export function PartForm(props: PartFormProps) {
  const { part, record, drafts, onChange, isHelped, isTranslated = false } = props;
  const t = useT();
  const isWritten = (id: string) => entryValue(part, record, id) !== null || drafts.has(id);
  const isOffered = ([, field]: Asked) => !field.silent && !(isHelped && field.private);
  const all = Object.entries<Field>(part.fields).filter(isOffered);
  const [opened] = useState(() => new Set(all.filter(([id]) => isWritten(id)).map(([id]) => id)));
  const [isInOthers] = useState(isTranslated || Object.keys(translation).some(isWritten));

  const due = all.filter(([, field]) => isAsked(part, record, field));
  const further = due.filter(([, field]) => !field.first && !field.group);
  const isOpen = ([id, field]: Asked) => field.when !== undefined || opened.has(id);
  const rest = further.filter((entry) => !isOpen(entry));
  const draw = ([id, field]: Asked) => <Question key={id} {...props} id={id} field={field} />;
  const groups = (part.groups ?? []).map((group) => ({
    group,
    fields: due.filter(([, field]) => field.group === group && !field.first),
  }));

  return (
    <form className={styles['form']} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {due.filter(([, field]) => field.first).map(draw)}
      {part.ends && <EndButton part={part} ends={part.ends} record={record} onChange={onChange} />}
      {further.filter(isOpen).map(draw)}
      {rest.length > 0 && <Disclosure summary={t('part:addMore')}>{rest.map(draw)}</Disclosure>}
      {groups.map(
        ({ group, fields }) =>
          fields.length > 0 && (
            <QuestionGroup key={group} {...props} group={group} fields={fields.map(([id]) => id)}>
              {fields.map(draw)}
            </QuestionGroup>
          ),
      )}
      {isInOthers && (
        <QuestionGroup {...props} group={null} fields={Object.keys(translation)}>
          {Object.entries<Field>(translation).map(draw)}
        </QuestionGroup>
      )}
    </form>
  );
}

const translation = { translation: sharedFields.translation, translator: sharedFields.translator };
