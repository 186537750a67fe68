import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { type MedicineLine, readMedicineLines } from '#passport/paste/medicine-lines.ts';
import { newId } from '#passport/write.ts';
import type { Session } from '#store/session.ts';
import { useEditor } from '#store/use-editor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { TextInput } from '#ui/text-input.tsx';
import { SavingProblem, SavingStatus } from '#views/saving-status.tsx';
import { MedicineRows } from './medicine-rows.tsx';
import styles from './paste.module.css';
import { useDraft } from './use-draft.ts';

type Props = { session: Session };

/** Several medicines, one a line: shown as they were read, put right by the person, then added in one go. */
export function PasteMedicinesScreen({ session }: Props) {
  const t = useT();
  const { saving, edit } = useEditor(session);
  const list = useDraft(session.store, 'paste/medicines');
  const read = useDraft(session.store, 'paste/medicine-rows');
  const [isEmpty, setEmpty] = useState(false);
  const [added, setAdded] = useState<readonly MedicineLine[] | null>(null);
  if (list.text === null || read.text === null) return null;

  const rows = decodeRows(read.text);
  const put = (next: readonly MedicineLine[]) => read.type(JSON.stringify(next));
  const back = { href: routes.part(medicines.id), label: t('paste:medicines.back') };
  const end = <SavingStatus saving={saving} />;

  if (added && saving.state === 'saved') {
    return (
      <Page key="done" back={back} end={end} title={t('paste:medicines.doneTitle')}>
        <p>{t('paste:medicines.done', { count: added.length })}</p>
        <ButtonLink look="main" href={routes.part(medicines.id)}>
          {t('paste:medicines.see')}
        </ButtonLink>
      </Page>
    );
  }

  // Taken back after adding: the list is as it was before.
  const shown = rows ?? (added && saving.state === 'undone' ? added : null);
  if (shown) {
    const save = async () => {
      const whole = shown.filter((row) => `${row.name}${row.strength}${row.rest}`.trim() !== '');
      const edits = whole.map(({ name, strength, rest }) => ({
        part: medicines.id,
        record: newId(session.world),
        set: {
          name: name.trim(),
          ...(strength.trim() && { strength: strength.trim() }),
          ...(rest.trim() && { dose: rest.trim() }),
        },
      }));
      if (!(await edit(edits))) return;
      setAdded(whole);
      read.type('');
      list.type('');
    };
    const again = () => {
      read.type('');
      setAdded(null);
    };
    return (
      <Page key="check" back={back} end={end} title={t('paste:medicines.check')} under={t('paste:medicines.checkHint')}>
        <SavingProblem saving={saving} />
        <MedicineRows rows={shown} onChange={put} />
        <div className={styles['actions']}>
          {shown.length > 0 && (
            <Button look="main" onPress={() => void save()}>
              {t('paste:medicines.save', { count: shown.length })}
            </Button>
          )}
          <Button onPress={again}>{t('paste:medicines.again')}</Button>
        </div>
      </Page>
    );
  }

  const start = () => {
    const found = readMedicineLines(list.text ?? '');
    setEmpty(found.length === 0);
    if (found.length > 0) put(found);
  };
  const [hint, error] = [t('paste:medicines.hint'), isEmpty ? t('paste:medicines.nothing') : undefined];
  return (
    <Page key="list" back={back} title={t('paste:medicines.title')}>
      <div className={styles['paper']}>
        <Field id="paste-medicines" label={t('paste:medicines.label')} hint={hint} error={error}>
          <TextInput
            id="paste-medicines"
            lines="many"
            value={list.text}
            describedBy={describedBy('paste-medicines', hint, error)}
            invalid={isEmpty}
            onType={(typed) => {
              setEmpty(false);
              list.type(typed);
            }}
          />
        </Field>
      </div>
      <Button look="main" onPress={start}>
        {t('paste:medicines.read')}
      </Button>
    </Page>
  );
}

/** The rows as they were left; null when there are none. */
function decodeRows(text: string): readonly MedicineLine[] | null {
  if (text === '') return null;
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? rows.filter(isRow) : null;
  } catch {
    return null;
  }
}

function isRow(value: unknown): value is MedicineLine {
  const row = (value ?? {}) as Record<string, unknown>;
  return [row['name'], row['strength'], row['rest']].every((piece) => typeof piece === 'string');
}
