import { useId, useState } from 'react';
import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { fieldValue, headOf } from '#passport/fold.ts';
import { flare } from '#passport/parts/flare.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { Field } from '#ui/field.tsx';
import { OwnTextInput } from '#views/own-text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import styles from './flare.module.css';
import type { Running } from './use-run.ts';

type Props = { session: Session; running: Running };

const boxes = ['whatHelped', 'noticed'] as const;

/** Two boxes nobody has to fill: each is put, with today's date, under what the plan already says. */
export function After({ session, running: { run, change } }: Props) {
  const t = useT();
  const lang = useLang();
  const id = useId();
  const { saving, edit } = useEditor(session);
  const [typed, setTyped] = useState({ whatHelped: run.whatHelped, noticed: run.noticed });
  const stood = (field: (typeof boxes)[number]) =>
    fieldValue(flare, headOf(session.store.passport(), flare), field) ?? '';
  // What stood before this visit: typing on in the same box never puts the same words there twice.
  const [before] = useState(() => ({ whatHelped: stood('whatHelped'), noticed: stood('noticed') }));

  const type = (field: (typeof boxes)[number], text: string) => {
    setTyped((all) => ({ ...all, [field]: text }));
    change(() => ({ [field]: text }));
  };
  const leave = async (field: (typeof boxes)[number], text: string) => {
    const date = dateToWords(dayOf(session.world.now()), lang);
    const added = text.trim() === '' ? '' : t('flare:end.dated', { date, text: text.trim() });
    const next = [before[field], added].filter(Boolean).join('\n\n');
    const isSaved =
      next === stood(field) || (await edit([{ part: flare.id, record: flare.id, set: { [field]: next || null } }]));
    if (isSaved) change((latest) => (latest[field] === text ? { [field]: '' } : {}));
  };

  return (
    <section className={styles['after']}>
      <h2>{t('flare:end.after')}</h2>
      <p className={styles['quiet']}>{t('flare:end.hint')}</p>
      {boxes.map((field) => (
        <Field key={field} id={`${id}-${field}`} label={t(`flare:end.${field}`)}>
          <OwnTextInput
            id={`${id}-${field}`}
            lines="many"
            value={typed[field]}
            onType={(text) => type(field, text)}
            onLeave={(text) => void leave(field, text)}
          />
        </Field>
      ))}
      <SavingProblem saving={saving} />
      <SavingStatus saving={saving} />
    </section>
  );
}
