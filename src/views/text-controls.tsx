import { useEffect, useState } from 'react';
import { dateToWords, monthNames } from '#i18n/dates.ts';
import { questionOf } from '#i18n/words.ts';
import { isNhsNumber } from '#passport/field.ts';
import { readDate } from '#passport/partial-date.ts';
import { describedBy, Field } from '#ui/field.tsx';
import { Suggestions } from '#ui/suggestions.tsx';
import type { ControlProps } from './control.ts';
import { OwnTextInput } from './own-text-input.tsx';

/** Text, long text and dates: what is typed becomes a change when the person leaves the box. */
export function TextControl(props: ControlProps) {
  const { id, part, fieldId, field, value, lang, draft, onChange, t } = props;
  const { text, type } = useTyped(props, typeof value === 'string' ? value : '');
  const { ask, hint } = questionOf(t, part, fieldId);
  const error =
    field.check === 'nhs-number' && text.trim() !== '' && !isNhsNumber(text) && text === value
      ? t('problem:nhs-number')
      : undefined;
  const hints =
    [hint, draft !== undefined && text !== (value ?? '') ? t('part:kept') : undefined].filter(Boolean).join(' ') ||
    undefined;
  const leave = (typed: string) => {
    if (typed !== (value ?? '')) void onChange(typed.trim() === '' ? null : typed);
  };

  return (
    <Field id={id} label={ask} hint={hints} error={error}>
      <OwnTextInput
        id={id}
        value={text}
        onType={type}
        onLeave={leave}
        lines={field.kind === 'long' ? 'many' : 'one'}
        ltr={field.ltr ?? false}
        lang={lang}
        keyboard={field.control === 'phone' ? 'tel' : 'text'}
        describedBy={describedBy(id, hints, error)}
        invalid={error !== undefined}
      />
      {field.control === 'medicine-name' && (
        <MedicineNames
          typed={text}
          saved={value}
          label={t('part:offers')}
          onPick={(name) => {
            type(name);
            leave(name);
          }}
        />
      )}
    </Field>
  );
}

export function DateControl(props: ControlProps) {
  const { id, part, fieldId, value, lang, onChange, t, language } = props;
  const stored = typeof value === 'string' ? value : '';
  const { text, type } = useTyped(props, dateToWords(stored, language));
  const { ask, hint } = questionOf(t, part, fieldId);
  const reading = text.trim() === '' ? null : readDate(text, monthNames(language));
  const settled = text === dateToWords(stored, language);
  const error =
    reading && !reading.ok && reading.problem === 'date-impossible' ? t('problem:date-impossible') : undefined;
  const isUnread = settled && reading !== null && !reading.ok && reading.problem === 'date-unread';
  const words = reading?.ok ? dateToWords(reading.iso, language) : '';

  const leave = (typed: string) => {
    const read = readDate(typed, monthNames(language));
    const next = read.ok ? read.iso : typed;
    if (next !== stored && typed !== dateToWords(stored, language)) void onChange(typed.trim() === '' ? null : next);
    if (read.ok) type(dateToWords(read.iso, language), true);
  };

  return (
    <Field id={id} label={ask} hint={hint} error={error}>
      <OwnTextInput
        id={id}
        value={text}
        onType={type}
        onLeave={leave}
        lang={lang}
        describedBy={describedBy(id, hint, error)}
        invalid={error !== undefined}
      />
      {isUnread && <p aria-live="polite">{t('problem:date-unread')}</p>}
      {!settled && words && words !== text && <p aria-live="polite">{t('part:dateRead', { date: words })}</p>}
    </Field>
  );
}

/** Text as typed, kept as a draft until it is saved; follows the saved value, but never over words still being typed. */
function useTyped({ draft, onDraft }: ControlProps, saved: string) {
  const [text, setText] = useState(draft ?? saved);
  const [base, setBase] = useState(saved);
  if (base !== saved) {
    setBase(saved);
    if (text === base) setText(saved);
  }
  const type = (typed: string, finished = false) => {
    setText(typed);
    onDraft(finished || typed === saved ? '' : typed);
  };
  return { text, type };
}

type NamesProps = { typed: string; saved: unknown; label: string; onPick: (name: string) => void };

function MedicineNames({ typed, saved, label, onPick }: NamesProps) {
  const [offers, setOffers] = useState<readonly { name: string; also: string }[]>([]);
  const asked = typed.trim().length >= 2 && typed !== saved;
  useEffect(() => {
    let current = true;
    if (!asked) setOffers([]);
    else
      void import('#passport/medicine-names.ts').then(({ completeMedicine }) => {
        if (current) setOffers(completeMedicine(typed).map(({ name, also }) => ({ name, also: also.join(', ') })));
      });
    return () => {
      current = false;
    };
  }, [typed, asked]);
  const shown = offers.filter(({ name }) => name.toLowerCase() !== typed.trim().toLowerCase());
  return asked ? <Suggestions label={label} items={shown} onPick={onPick} /> : null;
}
