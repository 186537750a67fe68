import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partOf, parts } from '#passport/catalogue.ts';
import type { Line } from '#passport/doc.ts';
import { emptyShare, privateTicks, recordTicks, type Share, type Tick } from '#passport/extract.ts';
import { isUsed, type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { Button } from '#ui/button.tsx';
import { ChooseMany, type Option } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { recordToTitle } from '#views/record-words.ts';

type Props = { passport: Passport; share: Share; onChange: (share: Share) => void };

/** What one reader sees, tick by tick. Private things start unticked and are asked for each time. */
export function ChangeTicks({ passport, share, onChange }: Props) {
  const t = useT();
  const words = useWords();
  const used: readonly Part[] = parts.filter((part) => isUsed(passport, part.id));
  const secret = privateTicks(passport);

  const leave = (key: string, on: boolean) => onChange({ ...share, without: toggled(share.without, key, !on) });
  const tell = (key: string, on: boolean) => onChange({ ...share, withPrivate: toggled(share.withPrivate, key, on) });
  const nameOf = (part: Part, id: string) =>
    lineToText(recordToTitle(part, recordOf(passport, part.id, id), words)) || t('share:change.unnamed');
  const secretOption = ({ key, part: id, record, field }: Tick): Option => {
    const part = partOf(id) as Part;
    const name = part.many && record ? nameOf(part, record) : words.part(id);
    return {
      id: key,
      label: field ? `${words.field(id, field)} · ${name}` : name,
      detail: t('share:change.privateTag'),
    };
  };

  return (
    <>
      <FieldGroup id="share-parts" label={t('share:change.parts')} hint={t('share:change.partsHint')}>
        <ChooseMany
          options={used.map(({ id }) => ({ id, label: words.part(id) }))}
          picked={new Set(used.map(({ id }) => id).filter((id) => !share.without.has(id)))}
          onToggle={leave}
        />
      </FieldGroup>
      {used
        .map((part) => ({ part, records: share.without.has(part.id) ? [] : recordTicks(passport, part) }))
        .filter(({ records }) => records.length > 0)
        .map(({ part, records }) => {
          const keys = records.map(({ id }) => `${part.id}/${id}`);
          const name = words.part(part.id);
          return (
            <Disclosure key={part.id} summary={t('share:change.records', { part: name })}>
              <FieldGroup id={`share-${part.id}`} label={name}>
                <ChooseMany
                  options={records.map(({ id }) => ({ id: `${part.id}/${id}`, label: nameOf(part, id) }))}
                  picked={new Set(keys.filter((key) => !share.without.has(key)))}
                  onToggle={leave}
                />
              </FieldGroup>
            </Disclosure>
          );
        })}
      {secret.length > 0 && (
        <Disclosure summary={t('share:change.private')}>
          <FieldGroup id="share-private" label={t('share:change.privateAsk')} hint={t('share:change.privateHint')}>
            <ChooseMany options={secret.map(secretOption)} picked={share.withPrivate} onToggle={tell} />
          </FieldGroup>
        </Disclosure>
      )}
      <Button look="plain" icon="undo" onPress={() => onChange(emptyShare(share.reader))}>
        {t('share:change.again')}
      </Button>
    </>
  );
}

function toggled(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}

/** A line where only text can stand: each run isolated by signs instead (UAX #9: LRI or FSI, then PDI). */
function lineToText(line: Line): string {
  return line.map(({ text, ltr }) => `${ltr ? '\u2066' : '\u2068'}${text}\u2069`).join('');
}
