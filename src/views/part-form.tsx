import { type ComponentType, useState } from 'react';
import { useLang, useT } from '#i18n/i18n.ts';
import type { Field, Kind, Value } from '#passport/field.ts';
import { sharedFields } from '#passport/field.ts';
import { entryValue, type PassportRecord } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isAsked } from '#passport/telling.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { LinkControl, TermControl, TermsControl, YesControl } from './choice-controls.tsx';
import type { ControlProps } from './control.ts';
import { ContactsControl, StepsControl } from './list-controls.tsx';
import { NotSent } from './not-sent.tsx';
import styles from './part-form.module.css';
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

type Props = {
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
};

/**
 * The form of any part, from its description: three fields first, what is already written next, the rest behind "add
 * more". A field that has been shown stays where it is while the form is open.
 */
export function PartForm({ part, record, recordId, drafts, onDraft, onChange, linkable, isHelped }: Props) {
  const t = useT();
  const language = useLang();
  const asked = Object.entries<Field>({ ...part.fields, ...translation }).filter(
    ([, field]) => !field.silent && !(isHelped && field.private),
  );
  const [opened] = useState(
    () =>
      new Set(
        asked.filter(([id, field]) => field.first || written(part, record, id) || drafts.has(id)).map(([id]) => id),
      ),
  );
  const isShown = ([id, field]: readonly [string, Field]) =>
    isAsked(part, record, field) && (opened.has(id) || field.when !== undefined);
  const shown = asked.filter(isShown);
  const rest = asked.filter((entry) => !isShown(entry) && isAsked(part, record, entry[1]));

  const draw = ([id, field]: readonly [string, Field]) => {
    const Control: ComponentType<ControlProps> | null = controls[field.kind];
    return (
      Control && (
        <div
          key={id}
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
      )
    );
  };

  return (
    <form className={styles['form']} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {shown.map(draw)}
      {rest.length > 0 && <Disclosure summary={t('part:addMore')}>{rest.map(draw)}</Disclosure>}
    </form>
  );
}

const translation = { translation: sharedFields.translation, translator: sharedFields.translator };

function written(part: Part, record: PassportRecord | undefined, field: string): boolean {
  return entryValue(part, record, field) !== null;
}
