import { useT } from '#i18n/i18n.ts';
import { partWords } from '#i18n/words.ts';
import { gonePart } from '#passport/change.ts';
import { type Passport, recordOf } from '#passport/fold.ts';
import type { Part } from '#passport/part.ts';
import { Page } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';

/** True when the record was removed for ever: nothing more can be written under its id. */
export function isRemovedForEver(passport: Passport, record: string): boolean {
  return recordOf(passport, gonePart, record) !== undefined;
}

/** What stands at the address of a record that was removed for ever. */
export function Gone({ part }: { part: Part }) {
  const t = useT();
  return (
    <Page back={{ href: routes.part(part.id), label: partWords(t, part.id).name }} title={t('part:forever.done')}>
      <p>{t('part:forever.gone')}</p>
    </Page>
  );
}
