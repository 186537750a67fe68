import { useState } from 'react';
import { useT } from '#i18n/i18n.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { Button } from '#ui/button.tsx';
import { describedBy, Field } from '#ui/field.tsx';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';
import { OwnTextInput } from '#views/own-text-input.tsx';
import styles from './paste.module.css';
import { PortionNote } from './portion-note.tsx';
import { WhereToFind } from './where-to-find.tsx';

type Props = {
  listed: string;
  /** There was nothing to read. */
  isEmpty: boolean;
  onType: (text: string) => void;
  onRead: (text: string) => void;
};

const box = 'paste-medicines';

/** The box for the list, a way to paste into it with one press, and where people have their list. */
export function ListPage({ listed, isEmpty, onType, onRead }: Props) {
  const t = useT();
  const [isRefused, setRefused] = useState(false);
  const mayPaste = listed === '' && typeof navigator.clipboard?.readText === 'function';
  const paste = async () => {
    const copied = await navigator.clipboard.readText().catch(() => '');
    setRefused(copied.trim() === '');
    if (copied.trim() === '') document.getElementById(box)?.focus();
    else onRead(copied);
  };
  const hint = t('paste:medicines.hint');
  const error = isEmpty ? t('paste:medicines.nothing') : undefined;
  return (
    <Page
      key="list"
      back={{ href: routes.part(medicines.id), label: t('paste:medicines.back') }}
      title={t('paste:medicines.title')}
    >
      {mayPaste && (
        <Button look="main" onPress={() => void paste()}>
          {t('paste:medicines.paste')}
        </Button>
      )}
      <p role="status">{isRefused && t('paste:medicines.refused')}</p>
      <div className={styles['paper']}>
        <Field id={box} label={t('paste:medicines.label')} hint={hint} error={error}>
          <OwnTextInput
            id={box}
            lines="many"
            value={listed}
            describedBy={describedBy(box, hint, error)}
            invalid={isEmpty}
            onType={(typed) => {
              setRefused(false);
              onType(typed);
            }}
          />
        </Field>
      </div>
      <PortionNote text={listed} />
      <Button look={mayPaste ? 'line' : 'main'} onPress={() => onRead(listed)}>
        {t('paste:medicines.read')}
      </Button>
      <WhereToFind />
    </Page>
  );
}
