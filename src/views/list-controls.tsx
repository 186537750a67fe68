import { useState } from 'react';
import { questionOf } from '#i18n/words.ts';
import type { Contact } from '#passport/field.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { moved, PlacePick, useFocusOnMoved } from '#ui/place-pick.tsx';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { OwnTextInput } from './own-text-input.tsx';

/** Steps in order: the first line is what to do, further lines say how. A step's number moves it to another place. */
export function StepsControl({ id, part, fieldId, value, lang, draft, onDraft, onChange, t }: ControlProps) {
  const saved = (value ?? []) as readonly string[];
  const { items, change, save } = useItems<string>(saved, readList(draft), onDraft, onChange);
  const { ask, hint } = questionOf(t, part, fieldId);
  const focusOn = useFocusOnMoved(JSON.stringify(items));
  return (
    <FieldGroup id={id} label={ask} hint={[hint, t('part:stepHint')].filter(Boolean).join(' ')}>
      <ol className={styles['items']} data-steps>
        {items.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          <li key={at} className={styles['step']}>
            <PlacePick
              id={`${id}-place-${at}`}
              label={t('part:stepPlace', { n: at + 1 })}
              at={at}
              count={items.length}
              onPick={(to) => {
                focusOn(`${id}-place-${to}`);
                save(moved(items, at, to));
              }}
            />
            <OwnTextInput
              id={`${id}-${at}`}
              label={t('part:step', { n: at + 1 })}
              lines="many"
              rows={1}
              lang={lang}
              value={step}
              onType={(text) => change(items.with(at, text))}
              onLeave={() => save(items)}
            />
            <IconButton
              icon="remove"
              label={t('part:removeStep', { n: at + 1 })}
              onPress={() => save(items.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ol>
      <Button icon="add" onPress={() => change([...items, ''])}>
        {t('part:addStep')}
      </Button>
    </FieldGroup>
  );
}

const blank: Contact = { name: '', phone: '', when: '' };

/** People to call: a name, a number, and when. */
export function ContactsControl({ id, part, fieldId, value, lang, draft, onDraft, onChange, t }: ControlProps) {
  const saved = (value ?? []) as readonly Contact[];
  const { items, change, save } = useItems<Contact>(saved, readList(draft), onDraft, onChange);
  const { ask, hint } = questionOf(t, part, fieldId);
  const boxes = [
    { key: 'name', label: t('part:contactName'), keyboard: 'text' },
    { key: 'phone', label: t('part:contactPhone'), keyboard: 'tel' },
    { key: 'when', label: t('part:contactWhen'), keyboard: 'text' },
  ] as const;
  return (
    <FieldGroup id={id} label={ask} hint={hint}>
      <ol className={styles['items']}>
        {items.map((contact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a contact is known by its place
          <li key={at} className={styles['item']}>
            <fieldset className={styles['contact']}>
              <legend className="visually-hidden">{t('part:contact', { n: at + 1 })}</legend>
              {boxes.map(({ key, label, keyboard }) => (
                <label key={key} className={styles['box']} htmlFor={`${id}-${at}-${key}`}>
                  <span>{label}</span>
                  <OwnTextInput
                    id={`${id}-${at}-${key}`}
                    value={contact[key]}
                    lang={lang}
                    ltr={key === 'phone'}
                    keyboard={keyboard}
                    onType={(text) => change(items.with(at, { ...contact, [key]: text }))}
                    onLeave={() => save(items)}
                  />
                </label>
              ))}
            </fieldset>
            <span className={styles['tools']}>
              <IconButton
                icon="remove"
                label={t('part:removeContact', { n: at + 1 })}
                onPress={() => save(items.filter((_, place) => place !== at))}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button icon="add" onPress={() => change([...items, blank])}>
        {t('part:addContact')}
      </Button>
    </FieldGroup>
  );
}

/**
 * A list being edited: kept as a draft while typed, saved when a box is left or a row moves. Follows the saved list, but
 * never over a row still being typed.
 */
function useItems<T extends string | Contact>(
  saved: readonly T[],
  kept: readonly T[] | null,
  onDraft: (text: string) => void,
  onChange: (value: readonly string[] | readonly Contact[] | null) => unknown,
) {
  const [items, setItems] = useState<readonly T[]>(kept ?? saved);
  const [base, setBase] = useState(saved);
  if (!isSame(base, saved)) {
    setBase(saved);
    if (isSame(written(items), base)) setItems(saved);
  }
  const change = (next: readonly T[]) => {
    setItems(next);
    onDraft(isSame(next, saved) ? '' : JSON.stringify(next));
  };
  const save = (next: readonly T[]) => {
    setItems(next);
    const list = written(next);
    if (isSame(list, saved)) return onDraft('');
    void onChange(list.length > 0 ? (list as readonly string[] | readonly Contact[]) : null);
  };
  return { items, change, save };
}

/** Without the rows nobody wrote in. */
function written<T extends string | Contact>(items: readonly T[]): readonly T[] {
  return items.filter((item) => (typeof item === 'string' ? item !== '' : !isSame(item, blank)));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readList<T>(draft: string | undefined): readonly T[] | null {
  return draft === undefined ? null : (JSON.parse(draft) as readonly T[]);
}
