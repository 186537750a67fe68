import { isMadePhrase } from '#exchange/file/phrase.ts';
import { dateToWords } from '#i18n/dates.ts';
import { useLang, useT } from '#i18n/i18n.ts';
import { SecretList, SecretSheet, SecretText } from '#ui/secret.tsx';
import { publicAddress } from '#views/public-address.ts';

/** A phrase, large: the words or figures the app made one by one with their numbers, a phrase of one's own as it stands. */
export function PhraseView({ phrase, label }: { phrase: string; label: string }) {
  if (!isMadePhrase(phrase)) return <SecretText text={phrase} label={label} />;
  const isWords = /[a-z]/.test(phrase);
  return <SecretList pieces={phrase.split(' ')} {...(isWords ? { lang: 'en' } : {})} label={label} />;
}

type SheetProps = {
  phrase: string;
  /** The file it opens, without its ending: what is sent by the device's own sheet has another. */
  name: string;
  /** ISO date. */
  made: string;
  /** The sheet names no app. */
  discreet: boolean;
};

/** What is printed: the phrase, the file it opens, what opens it, and a line for where the file is. Nobody's name. */
export function PhraseSheet({ phrase, name, made, discreet }: SheetProps) {
  const t = useT();
  const lang = useLang();
  const title = t('keep:sheet.title');
  return (
    <SecretSheet
      title={title}
      made={t('keep:sheet.made', { date: dateToWords(made, lang) })}
      where={t('keep:sheet.where')}
    >
      <PhraseView phrase={phrase} label={title} />
      <div>
        <h2>{t('keep:sheet.for')}</h2>
        <p>{t('keep:sheet.forText', { name: `\u2066${name}\u2069` })}</p>
        <p>
          {discreet
            ? t('keep:sheet.any')
            : t('keep:sheet.app', { app: t('name'), address: `\u2066${publicAddress}\u2069` })}
        </p>
        <p>{t('keep:sheet.care')}</p>
      </div>
    </SecretSheet>
  );
}
