import { useT } from '#i18n/i18n.ts';
import { Note } from '#ui/note.tsx';
import { CallList } from './call-list.tsx';

/** Beside a field where someone may write that they are not safe: nobody reads it, and whom to ring. Never printed. */
export function NotSent() {
  const t = useT();
  return (
    <div data-screen-only>
      <Note tone="warm">
        <p>
          <strong>{t('hide:notSent')}</strong>
        </p>
        <p>{t('part:callNow')}</p>
        <CallList place="form" level="h2" />
      </Note>
    </div>
  );
}
