import { useState } from 'react';
import { questionOf, termWord } from '#i18n/words.ts';
import { type Choice, isOwn } from '#passport/field.ts';
import { isolateText } from '#passport/signs.ts';
import { offered } from '#passport/terms.ts';
import { Button } from '#ui/button.tsx';
import { ChooseMany, ChooseOne, type Option } from '#ui/choices.tsx';
import { describedBy, Field, FieldGroup } from '#ui/field.tsx';
import { PickList } from '#ui/pick-list.tsx';
import { BodyMap } from './body-map.tsx';
import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { OwnTextInput } from './own-text-input.tsx';
import { usePicked } from './use-picked.ts';

const ownId = 'own:';
/** More choices than this fold into the device's own list. */
const mostRows = 10;

/** One term of the field's set, or the person's own words where the field allows them. */
export function TermControl(props: ControlProps) {
  const { field, t } = props;
  const options = field.set
    ? offered(field.set).map((term) => ({ id: term, label: termWord(t, field.set as string, term) }))
    : [];
  return <OneOf {...props} options={options} />;
}

/** One record of another part, or a name written here: only that while there is none to pick. */
export function LinkControl(props: ControlProps) {
  const isPicked = props.value !== null && !isOwn(props.value as Choice);
  if (props.linkable.length === 0 && !isPicked) return <OwnControl {...props} />;
  return <OneOf {...props} options={props.linkable.map(({ id, name }) => ({ id, label: name }))} />;
}

/** The person's own words for a choice, where there is nothing else to pick. */
function OwnControl({ id, part, fieldId, value, lang, draft, onDraft, onChange, t }: ControlProps) {
  const choice = value as Choice | null;
  const saved = choice !== null && isOwn(choice) ? choice.own : '';
  const [own, setOwn] = useState(draft ?? saved);
  const { ask, hint } = questionOf(t, part, fieldId);
  return (
    <Field id={id} label={ask} hint={hint}>
      <OwnTextInput
        id={id}
        value={own}
        lang={lang}
        describedBy={describedBy(id, hint, undefined)}
        onType={(text) => {
          setOwn(text);
          onDraft(text === saved ? '' : text);
        }}
        onLeave={(text) => {
          if (text !== saved) void onChange(text.trim() === '' ? null : { own: text });
        }}
      />
    </Field>
  );
}

function OneOf({
  id,
  part,
  fieldId,
  field,
  value: savedValue,
  lang,
  draft,
  onDraft,
  onChange,
  t,
  options,
}: ControlProps & { options: readonly Option[] }) {
  const [value, put] = usePicked(savedValue, onChange);
  const choice = value as Choice | null;
  const saved = choice !== null && isOwn(choice) ? choice.own : '';
  const [own, setOwn] = useState(draft ?? saved);
  const [writing, setWriting] = useState(saved !== '' || draft !== undefined);
  const [declined, setDeclined] = useState(false);
  const { ask, hint } = questionOf(t, part, fieldId);
  const known = choice !== null && !isOwn(choice) ? choice : null;
  const choices: readonly Option[] = field.own
    ? [...options, { id: ownId, label: options.length > 0 ? t('part:ownOther') : t('part:own') }]
    : options;
  // always there, so that a pick moves nothing under the thumb
  const none: Option = { id: '', label: t('part:notPicked') };
  const pick = (picked: string) => {
    setDeclined(picked === '');
    setWriting(picked === ownId);
    if (picked === ownId) return;
    setOwn('');
    onDraft('');
    put(picked === '' ? null : picked);
  };

  const ownBox = writing && (
    <OwnTextInput
      id={`${id}-own`}
      label={t('part:own')}
      value={own}
      lang={lang}
      onType={(text) => {
        setOwn(text);
        onDraft(text === saved ? '' : text);
      }}
      onLeave={(text) => {
        if (text !== saved) put(text.trim() === '' ? null : { own: text });
      }}
    />
  );
  if (options.length > mostRows) {
    return (
      <Field id={id} label={ask} hint={hint}>
        <PickList
          id={id}
          options={choices}
          picked={writing ? ownId : (known ?? '')}
          blank={t('part:pick')}
          onPick={pick}
          describedBy={describedBy(id, hint, undefined)}
        />
        {ownBox}
      </Field>
    );
  }
  return (
    <FieldGroup id={id} label={ask} hint={hint}>
      <ChooseOne
        options={[...choices, none]}
        picked={writing ? ownId : (known ?? (declined ? '' : null))}
        onPick={pick}
      />
      {ownBox}
    </FieldGroup>
  );
}

