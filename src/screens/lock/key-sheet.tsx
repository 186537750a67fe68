import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { SecretList, SecretSheet } from '#ui/secret.tsx';

type Props = {
  groups: readonly string[];
  made: string;
  /** What the app is called here. */
  app: string;
};

/** What is printed: a key, its date, what it is for, and a line for where it is kept. Nothing of the person. */
export function KeySheet({ groups, made, app }: Props) {
  const t = useT();
  const lang = useLang();
  const title = t('lock:sheet.title');
  return (
    <SecretSheet
      title={title}
      made={t('lock:sheet.made', { date: dateToWords(made, lang) })}
      where={t('lock:sheet.where')}
    >
      <SecretList pieces={groups} label={title} isSpelled />
      <div>
        <h2>{t('lock:sheet.for')}</h2>
        <p>{t('lock:sheet.forText')}</p>
        <p>{t('lock:sheet.care')}</p>
      </div>
      <div>
        <h2>{t('lock:sheet.opens')}</h2>
        <p>{app}</p>
      </div>
    </SecretSheet>
  );
}
