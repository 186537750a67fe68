import { useT } from '#i18n/i18n.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import { routes } from '#ui/routes.ts';

/** Said before anything is removed here, where there are private pages that nobody can vouch for. */
export function PagesNote() {
  const t = useT();
  return (
    <Note>
      <p>{t('keep:now.pages')}</p>
      <ButtonLink look="plain" href={routes.pages}>
        {t('keep:what.openPages')}
      </ButtonLink>
    </Note>
  );
}
