import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { emptyShare, recordTicks } from '#passport/extract.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isOpenlyUsed, openParts } from '#passport/private.ts';
import { lineToSigns } from '#passport/signs.ts';
import type { Share } from '#passport/telling.ts';
import { Button } from '#ui/button.tsx';
import { ChooseMany } from '#ui/choices.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { MoreRows } from '#views/more-rows.tsx';
import { recordToChoice } from '#views/record-words.ts';
import { toggled } from './ticks.ts';

type Props = { passport: Passport; share: Share; onChange: (share: Share) => void };

/** What one reader sees, tick by tick; nothing private stands here. */
export function ChangeTicks({ passport, share, onChange }: Props) {
  const t = useT();
  const words = useWords();
  const used = openParts.filter((part) => isOpenlyUsed(passport, part));
  const leave = (key: string, on: boolean) => onChange({ ...share, without: toggled(share.without, key, !on) });
  const nameOf = (part: Part, id: string) =>
    lineToSigns(recordToChoice(part, recordOf(passport, part.id, id), words)) || t('share:change.unnamed');

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
                <MoreRows items={records}>
                  {(shown) => (
                    <ChooseMany
                      options={shown.map(({ id }) => ({ id: `${part.id}/${id}`, label: nameOf(part, id) }))}
                      picked={new Set(keys.filter((key) => !share.without.has(key)))}
                      onToggle={leave}
                    />
                  )}
                </MoreRows>
              </FieldGroup>
            </Disclosure>
          );
        })}
      <Button look="plain" icon="undo" onPress={() => onChange(emptyShare(share.reader))}>
        {t('share:change.again')}
      </Button>
    </>
  );
}
