import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Stretch } from '#ui/page.tsx';
import { routes } from '#ui/routes.ts';

type Props = {
  /** Changes that no backup holds. */
  count: number;
  /** The day of the last backup, as an ISO date; null before the first. */
  last: string | null;
  /** "Not now". */
  onLater: () => void;
};

/** A gentle word when much is on this device only, with "not now" beside it. */
export function BackupReminder({ count, last, onLater }: Props) {
  const t = useT();
  const lang = useLang();
  return (
    <Stretch title={t('keep:reminder.title')}>
      <p>
        {last === null
          ? t('keep:reminder.never', { count })
          : t('keep:reminder.since', { count, date: dateToWords(last, lang) })}
      </p>
      <ButtonLink icon="download" href={routes.keepStep('backup')}>
        {t('keep:reminder.go')}
      </ButtonLink>
      <Button look="plain" onPress={onLater}>
        {t('keep:reminder.later')}
      </Button>
    </Stretch>
  );
}