/** Several terms, and as many of the person's own as they like; on a body, pointed at or ticked. */
export function TermsControl({ id, part, fieldId, field, value, lang, draft, onDraft, onChange, t }: ControlProps) {
  const [now, putNow] = usePicked(value, onChange);
  const [own, setOwn] = useState(draft ?? '');
  const { ask, hint } = questionOf(t, part, fieldId);
  const picked = (now ?? []) as readonly Choice[];
  const terms = new Set(picked.filter((choice): choice is string => !isOwn(choice)));
  const words = picked.filter(isOwn);
  const put = (next: readonly Choice[]) => putNow(next.length > 0 ? next : null);
  const toggle = (term: string, on: boolean) =>
    put(on ? [...picked, term] : picked.filter((choice) => choice !== term));
  const add = () => {
    if (own.trim() === '') return;
    put([...picked, { own }]);
    setOwn('');
    onDraft('');
  };
  const ids = field.set ? offered(field.set) : [];
  const options = ids.map((term) => ({ id: term, label: termWord(t, field.set as string, term) }));
  const isLong = options.length > mostRows && field.control !== 'body';
  const rows = isLong ? options.filter((option) => terms.has(option.id)) : options;

  return (
    <FieldGroup id={id} label={ask} hint={hint}>
      {field.control === 'body' ? (
        <BodyMap
          picked={terms}
          onToggle={toggle}
          label={(term) => termWord(t, 'body', term)}
          front={t('part:front')}
          back={t('part:backSide')}
          right={t('part:right')}
          left={t('part:left')}
        />
      ) : (
        <ChooseMany options={rows} picked={terms} onToggle={toggle} />
      )}
      {isLong && (
        <div className={styles['own']}>
          <label htmlFor={`${id}-more`}>{t('part:pickMore')}</label>
          <PickList
            id={`${id}-more`}
            options={options.filter((option) => !terms.has(option.id))}
            picked=""
            blank={t('part:pick')}
            onPick={(term) => term !== '' && toggle(term, true)}
          />
        </div>
      )}
      {words.length > 0 && (
        <ChooseMany
          options={words.map((word) => ({ id: word.own, label: isolateText(word.own, lang ?? 'und') }))}
          picked={new Set(words.map((word) => word.own))}
          onToggle={(text) => put(picked.filter((choice) => !isOwn(choice) || choice.own !== text))}
        />
      )}
      {field.own && (
        <div className={styles['own']}>
          <label htmlFor={`${id}-own`}>{ids.length > 0 ? t('part:ownOther') : t('part:own')}</label>
          <OwnTextInput
            id={`${id}-own`}
            value={own}
            onType={(text) => {
              setOwn(text);
              onDraft(text);
            }}
            onLeave={add}
          />
          <Button onPress={add} icon="add">
            {t('part:addOwn')}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

/** A box to tick whose label is the sentence it makes true. */
export function YesControl({ part, fieldId, value, onChange, t }: ControlProps) {
  const [now, put] = usePicked(value, onChange);
  const { ask, hint } = questionOf(t, part, fieldId);
  return (
    <ChooseMany
      options={[{ id: 'yes', label: ask, ...(hint && { detail: hint }) }]}
      picked={new Set(now === true ? ['yes'] : [])}
      onToggle={(_, on) => put(on ? true : null)}
    />
  );
}
