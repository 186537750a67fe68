import { useT } from '#i18n/i18n.ts';
import type { Contact } from '#passport/field.ts';
import styles from './flare.module.css';
import { OwnWords } from './own-words.tsx';
import { contactToName, phoneToHref } from './phone-to-href.ts';

type Props = { contacts: readonly Contact[]; lang: string };

/** The people of the plan: a call each, where there is a number. */
export function People({ contacts, lang }: Props) {
  const t = useT();
  return (
    <ul className={styles['calls']}>
      {contacts.map((contact) => {
        const href = phoneToHref(contact.phone);
        return (
          <li key={`${contact.name} ${contact.phone} ${contact.when}`}>
            {href ? (
              <a className={styles['call']} href={href}>
                {t('flare:call', { name: contactToName(contact) })}
              </a>
            ) : (
              <strong>
                <OwnWords text={[contact.name, contact.phone].filter(Boolean).join(' ')} lang={lang} />
              </strong>
            )}
            {contact.when && <OwnWords text={contact.when} lang={lang} />}
          </li>
        );
      })}
    </ul>
  );
}
