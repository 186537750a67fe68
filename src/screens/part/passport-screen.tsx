import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import { headOf } from '#passport/fold.ts';
import { words as wordsPart } from '#passport/parts/words.ts';
import { unusedParts, usedParts } from '#passport/suggest.ts';
import type { Session } from '#store/session.ts';
import { usePassport } from '#store/use-passport.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { useHiding } from '#ui/hide.tsx';
import { Page, Stretch } from '#ui/page.tsx';
import { LineView } from '#views/line-view.tsx';
import { PartList } from '#views/part-list.tsx';
import { fieldToLine } from '#views/record-words.ts';

type Props = { session: Session };

/** The parts in use, three more to think of, and the rest behind one tap: never a row of empty rooms. */
export function PassportScreen({ session }: Props) {
  const t = useT();
  const { discreet } = useHiding();
  const words = useWords();
  const passport = usePassport(session.store);
  const label = fieldToLine(wordsPart, headOf(passport, wordsPart), 'label', words);
  const isHelped = session.writer.by !== '';
  const used = usedParts(passport, isHelped);
  const { suggested, rest } = unusedParts(passport, isHelped);

  return (
    <Page
      top={discreet ? t('hide.name') : t('myPassport')}
      title={label.length > 0 ? <LineView line={label} /> : t('passport.none')}
      under={label.length > 0 ? t('passport.label') : undefined}
    >
      {used.length > 0 && <PartList passport={passport} parts={used} label={t('passport.used')} />}
      {suggested.length > 0 && (
        <Stretch title={t('passport.suggested')}>
          <PartList passport={passport} parts={suggested} label={t('passport.suggested')} explain />
        </Stretch>
      )}
      {rest.length > 0 && (
        <Disclosure summary={t('passport.all')}>
          <PartList passport={passport} parts={rest} label={t('passport.all')} explain />
        </Disclosure>
      )}
    </Page>
  );
}
