import { dateToWords, dayOf } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { entryValue, headOf, isUsed, type Passport } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { isCheckStanding } from '#passport/private.ts';
import type { Session } from '#store/session.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';

type Props = { session: Session; part: Part; passport: Passport; editor: Editor };

/** "Last checked by me on …", made new with one tap. */
export function Checked({ session, part, passport, editor }: Props) {
  const t = useT();
  const lang = useLang();
  if (!isUsed(passport, part.id)) return null;
  const checked = entryValue(part, headOf(passport, part), 'checked');
  const today = dayOf(session.world.now());
  const isStanding = isCheckStanding(passport, part);
  return (
    <Stretch>
      <p>
        {typeof checked === 'string'
          ? t(isStanding ? 'part:checked' : 'part:changedSince', { date: dateToWords(checked, lang) })
          : t('part:notChecked')}
      </p>
      {!(isStanding && checked === today) && (
        <Button
          icon="check"
          onPress={() => void editor.edit([{ part: part.id, record: part.id, set: { checked: today } }])}
        >
          {t('part:stillRight')}
        </Button>
      )}
    </Stretch>
  );
}
