import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { partWords } from '#i18n/words.ts';
import { partOf } from '#passport/catalogue.ts';
import { type Clash, clashKey, type FieldClash } from '#passport/clash.ts';
import { linkToName } from '#passport/extract.ts';
import type { Choice, Field } from '#passport/field.ts';
import { type Entry, entryValue, type Passport, recordOf } from '#passport/fold.ts';
import { fieldOf, type Part } from '#passport/part.ts';
import { lineToSigns } from '#passport/signs.ts';
import { valueToLines } from '#passport/summary/value-to-line.ts';
import type { Words } from '#passport/summary/words.ts';
import { ChooseOne, type Option } from '#ui/choices.tsx';
import { FieldGroup } from '#ui/field.tsx';
import { recordToTitle } from '#views/record-words.ts';
import styles from './keep.module.css';
import type { Found } from './use-restore.ts';

type Props = {
  found: Found;
  takeTheirs: ReadonlySet<string>;
  onTake: (takeTheirs: ReadonlySet<string>) => void;
};

/** Asked one by one; what is beyond this many follows one choice. */
const asked = 30;

/** Each thing that both sides changed, with both words and what stays. Private ones share one choice and are not named. */
export function ClashChoices({ found, takeTheirs, onTake }: Props) {
  const t = useT();
  const open = found.clashes.filter((clash) => !clash.private);
  const hidden = found.clashes.filter((clash) => clash.private);
  const take = (some: readonly Clash[], isTheirs: boolean) => {
    const next = new Set(takeTheirs);
    for (const clash of some) {
      if (isTheirs) next.add(clashKey(clash));
      else next.delete(clashKey(clash));
    }
    onTake(next);
  };
  const isTaken = ([first]: readonly Clash[]) => first !== undefined && takeTheirs.has(clashKey(first));
  const rest = open.slice(asked);
  return (
    <>
      {open.slice(0, asked).map((clash) => (
        <OneClash
          key={clashKey(clash)}
          found={found}
          clash={clash}
          isTheirs={takeTheirs.has(clashKey(clash))}
          onTake={(isTheirs) => take([clash], isTheirs)}
        />
      ))}
      {rest.length > 0 && (
        <Together
          id="clash-rest"
          label={t('keep:clash.rest', { count: rest.length })}
          isTheirs={isTaken(rest)}
          onTake={(isTheirs) => take(rest, isTheirs)}
        />
      )}
      {hidden.length > 0 && (
        <Together
          id="clash-private"
          label={t('keep:clash.private', { count: hidden.length })}
          isTheirs={isTaken(hidden)}
          onTake={(isTheirs) => take(hidden, isTheirs)}
        />
      )}
    </>
  );
}

type Deciding = { isTheirs: boolean; onTake: (isTheirs: boolean) => void };

function Together({ id, label, isTheirs, onTake }: Deciding & { id: string; label: string }) {
  const t = useT();
  return (
    <div className={styles['clash']}>
      <FieldGroup id={id} label={label}>
        <ChooseOne
          options={[
            { id: 'here', label: t('keep:clash.privateHere') },
            { id: 'there', label: t('keep:clash.privateThere') },
          ]}
          picked={isTheirs ? 'there' : 'here'}
          onPick={(picked) => onTake(picked === 'there')}
        />
      </FieldGroup>
    </div>
  );
}

function OneClash({ found, clash, isTheirs, onTake }: Deciding & { found: Found; clash: Clash }) {
  const t = useT();
  const words = useWords();
  const part = partOf(clash.part) as Part;
  const record = recordOf(found.mine, clash.part, clash.record);
  const title = part.many ? lineToSigns(recordToTitle(part, record, words)) : '';
  const name = [partWords(t, part.id).name, title].filter(Boolean).join(': ');
  const label = clash.field === null ? name : `${name} – ${labelOf(clash, words, t('part:none'))}`;
  const options = useOptions(found, clash, words);
  const hint =
    clash.field === null ? t(clash.removedMine ? 'keep:clash.removedHere' : 'keep:clash.removedThere') : undefined;
  return (
    <div className={styles['clash']}>
      <FieldGroup id={`clash-${clash.part}-${clash.record}-${clash.field ?? ''}`} label={label} hint={hint}>
        <ChooseOne
          options={options}
          picked={isTheirs ? 'there' : 'here'}
          onPick={(picked) => onTake(picked === 'there')}
        />
      </FieldGroup>
    </div>
  );
}

function labelOf({ part, field }: FieldClash, words: Words, none: string): string {
  return field === 'none' ? none : words.field(part, field);
}

function useOptions(found: Found, clash: Clash, words: Words): readonly Option[] {
  const t = useT();
  const lang = useLang();
  if (clash.field === null) {
    const [kept, out] = [t('keep:clash.present'), t('keep:clash.removed')];
    return [
      { id: 'here', label: clash.removedMine ? out : kept, detail: t('keep:clash.here') },
      { id: 'there', label: clash.removedMine ? kept : out, detail: t('keep:clash.there') },
    ];
  }
  const told = (entry: Entry) => {
    const at = new Date(entry.at);
    const day = Number.isNaN(at.getTime()) ? '' : dateToWords(dayOf(at), lang);
    return [day, entry.by && t('keep:clash.by', { name: `\u2068${entry.by}\u2069` })].filter(Boolean).join(', ');
  };
  const option = (id: string, where: string, passport: Passport, entry: Entry): Option => ({
    id,
    label: valueToText(passport, clash, entry.lang, words) || t('keep:clash.blank'),
    detail: [where, told(entry)].filter(Boolean).join(' · '),
  });
  return [
    option('here', t('keep:clash.here'), found.mine, clash.mine),
    option('there', t('keep:clash.there'), found.theirs, clash.theirs),
  ];
}

/** What one side says, checked as any value is before it is shown; '' when it is blank. */
function valueToText(passport: Passport, clash: FieldClash, lang: string, words: Words): string {
  const part = partOf(clash.part) as Part;
  const field = fieldOf(part, clash.field) as Field;
  const value = entryValue(part, recordOf(passport, part.id, clash.record), clash.field);
  const named = field.kind === 'link' && value !== null ? linkToName(passport, field, value as Choice) : value;
  return named === null ? '' : valueToLines(field, { value: named, lang }, words).map(lineToSigns).join('; ');
}
