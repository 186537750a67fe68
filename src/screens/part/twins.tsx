import { useT } from '#i18n/i18n.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Passport } from '#passport/fold.ts';
import { medicineTwins, twinsAreRight } from '#passport/medicine-twins.ts';
import { medicines } from '#passport/parts/medicines.ts';
import { lineToSigns } from '#passport/signs.ts';
import type { Editor } from '#store/use-editor.ts';
import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { Rows } from '#ui/rows.tsx';
import { recordToTitle } from '#views/record-words.ts';
import { RecordRow } from './record-rows.tsx';

type Props = { passport: Passport; editor: Editor };

/** Entries of one name, side by side: are they right? One question at a time, and nothing ends by itself. */
export function Twins({ passport, editor }: Props) {
  const t = useT();
  const words = useWords();
  const [twins] = medicineTwins(passport);
  if (!twins) return null;
  const name = lineToSigns(recordToTitle(medicines, twins[0], words));
  const isTwo = twins.length === 2;
  const title = isTwo ? t('part:twins.two', { name }) : t('part:twins.more', { name, count: twins.length });
  return (
    <Note title={title}>
      <p>{t('part:twins.hint')}</p>
      <Rows label={title} whole>
        {twins.map((record) => (
          <RecordRow key={record.id} part={medicines} record={record} heading={null} />
        ))}
      </Rows>
      <Button icon="check" onPress={() => void editor.edit([twinsAreRight(passport, twins)])}>
        {t(isTwo ? 'part:twins.bothRight' : 'part:twins.allRight')}
      </Button>
    </Note>
  );
}
